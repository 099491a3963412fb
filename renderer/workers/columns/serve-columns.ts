import type { RowFeed } from '#renderer/data/case-rows.ts';
import { type ColumnsMessage, type ColumnsRequest, columnsRequestSchema } from '#shared/contracts/columns-messages.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import { AppError, toPayload } from '#shared/kernel/app-error.ts';
import { LibraryColumns } from './library-columns.ts';

type ColumnsPorts = {
  openFeed(database: string, caseId: CaseId): Promise<RowFeed>;
  post(message: ColumnsMessage): void;
  /** Lets waiting messages in. */
  pause(): Promise<void>;
};

type Question = Exclude<ColumnsRequest, { type: 'open' | 'query' }>;

/** Answers the library: loads the columns of one case, keeps them current, and serves windows of what is asked. */
export class ColumnsServer {
  private readonly ports: ColumnsPorts;
  private readonly columns: LibraryColumns;
  /** Resolves once all rows are in; questions wait for it. */
  private readonly loaded: Promise<void>;
  private setLoaded = () => {};

  constructor(ports: ColumnsPorts) {
    this.ports = ports;
    this.columns = new LibraryColumns(() => ports.pause());
    this.loaded = new Promise((resolve) => {
      this.setLoaded = resolve;
    });
  }

  /**
   * Takes one message of the page.
   *
   * @throws {AppError} `bad-input` for anything but a request
   */
  async take(message: unknown): Promise<void> {
    const parsed = columnsRequestSchema.safeParse(message);
    if (!parsed.success) throw new AppError('bad-input', 'No request to the columns.', parsed.error);
    const request = parsed.data;
    if (request.type === 'open') return this.open(request);
    if (request.type === 'query') return this.columns.ask(request.query);
    try {
      await this.loaded;
      const value = await this.answer(request);
      this.ports.post({ type: 'answer', ask: request.ask, reply: { ok: true, value } });
    } catch (error) {
      this.ports.post({ type: 'answer', ask: request.ask, reply: { ok: false, error: toPayload(error) } });
    }
  }

  private async open({ database, caseId, query, first }: ColumnsRequest & { type: 'open' }): Promise<void> {
    this.columns.ask(query);
    try {
      const feed = await this.ports.openFeed(database, caseId);
      if (first.length > 0) this.ports.post({ type: 'first', rows: await feed.read(first) });
      await feed.readAll((rows) => {
        this.columns.change(rows, []);
        this.ports.post({ type: 'changed', rows: this.columns.size, isLoading: true });
      });
      this.setLoaded();
      this.ports.post({ type: 'changed', rows: this.columns.size, isLoading: false });
      feed.watch((rows, removed) => {
        this.columns.change(rows, removed);
        this.ports.post({ type: 'changed', rows: this.columns.size, isLoading: false });
      });
      await this.columns.warmUp();
    } catch (error) {
      this.ports.post({ type: 'failed', message: toPayload(error).message });
    }
  }

  private answer(question: Question): Promise<unknown> {
    switch (question.type) {
      case 'window':
        return this.columns.window(question.start, question.count);
      case 'ids':
        return this.columns.ids(question.start, question.end);
      case 'place':
        return this.columns.placeOf(question.articleId);
      case 'facets':
        return Promise.resolve(this.columns.facets());
    }
  }
}
