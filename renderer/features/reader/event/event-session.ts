import type { EventDraft } from '#renderer/services/events-editing/event-drafts.ts';
import { datesOf, nameOfEvent } from '#renderer/services/events-editing/event-form.ts';
import type { Codebook } from '#shared/domain/codebook.ts';
import type { Entity } from '#shared/domain/entity.ts';

/** The event in hand: the form with what was typed, and passages that will be stored with it. */
export type EventSession = EventDraft & {
  /** What stood in the form when it was opened: all else was typed. */
  readonly opened: string;
  /** Why the last save failed, in words. */
  readonly problem: string | null;
};

/** What the event in hand is called. */
export function nameOf({ form, before }: EventSession, codebook: Codebook): string {
  const type = codebook.eventTypes.find(({ id }) => id === form.type)?.name;
  return nameOfEvent(form.title, type, form.place?.name ?? null, datesOf(form, before)[0] ?? null);
}

/** What will be made with the event, and one more. */
export function withMade({ newEntities }: EventSession, made: Entity | undefined): readonly Entity[] {
  return made ? [...newEntities, made] : newEntities;
}
