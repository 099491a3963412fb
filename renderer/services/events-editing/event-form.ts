import { dateInWords } from '#shared/dates/date-words.ts';
import { readDate } from '#shared/dates/read-date.ts';
import type { Entity } from '#shared/domain/entity.ts';
import type { Count, Effect, Event, Participant } from '#shared/domain/event.ts';
import type { ElementId, EntityId } from '#shared/domain/ids.ts';
import { isHedged, rangeOf } from '../events/count-range.ts';

/** The effects that the form has fields for, in its order. */
export const COUNTED = ['killed', 'injured', 'killed-or-injured'] as const satisfies readonly Effect[];

/** An effect that the form has fields for. */
export type Counted = (typeof COUNTED)[number];

/** An entity as a field of the form holds it: a known one, or one that is made when the form is saved. */
export type ChosenEntity = { readonly entityId: EntityId; readonly name: string };

/** An actor and what it was in the event. */
export type ActorLine = ChosenEntity & { readonly id: ElementId; readonly role: string };

/** How many, as typed. */
export type CountLine = {
  /** Under which the event keeps the count, and claims name it. */
  readonly id: ElementId;
  readonly least: string;
  readonly most: string;
  readonly whom: string;
};

/** What stands in the form, as it was typed or chosen. */
export type EventForm = {
  readonly title: string;
  readonly type: string;
  readonly date: string;
  readonly place: ChosenEntity | null;
  readonly actors: readonly ActorLine[];
  readonly counts: Readonly<Record<Counted, CountLine>>;
  readonly note: string;
};

/** A field that evidence can be given for. */
export type EvidenceField = 'type' | 'when' | 'placeId' | 'participants' | Counted;

/** What is wrong with the fields, in words; empty when the form can be saved. */
export type FormFaults = Partial<Record<'date' | Counted, string>>;

/** Where claims on a field of the form point within the event. */
export function pathOf(field: EvidenceField, form: EventForm): string {
  return isCounted(field) ? `counts[${form.counts[field].id}]` : field;
}

/** The field of the form that a claim's path belongs to; null for the event as such and for what the form does not show. */
export function fieldOfPath(path: string, form: EventForm): EvidenceField | null {
  const counted = COUNTED.find((effect) => path === `counts[${form.counts[effect].id}]`);
  if (counted) return counted;
  if (path.startsWith('participants')) return 'participants';
  return path === 'type' || path === 'when' || path === 'placeId' ? path : null;
}

/**
 * Fills the form from an event.
 *
 * @param nameOf - the name of an entity by its id
 * @param newId - a fresh id for a count that the event does not have yet
 */
export function formOf(event: Event, nameOf: (id: EntityId) => string, newId: () => ElementId): EventForm {
  const line = (effect: Counted): CountLine => {
    const count = event.counts.find((one) => one.effect === effect);
    const isInWords = count !== undefined && isHedged(count);
    return {
      id: count?.id ?? newId(),
      least: isInWords ? count.words : (count?.min?.toString() ?? ''),
      most: isInWords ? '' : (count?.max?.toString() ?? ''),
      whom: count?.whom?.words ?? '',
    };
  };
  return {
    title: event.title,
    type: event.type,
    date: event.when === null ? '' : dateInWords(event.when),
    place: event.placeId && { entityId: event.placeId, name: nameOf(event.placeId) },
    actors: event.participants.map(({ id, entityId, role }) => ({ id, entityId, role, name: nameOf(entityId) })),
    counts: { killed: line('killed'), injured: line('injured'), 'killed-or-injured': line('killed-or-injured') },
    note: event.note,
  };
}

/**
 * What the typed date can mean.
 *
 * @returns EDTF, several where the words can mean several; none when they cannot be read or nothing was typed
 */
export function datesOf(form: Pick<EventForm, 'date'>, before: Event): readonly string[] {
  if (form.date.trim() === '') return [];
  // Left as it was: the stored date, which its words may not say in full.
  if (before.when !== null && form.date === dateInWords(before.when)) return [before.when];
  return readDate(form.date);
}

/** Says what keeps the form from being saved. */
export function faultsOf(form: EventForm, before: Event): FormFaults {
  const faults: FormFaults = {};
  const dates = datesOf(form, before);
  if (form.date.trim() !== '' && dates.length === 0) {
    faults.date = 'Not read as a date. Write it as “10 November 2019”, “Nov 2019”, “about 14 March” or in EDTF.';
  } else if (dates.length > 1) {
    faults.date = 'This can mean several days: choose one below.';
  }
  for (const effect of COUNTED) {
    const { least, most } = form.counts[effect];
    const range = rangeOf(least, most);
    if (!range) faults[effect] = 'Not read as a number. Write it as “5”, “5–9”, “at least 5” or “about 5”.';
    else if (range.min !== null && range.max !== null && range.min > range.max)
      faults[effect] = '“At least” is more than “at most”.';
  }
  return faults;
}

/**
 * The event as the form says it. Everything that the form has no field for stays as it was.
 *
 * @param evidenced - paths that claims point at: a count among them is kept though nothing was typed
 */
export function eventOf(form: EventForm, before: Event, evidenced: ReadonlySet<string>): Event {
  const own = new Set<ElementId>(COUNTED.map((effect) => form.counts[effect].id));
  const counts = COUNTED.flatMap((effect): Count[] => {
    const line = form.counts[effect];
    const known = before.counts.find(({ id }) => id === line.id);
    const { min, max, words: said } = rangeOf(line.least, line.most) ?? { min: null, max: null, words: '' };
    const words = line.whom.trim();
    if (min === null && max === null && words === '' && !evidenced.has(`counts[${line.id}]`)) return [];
    const whom = words === '' ? null : { entityId: known?.whom?.words === words ? known.whom.entityId : null, words };
    return [{ id: line.id, effect, whom, min, max, words: said || wordsBefore(known) }];
  });
  const participants = form.actors.map(({ id, entityId, role }): Participant => ({ id, entityId, role }));
  return {
    ...before,
    title: form.title.trim(),
    type: form.type,
    when: datesOf(form, before)[0] ?? null,
    placeId: form.place?.entityId ?? null,
    participants,
    counts: [...before.counts.filter(({ id }) => !own.has(id)), ...counts],
    note: form.note,
    status: before.status === 'draft' ? 'coded' : before.status,
  };
}

/** How an event is called, everywhere: by its title, else by what, where and when; its day, not the time of day. */
export function nameOfEvent(
  title: string,
  typeName: string | undefined,
  place: string | null,
  when: string | null,
): string {
  if (title.trim() !== '') return title.trim();
  const day = when && dateInWords(when.replace(/T[^/]*/g, ''));
  return [typeName || 'Event', place, day].filter(Boolean).join(', ');
}

/** The fields that say something, so that the passage they were filled from can be evidence of them. */
export function filledFields(form: EventForm): EvidenceField[] {
  const counted = COUNTED.filter((effect) => form.counts[effect].least !== '' || form.counts[effect].most !== '');
  return [
    ...(form.date.trim() === '' ? [] : (['when'] as const)),
    ...(form.place ? (['placeId'] as const) : []),
    ...(form.actors.length > 0 ? (['participants'] as const) : []),
    ...counted,
  ];
}

/** What was said of a count before; not that it was a vague one, once it is no longer. */
function wordsBefore(known: Count | undefined): string {
  return known && !isHedged(known) ? known.words : '';
}

function isCounted(field: EvidenceField): field is Counted {
  return COUNTED.some((effect) => effect === field);
}

/** An entity that the form makes when it is saved, among those that it names. */
export function isNamed(form: EventForm, { id }: Pick<Entity, 'id'>): boolean {
  return form.place?.entityId === id || form.actors.some(({ entityId }) => entityId === id);
}
