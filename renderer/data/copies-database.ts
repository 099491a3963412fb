import { Dexie, type Table } from 'dexie';
import type { ArticleId, TextId } from '#shared/domain/ids.ts';
import type { CopyPair } from '#shared/ingest/copies/copy-index.ts';
import type { IndexedDbPort } from './workbench-database.ts';

/** What a text is looked up by among others. */
export type SketchRow = {
  readonly articleId: ArticleId;
  /** The version it was made of: another one makes it stale. Null for an article without a text. */
  readonly textId: TextId | null;
  /** Sampled runs of words, sorted; empty for a text too short to be told from others. */
  readonly runs: Uint32Array;
};

/** Two articles whose texts are one, `a` before `b`. */
export type CopyPairRow = CopyPair & { readonly a: ArticleId; readonly b: ArticleId };

/**
 * What was found out about copies. A database of its own: it is derived from the texts, is made anew whenever it is missing,
 * and proves nothing.
 */
export class CopiesDatabase extends Dexie {
  declare readonly sketches: Table<SketchRow, string>;
  declare readonly pairs: Table<CopyPairRow, [string, string]>;

  /** @param workspace - the name of the database whose articles are compared */
  constructor(workspace: string, port: IndexedDbPort) {
    super(`${workspace}-copies`, { indexedDB: port.indexedDB, IDBKeyRange: port.IDBKeyRange, cache: 'disabled' });
    this.version(1).stores({ sketches: 'articleId', pairs: '[a+b], b' });
  }
}
