import { type ReactNode, useState } from 'react';
import { FacetGroup, Facets } from '#renderer/ui/Facets.tsx';
import type { FacetValueCount, Narrowing, NarrowName, SearchAnswer } from '#shared/contracts/search-messages.ts';

type SearchFacetsProps = {
  /** Null while nothing is found. */
  readonly facets: SearchAnswer['facets'] | null;
  readonly narrowed: readonly Narrowing[];
  readonly onNarrow: (narrowing: Narrowing, isOn: boolean) => void;
  /** What stands over the groups. */
  readonly children?: ReactNode;
};

/** Values of a group that are listed before one asks for more. */
const LISTED = 6;

const GROUPS: readonly (readonly [NarrowName, string])[] = [
  ['publisher', 'Publisher'],
  ['language', 'Language'],
  ['entity', 'Entity'],
  ['event-type', 'Event type'],
  ['month', 'Month'],
  ['status', 'Status'],
  ['tag', 'Tags'],
];

/** What results can be narrowed to, with the exact number of articles that have it. */
export function SearchFacets({ facets, narrowed, onNarrow, children }: SearchFacetsProps) {
  return (
    <Facets label="Facets" role="region">
      {children}
      {GROUPS.map(([name, words]) => (
        <ValueGroup
          key={name}
          name={name}
          words={words}
          values={facets?.[name] ?? []}
          chosen={narrowed.filter((one) => one.name === name).map(({ key }) => key)}
          onNarrow={onNarrow}
        />
      ))}
    </Facets>
  );
}

type ValueGroupProps = {
  readonly name: NarrowName;
  readonly words: string;
  readonly values: readonly FacetValueCount[];
  readonly chosen: readonly string[];
  readonly onNarrow: SearchFacetsProps['onNarrow'];
};

/** Values by how many results have them, months from the latest on; picked ones stay listed even when no result is left. */
function ValueGroup({ name, words, values, chosen, onNarrow }: ValueGroupProps) {
  const [isWhole, setWhole] = useState(false);
  const missing = chosen.filter((key) => !values.some((one) => one.key === key));
  const all = [...values, ...missing.map((key) => ({ key, label: key, count: 0 }))];
  if (name === 'month') all.sort((a, b) => (a.key < b.key ? 1 : -1));
  const listed = isWhole ? all : all.filter(({ key }, at) => at < LISTED || chosen.includes(key));
  return (
    <FacetGroup
      name={words}
      rows={listed.map(({ key, label, count }) => ({
        id: key,
        name: label || 'Without a name',
        count,
        isOn: chosen.includes(key),
      }))}
      onToggle={(key, isOn) => onNarrow({ name, key }, isOn)}
      more={all.length - listed.length}
      onMore={() => setWhole(true)}
    />
  );
}
