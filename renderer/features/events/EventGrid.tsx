import { useState } from 'react';
import type { EventRow } from '#renderer/services/events/event-list.ts';
import type { ListColumn } from '#renderer/ui/grid/ListGrid.tsx';
import { ListGrid } from '#renderer/ui/grid/ListGrid.tsx';
import type { Columns } from '#renderer/ui/grid/use-columns.ts';
import type { Codebook } from '#shared/domain/codebook.ts';
import type { EventId } from '#shared/domain/ids.ts';
import { CellField } from './CellField.tsx';
import { writtenColumns } from './event-columns.tsx';
import { useCellEdit } from './use-cell-edit.ts';

type EventGridProps = {
  readonly rows: readonly EventRow[];
  readonly columns: Columns<ListColumn<EventRow>>;
  /** Undefined while it is being read: nothing can be written then. */
  readonly codebook: Codebook | undefined;
  readonly inHand: EventId | null;
  readonly onCursor: (id: EventId) => void;
};

/** The events, one a row; what the form's fields hold can be written in its cell. */
export function EventGrid({ rows, columns, codebook, inHand, onCursor }: EventGridProps) {
  const { open, writer, shown } = useCellEdit(rows, codebook);
  const [column, setColumn] = useState('title');
  const canEdit = (id: string) => codebook !== undefined && writtenColumns.some((one) => one === id);
  const edit = (row: EventRow, id: string) => {
    setColumn(id);
    onCursor(row.id);
    writer.begin(row, id);
  };
  const next = (row: EventRow, from: string, by: 1 | -1) => {
    const order = columns.shown.map(({ id }) => id).filter(canEdit);
    const to = order[order.indexOf(from) + by];
    if (to) edit(row, to);
  };
  return (
    <ListGrid
      label="Events"
      name="events"
      columns={columns}
      rows={shown}
      firstSort={{ columnId: 'when', isDescending: true }}
      inHand={inHand}
      onCursor={onCursor}
      onOpen={() => document.querySelector<HTMLElement>('[data-area="Event card"]')?.focus()}
      edit={{
        column,
        onColumn: setColumn,
        canEdit,
        onEdit: edit,
        field: (row, id) =>
          codebook && open?.eventId === row.id && open.column === id ? (
            <CellField
              label={`${columns.shown.find((one) => one.id === id)?.name}, ${row.label}`}
              open={open}
              acts={writer}
              codebook={codebook}
              onNext={(by) => next(row, id, by)}
            />
          ) : null,
      }}
    />
  );
}
