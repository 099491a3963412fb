import { startWorker } from '#renderer/platform/trusted-worker.ts';
import type { CopiesRequest } from '#shared/contracts/copies-messages.ts';
import url from './copies.worker.ts?worker&url';

/** Compares the articles that are new in a workspace, in a worker of its own that ends with its work. */
export function startCopies(database: string, onEnd: () => void): { stop(): void } {
  const worker = startWorker(url, 'copies');
  const end = () => {
    worker.terminate();
    onEnd();
  };
  worker.onmessage = end;
  worker.onerror = end;
  worker.postMessage({ database } satisfies CopiesRequest);
  return { stop: () => worker.terminate() };
}
