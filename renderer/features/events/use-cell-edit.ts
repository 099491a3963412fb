import { useMemo, useRef, useState } from 'react';
import type { EventRow } from '#renderer/services/events/event-list.ts';
import { type CellReading, cellWords, isTypedCell, readCell } from '#renderer/services/events-editing/event-cell.ts';
import { EventEditor } from '#renderer/services/events-editing/event-editor.ts';
import { type EventForm, formOf } from '#renderer/services/events-editing/event-form.ts';
import { useServices } from '#renderer/services/services.ts';
import type { EntityType } from '#shared/domain/codebook.ts';
import type { Entity } from '#shared/domain/entity.ts';
import type { EventId } from '#shared/domain/ids.ts';
import { toPayload } from '#shared/kernel/app-error.ts';

/** A cell that is being written in: what was typed, and what keeps it from being saved. */
export type OpenCell = {
  readonly eventId: EventId;
  readonly column: string;
  readonly words: string;
  readonly fault: string | null;
  readonly choices: Extract<CellReading, { fault: string }>['choices'];
};

/** What can be done in a cell. */
export type CellActs = {
  readonly type: (words: string) => void;
  /** Saves what was typed, or these words. @returns whether it is stored and the cell closed */
  readonly save: (words?: string) => Promise<boolean>;
  readonly setPlace: (place: Pick<Entity, 'id' | 'name'> | null) => Promise<boolean>;
  readonly createPlace: (name: string, type: EntityType) => Promise<boolean>;
  readonly leave: () => void;
};

type Held = OpenCell & { readonly row: EventRow; readonly form: EventForm };

/** Writing in the cells of the list: one at a time, each saved as one step by the rules of the event's form. */
export function useCellEdit() {
  const { workspace, notices } = useServices();
  const [held, setHeld] = useState<Held | null>(null);
  const editor = useMemo(() => new EventEditor(workspace), [workspace]);
  // a field that goes because it was saved loses the focus as well: what it says then was heard already
  const isSaving = useRef(false);
  const store = async ({ row, column, words }: Held, form: EventForm, newEntities: readonly Entity[] = []) => {
    if (isSaving.current) return false;
    isSaving.current = true;
    const isSame = (now: Held | null): now is Held => now?.eventId === row.id && now.column === column;
    try {
      await editor.save({ form, before: row.event, isNew: false, name: row.title, evidence: [], newEntities });
      setHeld((now) => (isSame(now) ? null : now));
      return true;
    } catch (error) {
      const fault = toPayload(error).message;
      setHeld((now) => (isSame(now) ? { ...now, words, fault, choices: [] } : now));
      return false;
    } finally {
      isSaving.current = false;
    }
  };
  const placed = (held: Held, place: EventForm['place'], made: readonly Entity[] = []) =>
    store(held, { ...held.form, place }, made);
  const begin = (row: EventRow, column: string) => {
    if (held?.fault && held.words !== '') {
      notices.warn(`“${held.words}” was not saved in ${held.row.label}: ${held.fault}`);
    }
    const form = formOf(
      row.event,
      () => row.place,
      () => workspace.events.elementId(),
    );
    const words = isTypedCell(column) ? cellWords(row.event, column) : row.place;
    setHeld({ row, form, eventId: row.id, column, words, fault: null, choices: [] });
  };
  const acts: CellActs = {
    type: (words) => setHeld((now) => now && { ...now, words, fault: null, choices: [] }),
    async save(words = held?.words ?? '') {
      if (!held || !isTypedCell(held.column)) return false;
      const read = readCell(held.form, held.row.event, held.column, words);
      if ('form' in read) return store({ ...held, words }, read.form);
      setHeld({ ...held, words, ...read });
      return false;
    },
    setPlace: async (place) => held !== null && placed(held, place && { entityId: place.id, name: place.name }),
    async createPlace(name, type) {
      const made = workspace.entities.draft(name, type);
      return held !== null && placed(held, { entityId: made.id, name }, [made]);
    },
    leave: () => setHeld(null),
  };
  return { open: held as OpenCell | null, begin, acts };
}
