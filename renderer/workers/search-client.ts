import { startWorker } from '#renderer/platform/trusted-worker.ts';
import type { SearchAnswer, SearchMessage, SearchRequest } from '#shared/contracts/search-messages.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import { AppError, type ErrorPayload } from '#shared/kernel/app-error.ts';
import url from './search.worker.ts?worker&url';

/** What a search says as it goes. */
export type SearchListener = {
  onReading(done: number, total: number): void;
  /** The answer to the newest question; older ones are never told. */
  onAnswer(answer: SearchAnswer): void;
  onFailed(error: ErrorPayload): void;
};

/** The search over one case in its worker, as a page asks it. */
export class SearchClient {
  private readonly worker: Worker;
  private asked = 0;

  constructor(where: { readonly database: string; readonly caseId: CaseId }, listener: SearchListener) {
    this.worker = startWorker(url, 'search');
    this.worker.onmessage = ({ data }: MessageEvent<SearchMessage>) => this.take(data, listener);
    this.worker.onerror = () => {
      listener.onFailed(new AppError('internal', 'The search stopped by a fault of its own. Open this place again.'));
    };
    this.send({ type: 'open', ...where });
  }

  /** Asks; whatever was asked before is given up. */
  search(typed: string, limit: number): void {
    this.asked++;
    this.send({ type: 'search', ask: this.asked, typed, limit });
  }

  /** Says that rows of the case have changed. */
  tellChanged(): void {
    this.send({ type: 'changed' });
  }

  /** Ends the worker. */
  close(): void {
    this.worker.terminate();
  }

  private take(message: SearchMessage, listener: SearchListener): void {
    if (message.type === 'reading') listener.onReading(message.done, message.total);
    else if (message.ask !== this.asked) return;
    else if (message.type === 'answer') listener.onAnswer(message.answer);
    else if (message.error.code !== 'cancelled') listener.onFailed(message.error);
  }

  private send(request: SearchRequest): void {
    this.worker.postMessage(request);
  }
}
