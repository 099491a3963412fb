import { valueOfQuote } from '#renderer/services/events-editing/claim-value.ts';
import type { EventEditor, Evidence } from '#renderer/services/events-editing/event-editor.ts';
import type { EvidenceField } from '#renderer/services/events-editing/event-form.ts';
import type { Mark } from '#renderer/services/reader/mark.ts';
import type { Services } from '#renderer/services/services.ts';
import type { Codebook } from '#shared/domain/codebook.ts';
import type { Entity } from '#shared/domain/entity.ts';
import type { Event } from '#shared/domain/event.ts';
import type { Highlight } from '#shared/domain/highlight.ts';
import type { EventId } from '#shared/domain/ids.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { nextStance } from '../stances.ts';
import { type EventSession, nameOf, withMade } from './event-session.ts';

/** What can be done with the passages that the event in hand rests on, or will rest on. */
export type EvidenceActs = {
  /** @param isStored - the mark was there before */
  readonly addEvidence: (highlight: Highlight, isStored?: boolean) => Promise<void>;
  /** Opens an event and adds a passage to one of its fields, or with null to the event as such. */
  readonly addTo: (id: EventId, field: EvidenceField | null, highlight: Highlight, isStored?: boolean) => Promise<void>;
  readonly changeEvidence: (at: number, evidence: Evidence | null, made?: Entity) => void;
  /** Turns what a marked passage says: of the event in hand where it speaks of that one, else of all that it speaks of. */
  readonly turnStance: (mark: Mark) => Promise<void>;
  /** Says whether a filled field of a new event rests on the passage that the event was begun from. */
  readonly restOnFirst: (field: EvidenceField, rests: boolean) => void;
  /** Gives a field the first passage in a way of its own: denied there, or said by somebody else. */
  readonly setApart: (field: EvidenceField, evidence: Evidence, made?: Entity) => void;
};

type Given = {
  readonly session: EventSession | null;
  readonly setSession: (next: EventSession | ((now: EventSession | null) => EventSession | null)) => void;
  readonly putAway: (session: EventSession | null) => void;
  readonly opened: (event: Event, isNew: boolean) => Promise<EventSession>;
  readonly editor: EventEditor;
  readonly workspace: Services['workspace'];
  readonly codebook: Codebook;
};

/** The acts on evidence: passages of a new event wait for it to be saved, those of a stored one are steps of their own. */
export function evidenceActs(given: Given): EvidenceActs {
  const { session, setSession, putAway, opened, editor, workspace, codebook } = given;
  const add = async (to: EventSession, highlight: Highlight, isStored: boolean) => {
    const { field } = to;
    const read = valueOfQuote(field, highlight.made.quote);
    const evidence: Evidence = { highlight, isStored, field, stance: 'asserts', saidBy: [], read };
    if (to.isNew) setSession({ ...to, evidence: [...to.evidence, evidence] });
    else await editor.addEvidence(to.before, to.form, nameOf(to, codebook), evidence);
  };
  return {
    async addEvidence(highlight, isStored = false) {
      if (session) await add(session, highlight, isStored);
    },
    async addTo(id, field, highlight, isStored = false) {
      if (session?.before.id === id) {
        const here = { ...session, field };
        setSession(here);
        return add(here, highlight, isStored);
      }
      const event = await workspace.events.get(id);
      if (!event) throw new AppError('not-found', 'This event is no longer there: it was removed.');
      putAway(session);
      const there = { ...(await opened(event, false)), field };
      setSession(there);
      await add(there, highlight, isStored);
    },
    changeEvidence: (at, evidence, made) =>
      setSession(
        (now) =>
          now && {
            ...now,
            evidence: now.evidence.flatMap((one, i) => (i === at ? (evidence ?? []) : one)),
            newEntities: withMade(now, made),
          },
      ),
    async turnStance(mark) {
      const isHere = ({ highlight }: Evidence) => highlight.id === mark.id;
      const [waiting] = session?.evidence.filter(isHere) ?? [];
      if (waiting) {
        const stance = nextStance(waiting.stance);
        const evidence = session?.evidence.map((one) => (isHere(one) ? { ...one, stance } : one)) ?? [];
        return setSession((now) => now && { ...now, evidence });
      }
      const inHand = mark.claims.filter(({ eventId }) => eventId === session?.before.id);
      const turned = inHand.length > 0 ? inHand : mark.claims;
      const [first] = turned;
      if (first)
        await editor.changeStances(
          turned.map(({ claimId }) => claimId),
          nextStance(first.stance),
        );
    },
    restOnFirst: (field, rests) =>
      setSession((now) => {
        const others = now?.spared.filter((one) => one !== field) ?? [];
        return now && { ...now, spared: rests ? others : [...others, field] };
      }),
    setApart: (field, evidence, made) =>
      setSession(
        (now) =>
          now && {
            ...now,
            spared: [...now.spared, field],
            evidence: [...now.evidence, { ...evidence, field }],
            newEntities: withMade(now, made),
          },
      ),
  };
}
