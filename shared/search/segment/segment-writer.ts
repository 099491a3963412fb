import type { SegmentStore } from '#shared/search/model/segment-store.ts';
import { ByteWriter } from './byte-writer.ts';
import { DictionaryWriter } from './dictionary-writer.ts';
import { columnBytes, type DocumentColumns } from './document-columns.ts';
import { type FileSeal, PagedWriter } from './paged-file.ts';
import { type PostingList, writePostings } from './postings.ts';

/** What a segment consists of, each a file of its own. */
export const segmentFiles = ['postings', 'positions', 'terms', 'docs'] as const;

/** What a manifest says of a segment. */
export type SegmentSeal = {
  /** Files are called by it: `<name>.postings` and so on. */
  readonly name: string;
  readonly documents: number;
  /** Ids of its cases. */
  readonly cases: readonly string[];
  readonly counts: number;
  readonly terms: number;
  /** Bytes of the terms; where their groups begin follows. */
  readonly termBytes: number;
  readonly files: { readonly [Name in (typeof segmentFiles)[number]]: FileSeal };
};

/** Writes a segment term by term, never holding more than one. */
export class SegmentWriter {
  private readonly name: string;
  private readonly columns: DocumentColumns;
  private readonly cases: readonly string[];
  private readonly files: Record<(typeof segmentFiles)[number], PagedWriter>;
  private readonly dictionary = new DictionaryWriter();
  private readonly out = new ByteWriter(1 << 16);

  constructor(store: SegmentStore, name: string, columns: DocumentColumns, cases: readonly string[]) {
    this.cases = cases;
    this.name = name;
    this.columns = columns;
    const file = (kind: string) => new PagedWriter(store, `${name}.${kind}`);
    this.files = { postings: file('postings'), positions: file('positions'), terms: file('terms'), docs: file('docs') };
  }

  /** Whether `flush` should be awaited before the next term. */
  get isFull(): boolean {
    return this.files.postings.isFull || this.files.positions.isFull;
  }

  /** Adds the next term in order. */
  add(key: Uint8Array, list: PostingList, positions: Uint8Array): void {
    this.out.clear();
    writePostings(this.out, list, this.columns.lengths);
    this.files.postings.append(this.out.written());
    this.files.positions.append(positions);
    this.dictionary.add(key, list.count, this.out.length, positions.length);
  }

  async flush(): Promise<void> {
    await this.files.postings.flush();
    await this.files.positions.flush();
  }

  async finish(): Promise<SegmentSeal> {
    const { terms, groups } = this.dictionary.finish();
    this.files.terms.append(terms);
    this.files.terms.append(new Uint8Array(groups.buffer));
    for (const column of columnBytes(this.columns)) this.files.docs.append(column);
    return {
      name: this.name,
      documents: this.columns.lengths.length,
      cases: this.cases,
      counts: this.columns.countDocs.length,
      terms: this.dictionary.count,
      termBytes: terms.length,
      files: {
        postings: await this.files.postings.finish(),
        positions: await this.files.positions.finish(),
        terms: await this.files.terms.finish(),
        docs: await this.files.docs.finish(),
      },
    };
  }
}
