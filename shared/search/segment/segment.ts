import type { DocumentKey } from '#shared/search/model/search-engine.ts';
import type { ByteRange, SegmentStore } from '#shared/search/model/segment-store.ts';
import { checksum } from './checksum.ts';
import { Dictionary, type TermEntry } from './dictionary.ts';
import { columnRange, type DocumentColumns, idsOf, KEY, keyBytes } from './document-columns.ts';
import { PagedFile } from './paged-file.ts';
import type { SegmentSeal, segmentFiles } from './segment-writer.ts';
import { SequentialReader } from './sequential-reader.ts';
import { HIDDEN, PLAIN } from './term-key.ts';

/** A segment as it is searched: its terms are in memory, postings and positions are read when they are asked for. */
export class Segment {
  readonly seal: SegmentSeal;
  readonly dictionary: Dictionary;
  /** One bit a document: those that were deleted or replaced since it was written. Never changed, only replaced. */
  deleted: Uint8Array;
  deletedCount = 0;
  /** Whether any of its words stand in hidden passages. */
  readonly hasHidden: boolean;
  private readonly postings: PagedFile;
  private readonly positions: PagedFile;
  private readonly docs: PagedFile;
  private readonly columns = new Map<keyof DocumentColumns, DocumentColumns[keyof DocumentColumns]>();

  private constructor(store: SegmentStore, seal: SegmentSeal, dictionary: Dictionary) {
    this.seal = seal;
    this.dictionary = dictionary;
    this.deleted = new Uint8Array((seal.documents + 7) >> 3);
    this.hasHidden = dictionary.seek(Uint8Array.of(PLAIN + HIDDEN)) && dictionary.key[0] === PLAIN + HIDDEN;
    const file = (kind: (typeof segmentFiles)[number]) =>
      new PagedFile(store, `${seal.name}.${kind}`, seal.files[kind]);
    this.postings = file('postings');
    this.positions = file('positions');
    this.docs = file('docs');
  }

  /**
   * Opens a segment.
   *
   * @throws {AppError} `altered` when its files are not what was written
   */
  static async open(store: SegmentStore, seal: SegmentSeal): Promise<Segment> {
    const all = await new PagedFile(store, `${seal.name}.terms`, seal.files.terms).readAll();
    const terms = all.subarray(0, seal.termBytes);
    const groups = new Uint32Array(all.slice(seal.termBytes).buffer);
    return new Segment(store, seal, new Dictionary(terms, groups, seal.terms));
  }

  /** Documents that were not deleted. */
  get live(): number {
    return this.seal.documents - this.deletedCount;
  }

  isDeleted(doc: number): boolean {
    return hasBit(this.deleted, doc);
  }

  /** Takes documents out; a search that has begun goes on with what was. */
  delete(docs: readonly number[]): void {
    const bits = this.deleted.slice();
    for (const doc of docs) {
      if (hasBit(bits, doc)) continue;
      bits[doc >> 3] = (bits[doc >> 3] as number) | (1 << (doc & 7));
      this.deletedCount++;
    }
    this.deleted = bits;
  }

  readPostings(entries: readonly TermEntry[]): Promise<readonly Uint8Array[]> {
    return this.postings.read(
      entries.map(({ postings, postingsLength }) => ({ offset: postings, length: postingsLength })),
    );
  }

  readPositions(ranges: readonly ByteRange[]): Promise<readonly Uint8Array[]> {
    return this.positions.read(ranges);
  }

  /** Reads both files from start to end, for merging. */
  openReaders(): { readonly postings: SequentialReader; readonly positions: SequentialReader } {
    const { postings, positions } = this.seal.files;
    return {
      postings: new SequentialReader(this.postings, postings.length),
      positions: new SequentialReader(this.positions, positions.length),
    };
  }

  /** A column of its documents, kept once it was read. */
  async column<Name extends keyof DocumentColumns>(name: Name): Promise<DocumentColumns[Name]> {
    const known = this.columns.get(name) as DocumentColumns[Name] | undefined;
    if (known !== undefined) return known;
    const [bytes = new Uint8Array(0)] = await this.docs.read([
      columnRange(name, this.seal.documents, this.seal.counts),
    ]);
    const column = typedAs(name, bytes.slice().buffer);
    this.columns.set(name, column);
    return column;
  }

  /** The ids of documents. */
  async keysOf(docs: readonly number[]): Promise<readonly DocumentKey[]> {
    const { offset } = columnRange('keys', this.seal.documents, this.seal.counts);
    const keys = await this.docs.read(docs.map((doc) => ({ offset: offset + doc * KEY, length: KEY })));
    return keys.map((key) => idsOf(key, 0));
  }

  /** The document with a key; null when there is none, or it was deleted. */
  async find({ caseId, articleId }: DocumentKey): Promise<number | null> {
    const wanted = keyBytes(caseId, articleId);
    const check = checksum(wanted, 0);
    const checks = await this.column('keyChecks');
    for (let doc = checks.indexOf(check); doc >= 0; doc = checks.indexOf(check, doc + 1)) {
      const [found] = await this.keysOf([doc]);
      if (found?.caseId === caseId && found.articleId === articleId && !this.isDeleted(doc)) return doc;
    }
    return null;
  }
}

/** Whether the bit of a document is set. */
export function hasBit(bits: Uint8Array, doc: number): boolean {
  return (((bits[doc >> 3] as number) >> (doc & 7)) & 1) === 1;
}

function typedAs<Name extends keyof DocumentColumns>(name: Name, buffer: ArrayBuffer): DocumentColumns[Name];
function typedAs(name: keyof DocumentColumns, buffer: ArrayBuffer): DocumentColumns[keyof DocumentColumns] {
  switch (name) {
    case 'imported':
    case 'countMins':
    case 'countMaxes':
      return new Float64Array(buffer);
    case 'publishedFirst':
    case 'publishedLast':
    case 'countDocs':
      return new Int32Array(buffer);
    case 'words':
    case 'keyChecks':
      return new Uint32Array(buffer);
    case 'caseNumbers':
      return new Uint16Array(buffer);
    default:
      return new Uint8Array(buffer);
  }
}
