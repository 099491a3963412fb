import { startWorker } from '#renderer/platform/trusted-worker.ts';
import type { ImportMessage, ImportRequest } from '#shared/contracts/import-messages.ts';
import type { Import } from '#shared/domain/import.ts';
import { AppError, type ErrorPayload } from '#shared/kernel/app-error.ts';
import url from './import.worker.ts?worker&url';

/** What an import says as it goes. */
export type ImportListener = {
  onBegun(row: Import): void;
  onProgress(message: ImportMessage & { type: 'progress' }): void;
  onEnded(message: ImportMessage & { type: 'ended' }): void;
  onBroken(error: ErrorPayload): void;
};

/**
 * Milliseconds until a worker that has ended is let go of: its parsers are ended by then. An old engine (Chromium 108) was seen to crash
 * the page when a worker and those within it were ended at once.
 */
const LINGER = 1000;

/** An import under way. */
export type CarriedImport = { pause(): void; resume(): void; cancel(): void };

/** Starts an import in a worker of its own. */
export function startImport(request: ImportRequest & { type: 'start' }, listener: ImportListener): CarriedImport {
  const worker = startWorker(url, 'import');
  const end = () => {
    worker.onmessage = null;
    worker.onerror = null;
    setTimeout(() => worker.terminate(), LINGER);
  };
  worker.onmessage = ({ data }: MessageEvent<ImportMessage>) => {
    if (data.type === 'begun') return listener.onBegun(data.import);
    if (data.type === 'progress') return listener.onProgress(data);
    end();
    if (data.type === 'ended') listener.onEnded(data);
    else listener.onBroken(data.error);
  };
  worker.onerror = () => {
    end();
    listener.onBroken(new AppError('internal', 'The import stopped by a fault of its own. What is in stays.'));
  };
  worker.postMessage(request);
  const ask = (type: 'pause' | 'resume' | 'cancel') => () => worker.postMessage({ type } satisfies ImportRequest);
  return { pause: ask('pause'), resume: ask('resume'), cancel: ask('cancel') };
}
