import { type Entity, entitySchema } from '#shared/domain/entity.ts';
import { type Event, eventSchema } from '#shared/domain/event.ts';
import { highlightSchema } from '#shared/domain/highlight.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import type { Evidence } from './event-editor.ts';
import { COUNTED, type EventForm, type EvidenceField } from './event-form.ts';

/** An event as it was typed and not saved. */
export type EventDraft = {
  readonly before: Event;
  readonly isNew: boolean;
  readonly label: string;
  readonly form: EventForm;
  readonly evidence: readonly Evidence[];
  readonly newEntities: readonly Entity[];
  /** Filled fields of a new event that do not rest on the passage it was begun from. */
  readonly spared: readonly EvidenceField[];
  /** The field that the next passage is evidence for; null for the event as such. */
  readonly field: EvidenceField | null;
};

/** What keeps drafts: the profile's storage, and locks that a window cannot outlive. */
export type DraftPorts = {
  readonly store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;
  /** Holds a name as long as this window lives. @returns a function that lets it go */
  readonly hold: (name: string) => () => void;
  readonly isHeld: (name: string) => Promise<boolean>;
};

const PREFIX = 'casewright.event-draft.';

/**
 * Keeps what stands in the event form outside of the ledger until it is saved or put away: a window that closes, or dies, must
 * not take it along. Saving is the analyst's own act, so nothing is saved for them.
 */
export class EventDrafts<Draft extends EventDraft> {
  private readonly ports: DraftPorts;
  private kept: { readonly name: string; readonly release: () => void } | null = null;

  constructor(ports: DraftPorts) {
    this.ports = ports;
  }

  /** Keeps what is typed now; null when there is nothing that is not saved. */
  keep(caseId: CaseId, draft: Draft | null): void {
    const name = draft && `${PREFIX}${caseId}.${draft.before.id}`;
    if (this.kept && this.kept.name !== name) this.forget();
    if (name === null) return;
    this.kept ??= { name, release: this.ports.hold(name) };
    try {
      this.ports.store.setItem(name, JSON.stringify(draft));
    } catch (error) {
      // full or switched off: the form itself still holds it
      console.warn(error);
    }
  }

  /** Lets go of what is kept without forgetting it: the form leaves the desk. */
  leave(): void {
    this.kept?.release();
    this.kept = null;
  }

  /** Takes out what a window left behind that no longer lives; null when there is nothing of the case. */
  async left(caseId: CaseId): Promise<Draft | null> {
    const { store, isHeld } = this.ports;
    const names = Array.from({ length: store.length }, (_, at) => store.key(at) ?? '');
    for (const name of names) {
      if (!name.startsWith(`${PREFIX}${caseId}.`) || (await isHeld(name))) continue;
      const draft = readDraft<Draft>(store.getItem(name));
      if (draft) return draft;
      store.removeItem(name);
    }
    return null;
  }

  private forget(): void {
    if (this.kept) this.ports.store.removeItem(this.kept.name);
    this.leave();
  }
}

/** Drafts of this window's profile. */
export function eventDraftsOf<Draft extends EventDraft>(): EventDrafts<Draft> {
  return new EventDrafts<Draft>({
    store: localStorage,
    hold(name) {
      let release = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      navigator.locks.request(name, () => held).catch((error: unknown) => console.warn(error));
      return () => release();
    },
    isHeld: async (name) => (await navigator.locks.query()).held?.some((lock) => lock.name === name) ?? false,
  });
}

/** What somebody else wrote there, or an older version, is dropped. */
function readDraft<Draft extends EventDraft>(text: string | null): Draft | null {
  try {
    const draft: Partial<EventDraft> | null = JSON.parse(text ?? 'null');
    const isWhole =
      draft !== null &&
      eventSchema.safeParse(draft.before).success &&
      isForm(draft.form) &&
      Array.isArray(draft.spared) &&
      Array.isArray(draft.evidence) &&
      draft.evidence.every((one) => highlightSchema.safeParse(Object(one).highlight).success) &&
      Array.isArray(draft.newEntities) &&
      draft.newEntities.every((entity) => entitySchema.safeParse(entity).success);
    return isWhole ? (draft as Draft) : null;
  } catch {
    return null; // no JSON
  }
}

function isForm(form: unknown): boolean {
  const { title, type, date, note, actors, counts } = Object(form);
  const areTexts = [title, type, date, note].every((value) => typeof value === 'string');
  return (
    areTexts && Array.isArray(actors) && COUNTED.every((effect) => typeof Object(counts)[effect]?.least === 'string')
  );
}
