import type { EntityRow } from '#renderer/services/entities/entity-list.ts';
import type { ListColumn } from '#renderer/ui/grid/ListGrid.tsx';
import { TypeMark } from '#renderer/ui/TypeMark.tsx';
import { lookOf } from '#renderer/ui/type-icons.ts';
import { dateSortKey } from '#shared/dates/date-order.ts';
import { shortDate } from '#shared/dates/short-date.ts';
import css from './Entities.module.css';

const collator = new Intl.Collator(undefined, { numeric: true });
const byName = (a: EntityRow, b: EntityRow) => collator.compare(a.name, b.name);

/** The columns of the entities list, in the order in which they stand at first. */
export const entityColumns: readonly ListColumn<EntityRow>[] = [
  {
    ...column('type', 'Type', 28),
    hidesName: true,
    minWidth: 28,
    canResize: false,
    cell: ({ type }) => (
      <span className={css.mark}>
        <TypeMark look={lookOf(type ?? UNTYPED)} />
      </span>
    ),
    compare: (a, b) => collator.compare(a.type?.name ?? '', b.type?.name ?? '') || byName(a, b),
  },
  {
    ...column('name', 'Name', 170),
    isFluid: true,
    canResize: false,
    isNeeded: true,
    cell: ({ name }) => <bdi className={css.name}>{name}</bdi>,
    compare: byName,
  },
  { ...column('aliases', 'Aliases', 150, 4), isFluid: true, canSort: false, canResize: false, cell: Aliases },
  {
    ...column('mentions', 'Mentions', 94),
    align: 'end',
    cell: ({ mentions }) => mentions.toLocaleString('en'),
    compare: (a, b) => a.mentions - b.mentions,
  },
  {
    ...column('articles', 'Articles', 74, 1),
    align: 'end',
    cell: ({ articles }) => articles.toLocaleString('en'),
    compare: (a, b) => a.articles - b.articles,
  },
  {
    ...column('first', 'First seen', 100, 3),
    shortName: 'First',
    align: 'end',
    cell: ({ first }) => shortDay(first?.split('/', 1)[0]),
    compare: (a, b) => dateSortKey(a.first) - dateSortKey(b.first),
  },
  {
    ...column('last', 'Last seen', 100, 2),
    shortName: 'Last',
    align: 'end',
    cell: ({ last }) => shortDay(last?.split('/').at(-1)),
    compare: (a, b) => dateSortKey(a.last) - dateSortKey(b.last),
  },
];

function column(id: string, name: string, width: number, yields = 0) {
  return { id, name, width, yields, canSort: true, canResize: true };
}

function Aliases({ aliases }: EntityRow) {
  return (
    <span className={css.second}>
      {aliases.map((alias, at) => (
        <span key={alias}>
          {at > 0 && ', '}
          <bdi>{alias}</bdi>
        </span>
      ))}
    </span>
  );
}

/** What an entity is drawn as whose type the codebook no longer has. */
const UNTYPED = { tint: 'other', icon: 'cube', name: 'No type' };

function shortDay(edtf: string | undefined): string {
  return edtf ? shortDate(edtf) : '';
}
