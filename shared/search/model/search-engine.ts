import type { JobControl } from '#shared/kernel/job-control.ts';
import type { IndexDocument } from './index-document.ts';
import type { IndexRequest, IndexResults } from './search-results.ts';

/** Names a document of the index. */
export type DocumentKey = { readonly caseId: string; readonly articleId: string };

/** How an index stands. */
export type IndexHealth = {
  readonly documents: number;
  /** Documents that only memory holds; `flush` brings them into the store. */
  readonly fresh: number;
  readonly segments: number;
  /** Bytes in the store. */
  readonly bytes: number;
  /** What the last flush was told: changes up to here need not be told again. Null for an index that is new. */
  readonly watermark: string | null;
  /** Whether there are segments worth merging. */
  readonly isMergeDue: boolean;
};

/**
 * The index as the worker that owns it sees it. One caller at a time writes; searches may run between the awaits of a
 * flush or a merge and see either what was before or what is after.
 */
export type SearchEngine = {
  /**
   * Takes documents in, in place of any with the same key; they are found by the next search. Kept in memory until `flush`.
   */
  put(documents: readonly IndexDocument[]): void | Promise<void>;
  /** Forgets documents; unknown keys do nothing. */
  remove(keys: readonly DocumentKey[]): void | Promise<void>;
  /**
   * Answers a request.
   *
   * @throws {AppError} `cancelled` when its signal aborts; `altered` when bytes of the index are not what was written: then
   *   it has to be rebuilt, and nothing it says is to be believed
   */
  search(request: IndexRequest): Promise<IndexResults>;
  /**
   * Brings everything into the store: outlives a crash when this ends.
   *
   * @param watermark - the caller's own note of how far the index has heard of changes; `health` gives it back
   */
  flush(watermark: string | null): Promise<void>;
  /**
   * Merges segments until none is worth merging; searches go on meanwhile. Not durable until the next flush.
   *
   * @throws {AppError} `cancelled`; nothing has changed then
   */
  merge(job: JobControl): Promise<void>;
  health(): IndexHealth;
};
