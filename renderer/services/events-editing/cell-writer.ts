import { difference } from '#shared/custody/make-change.ts';
import type { EntityType } from '#shared/domain/codebook.ts';
import type { Entity } from '#shared/domain/entity.ts';
import type { Event } from '#shared/domain/event.ts';
import type { ElementId, EventId } from '#shared/domain/ids.ts';
import { AppError, toPayload } from '#shared/kernel/app-error.ts';
import type { EventRow } from '../events/event-list.ts';
import { type CellReading, cellWords, isTypedCell, readCell } from './event-cell.ts';
import { type EventForm, eventOf, formOf } from './event-form.ts';
import type { WrittenCell } from './written-cells.ts';

/** A cell that is being written in: what was typed, and what keeps it from being saved. */
export type OpenCell = {
  readonly eventId: EventId;
  readonly column: string;
  readonly words: string;
  readonly fault: string | null;
  readonly choices: Extract<CellReading, { fault: string }>['choices'];
};

/** What the list shows of an event, as far as its cells are written from it. */
export type WrittenRow = Pick<EventRow, 'id' | 'label' | 'title' | 'place' | 'event'>;

/** What a cell needs of the desk. */
export type CellPorts = {
  /** The event as it is stored now. @throws {AppError} `not-found` */
  readonly read: (id: EventId) => Promise<Event>;
  /** Stores the event as the form says it. @returns the event as it is then */
  readonly store: (row: WrittenRow, form: EventForm, newEntities: readonly Entity[]) => Promise<Event>;
  readonly draftEntity: (name: string, type: EntityType) => Entity;
  readonly elementId: () => ElementId;
  readonly warn: (words: string) => void;
  /** Hears of what is being stored. */
  readonly begins: (work: Promise<void>) => void;
  /** Hears which cell is open, and what the list may not show yet. */
  readonly onChange: (open: OpenCell | null, written: readonly WrittenCell[]) => void;
};

type Held = OpenCell & {
  /** As it will be once all is stored that is under way. */
  readonly row: WrittenRow;
  readonly form: EventForm;
};
/** Puts what was typed into the form of the event, as the event stands when it is asked. */
type Fill = (form: EventForm, before: Event) => EventForm;
type Kept = WrittenCell & { readonly fill: Fill };

/**
 * The cell of the events list that is written in: one at a time, each saved as one step by the rules of the event's form.
 * What can be kept closes its cell at once and is stored behind it, in the order in which it was typed: no key waits for
 * the store, and none is lost to a cell that was left.
 */
export class CellWriter {
  private readonly ports: CellPorts;
  private held: Held | null = null;
  private written: readonly Kept[] = [];
  private last: Promise<void> = Promise.resolve();

  constructor(ports: CellPorts) {
    this.ports = ports;
  }

  /** Opens a cell. What could not be kept of the one before is said. */
  readonly begin = (shown: WrittenRow, column: string): void => {
    const { held } = this;
    if (held?.fault && held.words !== '') this.warn(held, held.fault);
    const row = this.withWritten(shown);
    const words = isTypedCell(column) ? cellWords(row.event, column) : row.place;
    this.hold({ row, form: this.formOf(row), eventId: row.id, column, words, fault: null, choices: [] });
  };

  /** Takes what was typed. */
  readonly type = (words: string): void => {
    if (this.held) this.hold({ ...this.held, words, fault: null, choices: [] });
  };

  /** Keeps what was typed, or these words. @returns whether they can be kept: the cell is closed then */
  readonly save = (words = this.held?.words ?? ''): boolean => {
    const { held } = this;
    if (!held || !isTypedCell(held.column)) return false;
    const { column } = held;
    const read = readCell(held.form, held.row.event, column, words);
    if (!('form' in read)) {
      this.hold({ ...held, words, ...read });
      return false;
    }
    return this.keep({ ...held, words }, (form, before) => {
      const again = readCell(form, before, column, words);
      return 'form' in again ? again.form : form;
    });
  };

  /** Keeps a known place, or with null none. @returns whether a cell was open for it */
  readonly setPlace = (place: Pick<Entity, 'id' | 'name'> | null): boolean =>
    this.place(place && { entityId: place.id, name: place.name });

  /** Makes a place with the step that keeps it. @returns whether a cell was open for it */
  readonly createPlace = (name: string, type: EntityType): boolean => {
    const made = this.ports.draftEntity(name, type);
    return this.place({ entityId: made.id, name }, [made]);
  };

  /** Closes the cell as it was. */
  readonly leave = (): void => this.hold(null);

  /** Hears that the list was read anew: what is stored stands in it by now. */
  readonly seen = (): void => {
    const waiting = this.written.filter(({ isStored }) => !isStored);
    if (waiting.length < this.written.length) this.tell(this.held, waiting);
  };

  private place(place: EventForm['place'], made: readonly Entity[] = []): boolean {
    const { held } = this;
    if (!held) return false;
    return this.keep({ ...held, words: place?.name ?? '' }, (form) => ({ ...form, place }), made);
  }

  private keep(of: Held, fill: Fill, newEntities: readonly Entity[] = []): true {
    const event = eventOf(fill(of.form, of.row.event), of.row.event, new Set());
    const cell: Kept = { eventId: of.eventId, column: of.column, event, words: of.words, isStored: false, fill };
    this.tell(null, [...this.written, cell]);
    this.last = this.last.then(() => this.store(of, newEntities, cell));
    this.ports.begins(this.last);
    return true;
  }

  private async store(of: Held, newEntities: readonly Entity[], cell: Kept): Promise<void> {
    const others = () => this.written.filter((one) => one !== cell);
    try {
      const event = await this.ports.read(of.eventId);
      if (valueAt(event, of.column) !== valueAt(of.row.event, of.column)) {
        throw new AppError('conflict', 'It was changed in another window meanwhile.');
      }
      const row = { ...of.row, event };
      const after = await this.ports.store(row, cell.fill(this.formOf(row), event), newEntities);
      // the list is read anew only where something was stored
      const isChanged = difference('events', event, after).length > 0;
      this.tell(this.held, isChanged ? [...others(), { ...cell, isStored: true }] : others());
    } catch (error) {
      this.tell(this.held, others());
      this.warn(of, toPayload(error).message);
    }
  }

  private warn({ words, row }: Held, why: string): void {
    this.ports.warn(`“${words}” was not saved in ${row.label}: ${why}`);
  }

  /** A row with what was written in it, which the list may not show yet. */
  private withWritten(row: WrittenRow): WrittenRow {
    let now = row;
    for (const { eventId, column, words, fill } of this.written) {
      if (eventId !== row.id) continue;
      const event = eventOf(fill(this.formOf(now), now.event), now.event, new Set());
      now = { ...now, event, place: column === 'place' ? words : now.place };
    }
    return now;
  }

  private formOf({ event, place }: WrittenRow): EventForm {
    return formOf(event, () => place, this.ports.elementId);
  }

  private hold(held: Held | null): void {
    this.tell(held, this.written);
  }

  private tell(held: Held | null, written: readonly Kept[]): void {
    this.held = held;
    this.written = written;
    this.ports.onChange(held, written);
  }
}

/** What a cell shows of an event, to compare by. */
function valueAt(event: Event, column: string): string {
  return isTypedCell(column) ? cellWords(event, column) : String(event.placeId);
}
