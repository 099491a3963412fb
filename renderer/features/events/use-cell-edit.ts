import { useEffect, useMemo, useState } from 'react';
import type { EventRow } from '#renderer/services/events/event-list.ts';
import { CellWriter, type OpenCell } from '#renderer/services/events-editing/cell-writer.ts';
import { EventEditor } from '#renderer/services/events-editing/event-editor.ts';
import { type WrittenCell, withWritten } from '#renderer/services/events-editing/written-cells.ts';
import { useServices } from '#renderer/services/services.ts';
import type { Codebook } from '#shared/domain/codebook.ts';
import { AppError } from '#shared/kernel/app-error.ts';

/** What can be done in a cell. */
export type CellActs = Pick<CellWriter, 'type' | 'save' | 'setPlace' | 'createPlace' | 'leave'>;

/** Writing in the cells of the list: one at a time, each saved as one step; the rows with what was written in them. */
export function useCellEdit(rows: readonly EventRow[], codebook: Codebook | undefined) {
  const { workspace, notices, underWay } = useServices();
  const [{ open, written }, setState] = useState<State>(NOTHING);
  const writer = useMemo(() => {
    const editor = new EventEditor(workspace);
    return new CellWriter({
      async read(id) {
        const event = await workspace.events.get(id);
        if (!event) throw new AppError('not-found', 'The event was removed meanwhile.');
        return event;
      },
      store({ event: before, title: name }, form, newEntities) {
        return editor.save({ form, before, isNew: false, name, evidence: [], newEntities });
      },
      draftEntity: (name, type) => workspace.entities.draft(name, type),
      elementId: () => workspace.events.elementId(),
      warn: notices.warn,
      begins: underWay.add,
      onChange: (now, cells) => setState({ open: now, written: cells }),
    });
  }, [workspace, notices, underWay]);
  useEffect(() => {
    if (rows.length > 0) writer.seen();
  }, [rows, writer]);
  const shown = useMemo(
    () => (written.length === 0 ? rows : rows.map((row) => withWritten(row, written, codebook))),
    [rows, written, codebook],
  );
  return { open, writer, shown };
}

type State = { readonly open: OpenCell | null; readonly written: readonly WrittenCell[] };
const NOTHING: State = { open: null, written: [] };
