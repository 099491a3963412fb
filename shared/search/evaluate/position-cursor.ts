import type { ByteRange } from '#shared/search/model/segment-store.ts';
import type { TermEntry } from '#shared/search/segment/dictionary.ts';
import { positionsEnd, readPositions } from '#shared/search/segment/position-list.ts';
import { BLOCK, type BlockTable, newPostingList, readBlock, readBlockTable } from '#shared/search/segment/postings.ts';

/** Bytes between two stretches that are read through rather than apart. */
const GAP = 8192;

/** Reads the positions of one term in documents that are asked for in rising order. */
export class PositionCursor {
  /** Positions of the last document that was asked for, in order. */
  positions = new Int32Array(64);
  /** Of each of them 1 where the word has a capital in front, else 0. */
  capitals = new Uint8Array(64);
  count = 0;
  /** How often the document that was found holds the term. */
  times = 0;
  private readonly entry: TermEntry;
  private readonly bytes: Uint8Array;
  private readonly table: BlockTable;
  private readonly list = newPostingList(BLOCK);
  /** Stretches that are read: which of them holds a block, and where it begins therein. */
  private readonly stretchOf = new Map<number, { readonly stretch: number; readonly offset: number }>();
  private buffers: readonly Uint8Array[] = [];
  private block = 0;
  private loaded = -1;
  private inBlock = 0;
  private at = 0;
  private byte = 0;
  private use = 0;
  private own: Uint8Array = new Uint8Array(0);

  constructor(entry: TermEntry, bytes: Uint8Array) {
    this.entry = entry;
    this.bytes = bytes;
    this.table = readBlockTable(bytes, entry.documents);
  }

  /** The stretches of the file of positions that are needed for some documents. */
  plan(docs: Int32Array, count: number): ByteRange[] {
    const { lasts, positions } = this.table;
    if (this.entry.documents <= BLOCK) {
      this.stretchOf.set(0, { stretch: 0, offset: 0 });
      return count === 0 ? [] : [{ offset: this.entry.positions, length: this.entry.positionsLength }];
    }
    const ranges: { offset: number; length: number }[] = [];
    let block = 0;
    for (let at = 0; at < count; ) {
      while (block < this.table.count && (lasts[block] as number) < (docs[at] as number)) block++;
      if (block >= this.table.count) break;
      const [start, end] = [positions[block] as number, positions[block + 1] as number];
      const last = ranges.at(-1);
      const first = last === undefined ? 0 : last.offset - this.entry.positions;
      if (last === undefined || start - (first + last.length) > GAP) {
        ranges.push({ offset: this.entry.positions + start, length: end - start });
        this.stretchOf.set(block, { stretch: ranges.length - 1, offset: 0 });
      } else {
        last.length = end - first;
        this.stretchOf.set(block, { stretch: ranges.length - 1, offset: start - first });
      }
      while (at < count && (docs[at] as number) <= (lasts[block] as number)) at++;
      block++;
    }
    return ranges;
  }

  /** @param buffers - what `plan` asked for */
  give(buffers: readonly Uint8Array[]): void {
    this.buffers = buffers;
  }

  /** Reads the positions in a document; none when it does not hold the term. */
  read(doc: number): void {
    this.count = 0;
    if (this.find(doc) > 0) this.decode();
  }

  /** Goes to a document without reading positions; @returns how often it holds the term */
  find(doc: number): number {
    this.times = 0;
    const { lasts, count } = this.table;
    while (this.block < count && (lasts[this.block] as number) < doc) this.block++;
    if (this.block >= count) return 0;
    if (this.loaded !== this.block && !this.load()) return 0;
    const { docs, uses, sizes } = this.list;
    while (this.at < this.inBlock && (docs[this.at] as number) < doc) {
      this.byte = positionsEnd(this.own, this.byte, uses[this.at] as number, sizes[this.at] as number);
      this.at++;
    }
    if (this.at >= this.inBlock || docs[this.at] !== doc) return 0;
    this.use = uses[this.at] as number;
    this.times = this.use >>> 8;
    return this.times;
  }

  /** Reads the positions of the document that was found, up to the first one from `last` on. */
  decode(last = Number.POSITIVE_INFINITY): void {
    const { times } = this;
    if (this.positions.length < times) {
      this.positions = new Int32Array(times * 2);
      this.capitals = new Uint8Array(times * 2);
    }
    this.count = readPositions(this.own, this.byte, this.use, last, this.positions, this.capitals);
  }

  private load(): boolean {
    const { lasts, offsets } = this.table;
    const place = this.stretchOf.get(this.block);
    if (place === undefined) return false;
    this.loaded = this.block;
    this.at = 0;
    this.inBlock = Math.min(BLOCK, this.entry.documents - this.block * BLOCK);
    this.own = this.buffers[place.stretch] ?? new Uint8Array(0);
    this.byte = place.offset;
    const base = this.block === 0 ? 0 : (lasts[this.block - 1] as number);
    readBlock(this.bytes, offsets[this.block] as number, base, this.inBlock, this.list, 0);
    return true;
  }
}
