import { useCallback, useEffect, useMemo } from 'react';
import { EventEditor } from '#renderer/services/events-editing/event-editor.ts';
import { type EventForm, type EvidenceField, faultsOf, formOf } from '#renderer/services/events-editing/event-form.ts';
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
import { type EventSession, nameOf, withMade } from './event-session.ts';
import { type EvidenceActs, evidenceActs } from './evidence-acts.ts';
import { isTyped, typedOf, useKeptSession } from './use-kept-session.ts';

/** What can be done with the event in hand. */
export type EventActs = EvidenceActs & {
  /** @param isStored - the mark was there before */
  readonly begin: (first: Highlight, isStored?: boolean) => Promise<void>;
  readonly open: (id: EventId) => Promise<void>;
  /** Puts the event away; what was typed and not saved can be had back. */
  readonly close: () => void;
  readonly reopen: () => void;
  readonly change: (fields: Partial<EventForm>, made?: Entity) => void;
  readonly choose: (field: EvidenceField | null) => void;
  /** @returns true when it is stored */
  readonly save: () => Promise<boolean>;
};

/** Keeps the event in hand of this window. */
export function useEventSession(caseId: CaseId, codebook: Codebook): [EventSession | null, EventActs] {
  const { workspace, notices, underWay } = useServices();
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
      ...evidenceActs({ session, setSession, putAway, opened, editor, workspace, codebook }),
      async save() {
        if (!session || Object.keys(faultsOf(session.form, session.before)).length > 0) return false;
        try {
          const saving = editor.save({ ...session, name: nameOf(session, codebook) });
          underWay.add(saving);
          const saved = await saving;
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
    [session, setSession, putAway, takeUp, codebook, workspace, caseId, notices, underWay, editor, opened],
  );
  return [session, acts];
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
