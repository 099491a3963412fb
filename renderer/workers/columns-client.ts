import { startWorker } from '#renderer/platform/trusted-worker.ts';
import type { ColumnsMessage, ColumnsRequest } from '#shared/contracts/columns-messages.ts';
import type { LibraryFacets, LibraryQuery, LibraryRow, LibraryWindow } from '#shared/contracts/library-query.ts';
import type { ArticleId, CaseId } from '#shared/domain/ids.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { openReply, type Reply } from '#shared/kernel/reply.ts';
import url from './columns.worker.ts?worker&url';

/** What the columns say without being asked. */
export type ColumnsListener = {
  /** Rows came, changed or went: what was read before is stale. */
  onChanged(rows: number, isLoading: boolean): void;
  /** The rows that the last visit's answer began with, as they are now. */
  onFirst(rows: readonly LibraryRow[]): void;
  onFailed(message: string): void;
};

type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: unknown) => void };

/** The columns of one case in their worker, as a page asks them. */
export class ColumnsClient {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;

  /** @param first - ids that the last visit's answer to `query` began with; none at a first visit */
  constructor(
    where: { readonly database: string; readonly caseId: CaseId },
    query: LibraryQuery,
    first: readonly ArticleId[],
    listener: ColumnsListener,
  ) {
    this.worker = startWorker(url, 'library columns');
    this.worker.onmessage = ({ data }: MessageEvent<ColumnsMessage>) => this.take(data, listener);
    this.worker.onerror = () => listener.onFailed('The list of articles stopped. Open the library again.');
    this.send({ type: 'open', ...where, query, first: [...first] });
  }

  /** Asks another question; what is read afterwards answers it. */
  query(query: LibraryQuery): void {
    this.send({ type: 'query', query });
  }

  /** Rows from `start` on, at most `count`. */
  window(start: number, count: number): Promise<LibraryWindow> {
    return this.ask((ask) => ({ type: 'window', ask, start, count })) as Promise<LibraryWindow>;
  }

  /** Ids of rows `[start, end)` in order. */
  ids(start: number, end: number): Promise<ArticleId[]> {
    return this.ask((ask) => ({ type: 'ids', ask, start, end })) as Promise<ArticleId[]>;
  }

  /** Where a row stands; -1 when it is gone or does not match. */
  placeOf(articleId: ArticleId): Promise<number> {
    return this.ask((ask) => ({ type: 'place', ask, articleId })) as Promise<number>;
  }

  /** What can be narrowed down, with counts. */
  facets(): Promise<LibraryFacets> {
    return this.ask((ask) => ({ type: 'facets', ask })) as Promise<LibraryFacets>;
  }

  /** Ends the worker; questions that wait are refused as `cancelled`. */
  close(): void {
    this.worker.terminate();
    for (const { reject } of this.waiting.values()) reject(new AppError('cancelled', 'The library was left.'));
    this.waiting.clear();
  }

  private ask(request: (ask: number) => ColumnsRequest): Promise<unknown> {
    const ask = this.asked++;
    return new Promise((resolve, reject) => {
      this.waiting.set(ask, { resolve, reject });
      this.send(request(ask));
    });
  }

  private send(request: ColumnsRequest): void {
    this.worker.postMessage(request);
  }

  private take(message: ColumnsMessage, listener: ColumnsListener): void {
    switch (message.type) {
      case 'changed':
        listener.onChanged(message.rows, message.isLoading);
        break;
      case 'first':
        listener.onFirst(message.rows);
        break;
      case 'failed':
        listener.onFailed(message.message);
        break;
      case 'answer':
        this.answer(message.ask, message.reply);
    }
  }

  private answer(ask: number, reply: Reply<unknown>): void {
    const waiting = this.waiting.get(ask);
    this.waiting.delete(ask);
    if (!waiting) return;
    try {
      waiting.resolve(openReply(reply));
    } catch (error) {
      waiting.reject(error);
    }
  }
}
