import { countWords } from '#renderer/services/events/count-range.ts';
import type { EventRow } from '#renderer/services/events/event-list.ts';
import type { ListColumn } from '#renderer/ui/grid/ListGrid.tsx';
import { dateSortKey } from '#shared/dates/date-order.ts';
import { shortDate } from '#shared/dates/short-date.ts';
import css from './Events.module.css';

const collator = new Intl.Collator(undefined, { numeric: true });

/** The columns of the events list, in the order in which they stand at first. */
export const eventColumns: readonly ListColumn<EventRow>[] = [
  {
    ...column('label', 'Number', 46),
    shortName: 'No.',
    isNeeded: true,
    cell: ({ label }) => <span className={css.label}>{label}</span>,
    compare: (a, b) => collator.compare(a.label, b.label),
  },
  {
    ...column('title', 'Title', 200),
    isFluid: true,
    canResize: false,
    isNeeded: true,
    cell: ({ title }) => <bdi className={css.title}>{title}</bdi>,
    compare: (a, b) => collator.compare(a.title, b.title),
  },
  {
    ...column('type', 'Type', 88, 4),
    cell: ({ typeName }) => typeName,
    compare: (a, b) => collator.compare(a.typeName, b.typeName),
  },
  {
    ...column('when', 'When', 116),
    cell: ({ when }) => <span className="tab">{when ? shortDate(when) : ''}</span>,
    compare: (a, b) => dateSortKey(a.when) - dateSortKey(b.when),
  },
  {
    ...column('place', 'Place', 112),
    cell: ({ place }) => <bdi>{place}</bdi>,
    compare: (a, b) => collator.compare(a.place, b.place),
  },
  { ...column('actors', 'Actors', 110, 2), isFluid: true, canSort: false, canResize: false, cell: Actors },
  counted('killed', 'Killed', 'killed', 64),
  counted('injured', 'Injured', 'injured', 70),
  { ...counted('killed-or-injured', 'Killed or injured', 'casualties', 78, 1), shortName: 'Casualties' },
  {
    ...column('claims', 'Passages', 94, 3),
    align: 'end',
    cell: ({ claims, denials }) => (denials > 0 ? `${claims}, ${denials} denied` : claims.toLocaleString('en')),
    compare: (a, b) => a.claims - b.claims,
  },
  {
    ...column('articles', 'Articles', 68, 5),
    align: 'end',
    cell: ({ articles }) => articles.toLocaleString('en'),
    compare: (a, b) => a.articles - b.articles,
  },
];

/** The columns whose cells can be written in, from left to right. */
export const writtenColumns = ['title', 'type', 'when', 'place', 'killed', 'injured', 'killed-or-injured'] as const;

function column(id: string, name: string, width: number, yields = 0) {
  return { id, name, width, yields, canSort: true, canResize: true };
}

function counted(
  id: string,
  name: string,
  field: 'killed' | 'injured' | 'casualties',
  width: number,
  yields = 0,
): ListColumn<EventRow> {
  return {
    ...column(id, name, width, yields),
    align: 'end',
    cell: (row) => countWords(row[field]),
    compare: (a, b) => byNumber(least(a[field]), least(b[field])),
  };
}

/** By the lowest number that is said; events without one come last. */
function least(count: EventRow['killed']): number {
  return count?.min ?? count?.max ?? Number.POSITIVE_INFINITY;
}

function byNumber(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

function Actors({ actors }: EventRow) {
  return (
    <span>
      {actors.map((actor, at) => (
        <span key={actor}>
          {at > 0 && ', '}
          <bdi>{actor}</bdi>
        </span>
      ))}
    </span>
  );
}
