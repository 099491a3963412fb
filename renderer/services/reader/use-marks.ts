import { useCallback, useEffect, useMemo, useState } from 'react';
import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
import type { ArticleId, CaseId, TextId } from '#shared/domain/ids.ts';
import type { Mark } from './mark.ts';
import { readMarks } from './read-marks.ts';

/** The marks of an article, and a way to show one before the store has it. */
export type Marks = {
  /** Undefined until first read. */
  readonly marks: readonly Mark[] | undefined;
  /** Shows a mark at once, until `stored` is done and the store gives it back; takes it off again if that fails. */
  readonly expect: (mark: Mark, stored: Promise<unknown>) => void;
};

const NONE: readonly Mark[] = [];

/** Keeps the marks of an article current, from this window and from others; what is just being stored is among them. */
export function useMarks(caseId: CaseId, articleId: ArticleId, textId: TextId | null): Marks {
  const { workspace } = useServices();
  const stored = useLive<readonly Mark[]>(
    () => (textId ? readMarks(workspace, caseId, articleId, textId) : NONE),
    [workspace, caseId, articleId, textId],
  );
  const [pending, setPending] = useState<readonly Mark[]>(NONE);
  const expect = useCallback((mark: Mark, done: Promise<unknown>) => {
    setPending((before) => [...before, { ...mark, isPending: true }]);
    const forget = () => setPending((before) => before.filter(({ id }) => id !== mark.id));
    // This is for one that was taken back before the store could give it.
    done.then(() => setTimeout(forget, LONGEST_WAIT), forget);
  }, []);
  useEffect(() => {
    if (!stored) return;
    // What the store has given back is its own from now on: an undo takes it away at once.
    const known = new Set(stored.map(({ id }) => id));
    setPending((before) =>
      before.some(({ id }) => known.has(id)) ? before.filter(({ id }) => !known.has(id)) : before,
    );
  }, [stored]);
  const marks = useMemo(() => {
    if (!stored || pending.length === 0) return stored;
    const known = new Set(stored.map(({ id }) => id));
    const missing = pending.filter(({ id }) => !known.has(id));
    return missing.length === 0 ? stored : [...stored, ...missing].sort((a, b) => a.start - b.start || b.end - a.end);
  }, [stored, pending]);
  return { marks, expect };
}

/** Milliseconds until the store has surely given back what was stored. */
const LONGEST_WAIT = 4000;
