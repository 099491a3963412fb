import { useCallback, useMemo, useRef, useState } from 'react';
import { type CaseFiles, caseFilesOf } from '#renderer/services/case-file/case-files.ts';
import { useOpenedFiles } from '#renderer/services/case-file/use-opened-files.ts';
import { useRoute } from '#renderer/services/route.tsx';
import { keptFactWords } from '#renderer/services/safety/loss-words.ts';
import { useServices } from '#renderer/services/services.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import type { LedgerHead } from '#shared/domain/ledger.ts';
import { type ErrorPayload, toPayload } from '#shared/kernel/app-error.ts';

type WrittenFile = Awaited<ReturnType<CaseFiles['export']>>;
type VerifiedFile = Awaited<ReturnType<CaseFiles['verify']>>;

/** How far the job under way is. */
export type Progress = { readonly phase: string; readonly done: number; readonly total: number | null };

type Shared = {
  /** Null before the first word, and when nothing is under way. */
  readonly progress: Progress | null;
  readonly error: ErrorPayload | null;
};

/** A case being written to a file. */
export type WriteJob = Shared & { readonly kind: 'write'; readonly written: WrittenFile | null };

/** A file being looked at and, if the analyst wishes, brought in. */
export type OpenJob = Shared & {
  readonly kind: 'open';
  readonly name: string;
  readonly file: Blob;
  readonly verified: VerifiedFile | null;
};

/**
 * Carries one job on a case file at a time, and says how it stands.
 *
 * @param onOpened - hears which case was brought in, and how far its chains had come
 */
export function useCaseFileDesk(onOpened: (caseId: CaseId, heads: readonly LedgerHead[]) => void) {
  const { workspace, notices } = useServices();
  const { go } = useRoute();
  const files = useMemo(() => caseFilesOf(workspace.db.name), [workspace]);
  const [job, setJob] = useState<WriteJob | OpenJob | null>(null);
  const running = useRef<AbortController | null>(null);

  /** Runs a part of the job; its dialog may have been closed when it ends, and then nobody asks any more. */
  const carry = useCallback(
    async <Result>(
      run: (watch: { signal: AbortSignal; onProgress: (progress: Progress) => void }) => Promise<Result>,
      onEnd: (result: Result) => void,
    ) => {
      const controller = new AbortController();
      running.current = controller;
      const isOurs = () => running.current === controller;
      try {
        const result = await run({
          signal: controller.signal,
          onProgress: ({ phase, done, total }) =>
            isOurs() && setJob((before) => before && { ...before, progress: { phase, done, total } }),
        });
        if (isOurs()) onEnd(result);
      } catch (error) {
        if (isOurs()) setJob((before) => before && { ...before, progress: null, error: toPayload(error) });
      }
    },
    [],
  );

  const isBusy = () => {
    if (running.current === null) return false;
    notices.warn('One case file at a time: finish or cancel the one in hand first.');
    return true;
  };

  const write = (caseId: CaseId) => {
    if (isBusy()) return;
    setJob({ kind: 'write', progress: null, error: null, written: null });
    void carry(
      (watch) => files.export(caseId, watch),
      (written) => setJob({ kind: 'write', progress: null, error: null, written }),
    );
  };

  const open = (file: Blob, name: string) => {
    if (isBusy()) return;
    const begun: OpenJob = { kind: 'open', name, file, progress: null, error: null, verified: null };
    setJob(begun);
    void carry(
      (watch) => files.verify(file, watch),
      (verified) => setJob({ ...begun, verified }),
    );
  };

  const bringIn = () => {
    if (job?.kind !== 'open') return;
    setJob({ ...job, progress: { phase: 'restoring', done: 0, total: null }, error: null });
    void carry(
      (watch) => files.open(job.file, watch),
      (restored) => {
        close();
        const kept = keptFactWords(restored.restored.differing, 'the case file');
        if (kept) notices.warn(kept);
        onOpened(restored.restored.caseId, restored.preview.summary.heads);
        go({ caseId: restored.restored.caseId, place: 'library' });
      },
    );
  };

  /** Ends the job, and cancels it if it is under way. */
  const close = () => {
    running.current?.abort();
    running.current = null;
    setJob(null);
  };

  useOpenedFiles(open);
  return { job, write, open, bringIn, close };
}
