import { useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { FacetGroup, type FacetRow, Facets } from '#renderer/ui/Facets.tsx';
import { Histogram } from '#renderer/ui/Histogram.tsx';
import { StatusShape } from '#renderer/ui/Shapes.tsx';
import type {
  ChoiceColumn,
  LibraryFacets as Counts,
  FacetValue,
  LibraryQuery,
} from '#shared/contracts/library-query.ts';
import { articleStatuses } from '#shared/domain/case-article.ts';
import { statusForms, statusWords } from './cells.tsx';
import { dayOf } from './filter-words.ts';
import css from './Library.module.css';
import { chosenOf, withChosen, withFilter } from './query-edits.ts';

type LibraryFacetsProps = {
  /** Null while nothing is counted yet: the groups stand, empty. */
  readonly counts: Counts | null;
  readonly query: LibraryQuery;
  readonly onQuery: (query: LibraryQuery) => void;
  /** Pixels. */
  readonly width: number;
};

/** Values of a group that are listed before one asks for more. */
const LISTED = 6;

/** What the library can be narrowed to, with counts. */
export function LibraryFacets({ counts, query, onQuery, width }: LibraryFacetsProps) {
  const statuses: FacetRow[] = articleStatuses.map((status) => ({
    id: status,
    name: statusWords[status],
    count: counts?.status.find(({ value }) => value === status)?.count ?? 0,
    isOn: chosenOf(query, 'status').includes(status),
    mark: <StatusShape form={statusForms[status]} />,
  }));
  const group = { query, onQuery };
  return (
    <Facets label="Filter articles" width={width}>
      <FacetGroup
        name="Status"
        rows={statuses}
        onToggle={(value, isOn) => onQuery(withChosen(query, 'status', value, isOn))}
      />
      <ValueGroup {...group} name="Publisher" column="publisher" values={counts?.publisher ?? []} />
      <ValueGroup
        {...group}
        name="Language"
        column="language"
        values={counts?.language ?? []}
        wordsOf={languageWords}
      />
      <FacetGroup name="Published">
        {counts && <Published published={counts.published} query={query} onQuery={onQuery} />}
      </FacetGroup>
      <ValueGroup {...group} name="Tags" column="tags" values={counts?.tags ?? []} isClosedAtFirst />
    </Facets>
  );
}

type ValueGroupProps = {
  readonly name: string;
  readonly column: ChoiceColumn;
  readonly values: readonly FacetValue[];
  readonly query: LibraryQuery;
  readonly onQuery: (query: LibraryQuery) => void;
  readonly wordsOf?: (value: string) => string;
  readonly isClosedAtFirst?: boolean;
};

/** Values by how many rows have them; picked ones stay listed even when no row is left. */
function ValueGroup({ name, column, values, query, onQuery, wordsOf = asItIs, isClosedAtFirst }: ValueGroupProps) {
  const [isWhole, setWhole] = useState(false);
  const chosen = chosenOf(query, column);
  const missing = chosen.filter((value) => !values.some((one) => one.value === value));
  const all = [...values, ...missing.map((value) => ({ value, count: 0 }))];
  const listed = isWhole ? all : all.filter(({ value }, at) => at < LISTED || chosen.includes(value));
  return (
    <FacetGroup
      name={name}
      rows={listed.map(({ value, count }) => ({
        id: value,
        name: value === '' ? <span className={css.nothing}>Not known</span> : wordsOf(value),
        count,
        isOn: chosen.includes(value),
      }))}
      onToggle={(value, isOn) => onQuery(withChosen(query, column, value, isOn))}
      more={all.length - listed.length}
      onMore={() => setWhole(true)}
      {...(isClosedAtFirst ? { isClosedAtFirst } : {})}
    />
  );
}

/** The library by time; a press on the years without a date shows just those. */
function Published({
  published,
  query,
  onQuery,
}: Pick<LibraryFacetsProps, 'query' | 'onQuery'> & { published: Counts['published'] }) {
  const { from, to, counts, unknown } = published;
  const onlyUnknown = { kind: 'published' as const, from: Number.MAX_SAFE_INTEGER, to: null, alsoUnknown: true };
  return (
    <>
      {from !== null && to !== null && (
        <Histogram label="Articles by date of publication" values={counts} from={dayOf(from)} to={dayOf(to)} />
      )}
      {unknown > 0 && (
        <span className={css.unknownYear}>
          <Button look="plain" isSmall onClick={() => onQuery(withFilter(query, 'published', onlyUnknown))}>
            No date, or no year
          </Button>
          <span className={css.count}>{unknown.toLocaleString('en')}</span>
        </span>
      )}
    </>
  );
}

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

/** A language by its name: `ar` is Arabic. What is no language tag stands as it is. */
export function languageWords(tag: string): string {
  try {
    return languageNames.of(tag) ?? tag;
  } catch {
    // Saved pages name languages as they like.
    return tag;
  }
}

function asItIs(value: string): string {
  return value;
}
