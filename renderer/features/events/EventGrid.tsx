import { type EventRow, rangeWords } from '#renderer/services/events/event-list.ts';
import { Grid } from '#renderer/ui/grid/Grid.tsx';
import type { GridColumn } from '#renderer/ui/grid/grid-types.ts';
import { useSorted } from '#renderer/ui/grid/use-sorted.ts';
import { dateSortKey } from '#shared/dates/date-order.ts';
import { shortDate } from '#shared/dates/short-date.ts';
import type { EventId } from '#shared/domain/ids.ts';
import css from './Events.module.css';

const COLUMNS: readonly GridColumn[] = [
  { id: 'label', name: 'Number', shortName: 'No.', width: 46, canSort: true },
  { id: 'title', name: 'Title', width: 150, isFluid: true, canSort: true },
  { id: 'type', name: 'Type', width: 84, canSort: true },
  { id: 'when', name: 'When', width: 116, canSort: true },
  { id: 'place', name: 'Place', width: 112, canSort: true },
  { id: 'actors', name: 'Actors', width: 110, isFluid: true },
  { id: 'killed', name: 'Killed', width: 62, align: 'end', canSort: true },
  { id: 'injured', name: 'Injured', width: 66, align: 'end', canSort: true },
  { id: 'casualties', name: 'Killed or injured', shortName: 'K or i', width: 62, align: 'end', canSort: true },
  { id: 'claims', name: 'Passages', width: 94, align: 'end', canSort: true },
  { id: 'articles', name: 'Articles', width: 68, align: 'end', canSort: true },
];

const collator = new Intl.Collator(undefined, { numeric: true });

/** By the lowest number that is said; events without one come last. */
function least(count: EventRow['killed']): number {
  return count?.min ?? count?.max ?? Number.POSITIVE_INFINITY;
}

function byNumber(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

const COMPARERS = {
  label: (a: EventRow, b: EventRow) => collator.compare(a.label, b.label),
  title: (a: EventRow, b: EventRow) => collator.compare(a.title, b.title),
  type: (a: EventRow, b: EventRow) => collator.compare(a.typeName, b.typeName),
  when: (a: EventRow, b: EventRow) => dateSortKey(a.when) - dateSortKey(b.when),
  place: (a: EventRow, b: EventRow) => collator.compare(a.place, b.place),
  killed: (a: EventRow, b: EventRow) => byNumber(least(a.killed), least(b.killed)),
  injured: (a: EventRow, b: EventRow) => byNumber(least(a.injured), least(b.injured)),
  casualties: (a: EventRow, b: EventRow) => byNumber(least(a.casualties), least(b.casualties)),
  claims: (a: EventRow, b: EventRow) => a.claims - b.claims,
  articles: (a: EventRow, b: EventRow) => a.articles - b.articles,
};

type EventGridProps = {
  readonly rows: readonly EventRow[];
  readonly inHand: EventId | null;
  readonly onCursor: (id: EventId) => void;
};

/** The events, one a row. */
export function EventGrid({ rows, inHand, onCursor }: EventGridProps) {
  const { sorted, sort, sortBy } = useSorted('events', rows, COMPARERS, { columnId: 'when', isDescending: true });
  const cursor = sorted.findIndex(({ id }) => id === inHand);
  return (
    <Grid
      label="Events"
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
      onOpen={() => document.querySelector<HTMLElement>('[data-area="Event card"]')?.focus()}
      sort={sort}
      onSort={sortBy}
    />
  );
}

function cellsOf(row: EventRow) {
  return [
    <span key="label" className={css.label}>
      {row.label}
    </span>,
    <bdi key="title" className={css.title}>
      {row.title}
    </bdi>,
    row.typeName,
    <span key="when" className="tab">
      {row.when ? shortDate(row.when) : ''}
    </span>,
    <bdi key="place">{row.place}</bdi>,
    <span key="actors">
      {row.actors.map((actor, at) => (
        <span key={actor}>
          {at > 0 && ', '}
          <bdi>{actor}</bdi>
        </span>
      ))}
    </span>,
    rangeWords(row.killed),
    rangeWords(row.injured),
    rangeWords(row.casualties),
    row.denials > 0 ? `${row.claims}, ${row.denials} denied` : row.claims.toLocaleString('en'),
    row.articles.toLocaleString('en'),
  ];
}
