import { shortened } from '#renderer/data/repositories/highlights.ts';
import type { Workspace } from '#renderer/data/workspace.ts';
import { creation, difference } from '#shared/custody/make-change.ts';
import type { Claim, ReadValue, Speaker, Stance } from '#shared/domain/claim.ts';
import type { Entity } from '#shared/domain/entity.ts';
import type { Event } from '#shared/domain/event.ts';
import type { Highlight } from '#shared/domain/highlight.ts';
import type { CaseId, ClaimId } from '#shared/domain/ids.ts';
import type { Change } from '#shared/domain/ledger.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { valueWords } from './claim-value.ts';
import { datesOf, type EventForm, type EvidenceField, eventOf, filledFields, isNamed, pathOf } from './event-form.ts';

/** A passage that is to become evidence, with its mark. */
export type Evidence = {
  readonly highlight: Highlight;
  /** The mark was there before. */
  readonly isStored?: boolean;
  /** Null for the event as such; of a new event then also for what was filled from it. */
  readonly field: EvidenceField | null;
  readonly stance: Stance;
  readonly saidBy: readonly Speaker[];
  /** What it states for the field, where that is known; the field's own value for one that the event is begun from. */
  readonly read?: ReadValue;
};

/** What is saved in one step. */
export type EventSave = {
  readonly form: EventForm;
  /** The event as the form was filled from it; a draft for a new one. */
  readonly before: Event;
  readonly isNew: boolean;
  /** How the event is called in the step's words. */
  readonly name: string;
  /** Passages that become evidence with this step. */
  readonly evidence: readonly Evidence[];
  /** Filled fields of a new event that do not rest on the passage it was begun from. */
  readonly spared?: readonly EvidenceField[];
  /** Entities that were named in the form and do not exist yet. */
  readonly newEntities: readonly Entity[];
};

/** What can be said otherwise of a passage. */
export type ClaimSaid = Partial<Pick<Claim, 'stance' | 'saidBy' | 'read'>>;

/** Codes events and says which passages they rest on. Every method is one step and can be undone. */
export class EventEditor {
  private readonly workspace: Workspace;

  constructor(workspace: Workspace) {
    this.workspace = workspace;
  }

  /**
   * Saves the form. The passage that a new event was begun from is evidence of the event and of each field that was filled,
   * save those that were said not to rest on it.
   *
   * @throws {AppError} `conflict` if the same field was changed in another window meanwhile; nothing is changed then
   */
  async save({ form, before, isNew, name, evidence, spared = [], newEntities }: EventSave): Promise<Event> {
    const filled = isNew ? filledFields(form).filter((field) => !spared.includes(field)) : [];
    const made = this.claimsOf(form, before, evidence, filled);
    const paths = new Set(made.flatMap(({ claims }) => claims.map(({ path }) => path)));
    const known = isNew ? [] : await this.workspace.claims.ofEvent(before.id);
    for (const { path } of known) paths.add(path);
    const event = eventOf(form, before, paths);
    const also: Change[] = [
      ...newEntities
        .filter((entity) => isNamed(form, entity) || isSpeaker(evidence, entity))
        .map((entity) => creation('entities', entity)),
      // one passage may be evidence of several fields, each in its own way
      ...new Map(
        made
          .filter(({ isStored }) => !isStored)
          .map(({ highlight }) => [highlight.id, creation('highlights', highlight)]),
      ).values(),
      ...made.flatMap(({ claims }) => claims.map((claim) => creation('claims', claim))),
    ];
    const followed = withBases(
      event,
      before,
      made.flatMap(({ claims }) => claims),
    );
    if (isNew) await this.workspace.events.create(followed, name, also);
    else await this.workspace.events.change(before, followed, name, also);
    return followed;
  }

  /** Adds a passage to a field of a stored event. */
  async addEvidence(event: Event, form: EventForm, name: string, evidence: Evidence): Promise<void> {
    const [made] = this.claimsOf(form, event, [evidence], []);
    const [claim] = made?.claims ?? [];
    if (made && claim) await this.workspace.claims.add(claim, name, made.isStored ? null : made.highlight);
  }

  /**
   * Changes what a passage says: its stance, the value that it states, and who says it.
   *
   * @param newSpeaker - who says it, where they are made with this step
   * @throws {AppError} `not-found`; `conflict` if it was changed in another window meanwhile
   */
  async changeClaim(before: Claim, fields: ClaimSaid, newSpeaker: Entity | null = null): Promise<void> {
    const changes = difference('claims', before, { ...before, ...fields });
    if (changes.length === 0) return;
    if (newSpeaker) changes.unshift(creation('entities', newSpeaker));
    const words = await this.claimWords(before, fields, newSpeaker);
    await this.workspace.commit({ caseId: before.caseId, action: 'claim:edit', words, changes });
  }

  /**
   * Says of claims, all of one passage, that they assert, deny or only mention, in one step.
   *
   * @throws {AppError} `not-found`
   */
  async changeStances(ids: readonly ClaimId[], stance: Stance): Promise<void> {
    const claims = (await this.workspace.db.claims.bulkGet([...ids])).filter((claim) => claim !== undefined);
    const [first] = claims;
    if (!first) throw new AppError('not-found', 'This passage is no longer evidence.');
    const changes = claims.flatMap((claim) => difference('claims', claim, { ...claim, stance }));
    if (changes.length === 0) return;
    const words = await this.claimWords(first, { stance }, null);
    await this.workspace.commit({ caseId: first.caseId, action: 'claim:edit', words, changes });
  }

  /**
   * Takes a passage away from an event. Its mark stays if it means something else too.
   *
   * @throws {AppError} `not-found`
   */
  async removeClaim(caseId: CaseId, claimId: ClaimId): Promise<void> {
    const claim = await this.workspace.db.claims.get(claimId);
    if (!claim) throw new AppError('not-found', 'This claim is no longer there.');
    const words = `Take "${shortened(claim.stated)}" away from an event`;
    await this.workspace.bin.remove(caseId, [{ table: 'claims', id: claimId }], words);
  }

  /** What a change of a claim is called: which passage, from what to what. */
  private async claimWords(before: Claim, { stance, saidBy, read }: ClaimSaid, made: Entity | null): Promise<string> {
    const passage = `"${shortened(before.stated)}"`;
    if (stance && stance !== before.stance) return `${passage} ${stance} it, no longer ${before.stance} it`;
    if (read !== undefined) {
      const value = valueWords(before.path, read);
      return value === '' ? `${passage} states no value` : `${passage} states ${value}`;
    }
    const speaker = saidBy?.at(-1);
    if (!speaker) return `${passage} is said by the outlet`;
    const known = speaker.entityId && (await this.workspace.entities.get(speaker.entityId));
    return `${passage} is said by ${made?.name ?? (known ? known.name : speaker.words)}`;
  }

  private claimsOf(form: EventForm, event: Event, evidence: readonly Evidence[], filled: readonly EvidenceField[]) {
    return evidence.map(({ highlight, isStored = false, field, stance, saidBy, read = null }) => {
      const isWhole = field === null;
      const paths = isWhole ? ['', ...filled.map((one) => pathOf(one, form))] : [pathOf(field, form)];
      const claims = paths.map((path) =>
        this.workspace.claims.draft(highlight, event.id, {
          path,
          stance,
          saidBy: [...saidBy],
          read: isWhole ? readOf(path, form, event) : read,
        }),
      );
      return { highlight, isStored, claims };
    });
  }
}

function isSpeaker(evidence: readonly Evidence[], { id }: Entity): boolean {
  return evidence.some(({ saidBy }) => saidBy.some(({ entityId }) => entityId === id));
}

/** What the form says for a path: what a passage states that the form was filled from. */
export function readOf(path: string, form: EventForm, event: Event): Claim['read'] {
  const coded = eventOf(form, event, new Set());
  if (path === 'when') {
    const dates = datesOf(form, event);
    return dates.length === 1 ? coded.when : null;
  }
  if (path === 'placeId') return form.place?.name ?? null;
  const count = coded.counts.find(({ id }) => path === `counts[${id}]`);
  return count ? { min: count.min, max: count.max } : null;
}

/** Each field that new evidence asserts follows it; a field whose value was changed by hand follows nothing any more. */
function withBases(event: Event, before: Event, claims: readonly Claim[]): Event {
  const bases = new Map(event.bases.map((basis) => [basis.path, basis]));
  for (const [path, basis] of bases) {
    if (basis.follows.length > 0 && valueAt(event, path) !== valueAt(before, path)) {
      bases.set(path, { path, follows: [], judgement: '' });
    }
  }
  for (const { id, path, stance } of claims) {
    if (path === '' || stance !== 'asserts') continue;
    bases.set(path, { path, follows: [...(bases.get(path)?.follows ?? []), id], judgement: null });
  }
  return { ...event, bases: [...bases.values()] };
}

function valueAt(event: Event, path: string): string {
  const count = /^counts\[(.+)\]$/.exec(path)?.[1];
  if (count) return JSON.stringify(event.counts.find(({ id }) => id === count) ?? null);
  if (path === 'participants') return JSON.stringify(event.participants);
  return String(path === 'when' ? event.when : path === 'placeId' ? event.placeId : event.type);
}
