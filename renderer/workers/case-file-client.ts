import { startWorker } from '#renderer/platform/trusted-worker.ts';
import type { CaseFileJob, CaseFileRequest } from '#shared/contracts/case-file-messages.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type {
  CaseFileMessage,
  CaseFileProgress,
  CaseFileResult,
  RestoredFile,
  VerifiedFile,
  WrittenFile,
} from './case-file/results.ts';
import url from './case-file.worker.ts?worker&url';

/** How a page watches and stops a job. */
export type CaseFileWatch = {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: CaseFileProgress) => void;
};

/** Each kind of job with what it ends with. */
type ResultOf<J extends CaseFileJob> = J extends { type: 'write' }
  ? WrittenFile
  : J extends { type: 'verify' }
    ? VerifiedFile
    : RestoredFile;

/** As much of a worker as a job needs. */
export type JobWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

/**
 * Carries one job of a case file in a worker of its own: writes a case to a file, verifies one, or brings one in.
 *
 * @throws {AppError} `cancelled`, or what ended the job; the workspace is as it was then
 */
export function runInWorker<J extends CaseFileJob>(
  job: J,
  { signal, onProgress }: CaseFileWatch = {},
  start: () => JobWorker = () => startWorker(url, 'case-file'),
): Promise<ResultOf<J>> {
  if (signal?.aborted) return Promise.reject(new AppError('cancelled', 'Stopped.'));
  return new Promise<CaseFileResult>((resolve, reject) => {
    const worker = start();
    const cancel = () => worker.postMessage({ type: 'cancel' } satisfies CaseFileRequest);
    const end = (settle: () => void) => {
      signal?.removeEventListener('abort', cancel);
      worker.terminate();
      settle();
    };
    worker.onmessage = ({ data }: MessageEvent<CaseFileMessage>) => {
      if (data.type === 'progress') onProgress?.(data);
      else if (data.type === 'broken') end(() => reject(new AppError(data.error.code, data.error.message)));
      else end(() => resolve(data));
    };
    worker.onerror = () => {
      end(() => reject(new AppError('internal', 'The work on the case file stopped by a fault of its own.')));
    };
    signal?.addEventListener('abort', cancel);
    worker.postMessage(job);
    // a worker answers with what its job ends with, and with nothing else
  }) as Promise<ResultOf<J>>;
}
