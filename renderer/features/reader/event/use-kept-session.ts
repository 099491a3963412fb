import { useCallback, useEffect, useMemo, useState } from 'react';
import { eventDraftsOf } from '#renderer/services/events-editing/event-drafts.ts';
import type { EventForm } from '#renderer/services/events-editing/event-form.ts';
import { useServices } from '#renderer/services/services.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import type { EventSession } from './event-session.ts';

/** What this window has in hand of a case: the open event, and those that were put away unsaved, the last one last. */
type Hand = { readonly open: EventSession | null; readonly putAway: readonly EventSession[] };

const EMPTY: Hand = { open: null, putAway: [] };
/** Places come and go, what is typed stays: as long as the window, and longer as a draft. */
const hands = new Map<CaseId, Hand>();

/** Events put away that can be taken up again; more are nobody's work any more. */
const MOST = 10;

/**
 * The event in hand of a case. What was typed and not saved is in hand again when one comes back from another place; what
 * another window left, or this one before a reload, is offered.
 */
export function useKeptSession(caseId: CaseId) {
  const [session, setSession] = useState<EventSession | null>(() => hands.get(caseId)?.open ?? null);
  const change = useCallback(
    (fields: Partial<Hand>) => void hands.set(caseId, { ...(hands.get(caseId) ?? EMPTY), ...fields }),
    [caseId],
  );
  useEffect(() => change({ open: session && isTyped(session) ? session : null }), [session, change]);
  const putAway = useCallback(
    (one: EventSession | null) => {
      if (!one || !isTyped(one)) return;
      const others = hands.get(caseId)?.putAway.filter(({ before }) => before.id !== one.before.id) ?? [];
      change({ putAway: [...others, one].slice(-MOST) });
    },
    [caseId, change],
  );
  /** The last that was put away; null when there is none. */
  const takeUp = useCallback((): EventSession | null => {
    const away = hands.get(caseId)?.putAway ?? [];
    change({ putAway: away.slice(0, -1) });
    return away.at(-1) ?? null;
  }, [caseId, change]);
  useDrafts(caseId, session, putAway);
  return { session, setSession, putAway, takeUp };
}

/** What is typed and not saved outlives the window; what another window left is offered. */
function useDrafts(caseId: CaseId, session: EventSession | null, putAway: (session: EventSession) => void): void {
  const { notices } = useServices();
  const drafts = useMemo(() => eventDraftsOf<EventSession>(), []);
  const [isInHand] = useState(session !== null);
  useEffect(() => {
    if (isInHand) return;
    let isStale = false;
    void drafts.left(caseId).then((left) => {
      if (isStale || !left) return;
      putAway({ ...left, problem: null });
      notices.warn('An event was typed and not saved. It is kept.', { id: 'event:reopen', words: 'Open again' });
    });
    return () => {
      isStale = true;
    };
  }, [drafts, caseId, notices, putAway, isInHand]);
  useEffect(() => drafts.keep(caseId, session && isTyped(session) ? session : null), [drafts, caseId, session]);
  useEffect(() => () => drafts.leave(), [drafts]);
}

/** Whether anything stands in the form that is not stored. */
export function isTyped({ isNew, evidence, form, opened }: EventSession): boolean {
  return isNew || evidence.length > 0 || typedOf(form) !== opened;
}

/** What a person has put into the form; ids of counts that do not exist yet are no one's work. */
export function typedOf(form: EventForm): string {
  const counts = Object.values(form.counts).map(({ least, most, whom }) => [least, most, whom]);
  return JSON.stringify({ ...form, counts });
}
