import { useCallback, useMemo, useRef, useState } from 'react';
import { caseRemoverOf } from '#renderer/services/case-file/case-remover.ts';
import { useRoute } from '#renderer/services/route.tsx';
import { useServices } from '#renderer/services/services.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import type { LedgerHead } from '#shared/domain/ledger.ts';
import { type ErrorPayload, toPayload } from '#shared/kernel/app-error.ts';
import type { Progress } from './use-case-file-desk.ts';

/** A case that is about to be removed. */
export type RemoveJob = {
  readonly caseId: CaseId;
  readonly name: string;
  readonly goes: Awaited<ReturnType<ReturnType<typeof useServices>['workspace']['previewRemoval']>>;
  readonly progress: Progress | null;
  readonly error: ErrorPayload | null;
};

/** What was done last and can be taken back from here: a case removed, or one opened from a file. */
export type LastDone =
  | { readonly kind: 'removed'; readonly caseName: string; readonly copy: string }
  | { readonly kind: 'opened'; readonly caseId: CaseId; readonly heads: readonly LedgerHead[] };

/** Removes a case, takes back the opening of one, and brings removed ones back. */
export function useRemoval() {
  const { workspace, notices } = useServices();
  const { go } = useRoute();
  const remover = useMemo(() => caseRemoverOf(workspace), [workspace]);
  const [job, setJob] = useState<RemoveJob | null>(null);
  const [last, setLast] = useState<LastDone | null>(null);
  const running = useRef<AbortController | null>(null);

  const close = useCallback(() => {
    running.current?.abort();
    running.current = null;
    setJob(null);
  }, []);

  const remove = async () => {
    if (!job) return;
    const controller = new AbortController();
    running.current = controller;
    setJob({ ...job, progress: { phase: 'writing', done: 0, total: null }, error: null });
    try {
      const onProgress = (progress: Progress) => setJob((before) => before && { ...before, progress });
      const copy = await remover.remove(job.caseId, { signal: controller.signal, onProgress });
      setJob(null);
      setLast({ kind: 'removed', caseName: copy.caseName, copy: copy.name });
      go({ caseId: null, place: '' });
      notices.warn(`“${copy.caseName}” was removed. Its safety copy is kept.`, {
        id: 'case:bring-back',
        words: 'Bring it back',
      });
    } catch (error) {
      if (running.current === controller) setJob({ ...job, progress: null, error: toPayload(error) });
    }
  };

  /** Hears that a case was opened from a file. */
  const opened = (caseId: CaseId, heads: readonly LedgerHead[]) => {
    setLast({ kind: 'opened', caseId, heads });
    notices.warn('The case was opened from its file.', { id: 'case:undo-open', words: 'Undo: Open case file' });
  };

  const undoOpen = async ({ caseId, heads }: Extract<LastDone, { kind: 'opened' }>) => {
    try {
      await remover.removeWithout(caseId, heads);
      setLast(null);
      go({ caseId: null, place: '' });
      notices.tell('Undone: Open case file. The file has the case.');
    } catch (error) {
      notices.warn(`${toPayload(error).message} Use “Remove this case…”, which keeps a copy first.`);
    }
  };

  const bringBack = async ({ copy, caseName }: Extract<LastDone, { kind: 'removed' }>) => {
    try {
      const { restored } = await remover.bringBack(copy);
      setLast(null);
      notices.tell(`“${caseName}” is back as it was.`);
      go({ caseId: restored.caseId, place: 'library' });
    } catch (error) {
      notices.warn(`“${caseName}” was not brought back. ${toPayload(error).message}`);
    }
  };

  const ask = async (caseId: CaseId) => {
    try {
      const name = (await workspace.cases.get(caseId))?.name ?? '';
      setJob({ caseId, name, goes: await workspace.previewRemoval(caseId), progress: null, error: null });
    } catch (error) {
      notices.warn(toPayload(error).message);
    }
  };
  return { job, last, ask, remove, close, opened, undoOpen, bringBack };
}
