import type { EntityRow } from '#renderer/services/entities/entity-list.ts';
import { Grid } from '#renderer/ui/grid/Grid.tsx';
import type { GridColumn } from '#renderer/ui/grid/grid-types.ts';
import { useSorted } from '#renderer/ui/grid/use-sorted.ts';
import { TypeMark } from '#renderer/ui/TypeMark.tsx';
import { lookOf } from '#renderer/ui/type-icons.ts';
import { dateSortKey } from '#shared/dates/date-order.ts';
import type { EntityId } from '#shared/domain/ids.ts';
import css from './Entities.module.css';

const COLUMNS: readonly GridColumn[] = [
  { id: 'type', name: 'Type', hidesName: true, width: 28, minWidth: 28, canSort: true },
  { id: 'name', name: 'Name', width: 170, isFluid: true, canSort: true },
  { id: 'aliases', name: 'Aliases', width: 150, isFluid: true },
  { id: 'mentions', name: 'Mentions', width: 94, align: 'end', canSort: true },
  { id: 'articles', name: 'Articles', width: 74, align: 'end', canSort: true },
  { id: 'first', name: 'First seen', shortName: 'First', width: 100, align: 'end', canSort: true },
  { id: 'last', name: 'Last seen', shortName: 'Last', width: 100, align: 'end', canSort: true },
];

const collator = new Intl.Collator(undefined, { numeric: true });
const byName = (a: EntityRow, b: EntityRow) => collator.compare(a.name, b.name);
const COMPARERS = {
  type: (a: EntityRow, b: EntityRow) => collator.compare(a.type?.name ?? '', b.type?.name ?? '') || byName(a, b),
  name: byName,
  mentions: (a: EntityRow, b: EntityRow) => a.mentions - b.mentions,
  articles: (a: EntityRow, b: EntityRow) => a.articles - b.articles,
  first: (a: EntityRow, b: EntityRow) => dateSortKey(a.first) - dateSortKey(b.first),
  last: (a: EntityRow, b: EntityRow) => dateSortKey(a.last) - dateSortKey(b.last),
};

type EntityGridProps = {
  readonly rows: readonly EntityRow[];
  readonly inHand: EntityId | null;
  readonly onCursor: (id: EntityId) => void;
};

/** The entities, one a row. */
export function EntityGrid({ rows, inHand, onCursor }: EntityGridProps) {
  const { sorted, sort, sortBy } = useSorted('entities', rows, COMPARERS, { columnId: 'mentions', isDescending: true });
  const cursor = sorted.findIndex(({ id }) => id === inHand);
  return (
    <Grid
      label="Entities"
      columns={COLUMNS}
      rowCount={sorted.length}
      rowKey={(index) => sorted[index]?.id ?? String(index)}
      cells={(index) => {
        const row = sorted[index];
        return row && cellsOf(row);
      }}
      cursor={cursor < 0 ? null : cursor}
      onCursor={(index) => {
        const row = sorted[index];
        if (row) onCursor(row.id);
      }}
      onOpen={() => document.querySelector<HTMLElement>('[data-area="Entity"]')?.focus()}
      sort={sort}
      onSort={sortBy}
    />
  );
}

function cellsOf({ name, aliases, type, mentions, articles, first, last }: EntityRow) {
  return [
    <span key="type" className={css.mark}>
      <TypeMark look={lookOf(type ?? UNTYPED)} />
    </span>,
    <bdi key="name" className={css.name}>
      {name}
    </bdi>,
    <span key="aliases" className={css.second}>
      {aliases.map((alias, at) => (
        <span key={alias}>
          {at > 0 && ', '}
          <bdi>{alias}</bdi>
        </span>
      ))}
    </span>,
    mentions.toLocaleString('en'),
    articles.toLocaleString('en'),
    <span key="first">{shortDate(first?.split('/', 1)[0])}</span>,
    <span key="last">{shortDate(last?.split('/').at(-1))}</span>,
  ];
}

/** What an entity is drawn as whose type the codebook no longer has. */
const UNTYPED = { tint: 'other', icon: 'cube', name: 'No type' };

function shortDate(edtf: string | undefined): string {
  return edtf?.replace(/T.*$/, '') ?? '';
}
