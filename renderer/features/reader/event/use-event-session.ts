import { useCallback, useEffect, useMemo } from 'react';
import { EventEditor, type Evidence } from '#renderer/services/events-editing/event-editor.ts';
import {
  datesOf,
  type EventForm,
  type EvidenceField,
  faultsOf,
  formOf,
  nameOfEvent,
} from '#renderer/services/events-editing/event-form.ts';
import { eventLabels } from '#renderer/services/events-editing/event-labels.ts';
import { entitiesById } from '#renderer/services/reader/read-marks.ts';
import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
import type { Codebook } from '#shared/domain/codebook.ts';
import type { Entity } from '#shared/domain/entity.ts';
import type { Event } from '#shared/domain/event.ts';
import type { Highlight } from '#shared/domain/highlight.ts';
import type { CaseId, EventId } from '#shared/domain/ids.ts';
import { toPayload } from '#shared/kernel/app-error.ts';
import { isTyped, typedOf, useKeptSession } from './use-kept-session.ts';

/** The event in hand: the form with what was typed, and passages that will be stored with it. */
export type EventSession = {
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
  /** What stood in the form when it was opened: all else was typed. */
  readonly opened: string;
  /** Why the last save failed, in words. */
  readonly problem: string | null;
};

/** What can be done with the event in hand. */
export type EventActs = {
  /** @param isStored - the mark was there before */
  readonly begin: (first: Highlight, isStored?: boolean) => Promise<void>;
  readonly open: (id: EventId) => Promise<void>;
  /** Puts the event away; what was typed and not saved can be had back. */
  readonly close: () => void;
  readonly reopen: () => void;
  readonly change: (fields: Partial<EventForm>, made?: Entity) => void;
  readonly choose: (field: EvidenceField | null) => void;
  /** @param isStored - the mark was there before */
  readonly addEvidence: (highlight: Highlight, isStored?: boolean) => Promise<void>;
  readonly changeEvidence: (at: number, evidence: Evidence | null, made?: Entity) => void;
  /** Says whether a filled field of a new event rests on the passage that the event was begun from. */
  readonly restOnFirst: (field: EvidenceField, rests: boolean) => void;
  /** Gives a field the first passage in a way of its own: denied there, or said by somebody else. */
  readonly setApart: (field: EvidenceField, evidence: Evidence, made?: Entity) => void;
  /** @returns true when it is stored */
  readonly save: () => Promise<boolean>;
};

/** Keeps the event in hand of this window. */
export function useEventSession(caseId: CaseId, codebook: Codebook): [EventSession | null, EventActs] {
  const { workspace, notices } = useServices();
  const { session, setSession, putAway, takeUp } = useKeptSession(caseId);
  const editor = useMemo(() => new EventEditor(workspace), [workspace]);
  const stored = useLive(
    () => (session && !session.isNew ? workspace.events.get(session.before.id) : undefined),
    [workspace, session?.before.id, session?.isNew],
  );
  const opened = useCallback(
    async (event: Event, isNew: boolean): Promise<EventSession> => {
      const ids = [...event.participants.map(({ entityId }) => entityId), ...(event.placeId ? [event.placeId] : [])];
      const entities = await entitiesById(workspace, ids);
      const labels = eventLabels([...(await workspace.events.inCase(caseId)), event]);
      const form = formOf(
        event,
        (id) => entities.get(id)?.name ?? 'removed',
        () => workspace.events.elementId(),
      );
      const label = labels.get(event.id) ?? '';
      return {
        before: event,
        isNew,
        label,
        form,
        evidence: [],
        newEntities: [],
        spared: [],
        field: null,
        opened: typedOf(form),
        problem: null,
      };
    },
    [workspace, caseId],
  );
  useFollow(session, stored, opened, setSession);
  const acts = useMemo(
    (): EventActs => ({
      async begin(first, isStored = false) {
        // what happened is the analyst's to say: no type is presumed
        putAway(session);
        const begun = await opened(workspace.events.draft(caseId, ''), true);
        setSession({
          ...begun,
          evidence: [{ highlight: first, isStored, field: null, stance: 'asserts', saidBy: [] }],
        });
      },
      async open(id) {
        const event = await workspace.events.get(id);
        if (event && id !== session?.before.id) putAway(session);
        if (event) setSession(await opened(event, false));
        else notices.warn('This event is no longer there: it was removed.');
      },
      close() {
        putAway(session);
        setSession(null);
        if (session && isTyped(session)) {
          notices.warn('Closed without saving', { id: 'event:reopen', words: 'Open again' });
        }
      },
      reopen() {
        const kept = takeUp();
        if (!kept) return notices.warn('No event was put away unsaved.');
        putAway(session);
        setSession(kept);
      },
      change: (fields, made) =>
        setSession(
          (now) =>
            now && {
              ...now,
              form: { ...now.form, ...fields },
              newEntities: withMade(now, made),
              problem: null,
            },
        ),
      choose: (field) => setSession((now) => now && { ...now, field }),
      async addEvidence(highlight, isStored = false) {
        if (!session) return;
        const evidence: Evidence = { highlight, isStored, field: session.field, stance: 'asserts', saidBy: [] };
        if (session.isNew) setSession({ ...session, evidence: [...session.evidence, evidence] });
        else await editor.addEvidence(session.before, session.form, nameOf(session, codebook), evidence);
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
      async save() {
        if (!session || Object.keys(faultsOf(session.form, session.before)).length > 0) return false;
        try {
          const saved = await editor.save({ ...session, name: nameOf(session, codebook) });
          const again = await opened(saved, false);
          setSession({ ...again, field: session.field });
          notices.done(`Saved ${again.label}, ${nameOf(again, codebook)}`);
          return true;
        } catch (error) {
          setSession({ ...session, problem: toPayload(error).message });
          return false;
        }
      },
    }),
    [session, setSession, putAway, takeUp, codebook, workspace, caseId, notices, editor, opened],
  );
  return [session, acts];
}

/** What the event in hand is called. */
export function nameOf({ form, before }: EventSession, codebook: Codebook): string {
  const type = codebook.eventTypes.find(({ id }) => id === form.type)?.name;
  return nameOfEvent(form.title, type, form.place?.name ?? null, datesOf(form, before)[0] ?? null);
}

function withMade({ newEntities }: EventSession, made: Entity | undefined): readonly Entity[] {
  return made ? [...newEntities, made] : newEntities;
}

/** While nothing was typed the form follows what another window, or an undo, makes of the event. */
function useFollow(
  session: EventSession | null,
  stored: Event | undefined,
  opened: (event: Event, isNew: boolean) => Promise<EventSession>,
  set: (change: (now: EventSession | null) => EventSession | null) => void,
): void {
  useEffect(() => {
    if (!session || session.isNew || !stored || stored.id !== session.before.id) return;
    if (JSON.stringify(stored) === JSON.stringify(session.before)) return;
    let isStale = false;
    void opened(stored, false).then((fresh) => {
      if (!isStale && !isTyped(session))
        set((now) => (now?.before.id === fresh.before.id ? { ...fresh, field: now.field } : now));
    });
    return () => {
      isStale = true;
    };
  }, [session, stored, opened, set]);
}
