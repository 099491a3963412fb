import type { ByteRange } from '#shared/search/model/segment-store.ts';
import type { TermEntry } from '#shared/search/segment/dictionary.ts';
import { positionsEnd, readPositions } from '#shared/search/segment/position-list.ts';
import { BLOCK, type BlockTable, newPostingList, readBlock, readBlockTable } from '#shared/search/segment/postings.ts';

/** Bytes between two stretches that are read through rather than apart. */
const GAP = 8192;

/** Reads the positions of one term in documents that are known beforehand. */
export class PositionCursor {
  /** Positions of the last document that was read, in order. */
  positions = new Int32Array(64);
  /** Of each of them 1 where the word has a capital in front, else 0. */
  capitals = new Uint8Array(64);
  count = 0;
  private readonly entry: TermEntry;
  private readonly bytes: Uint8Array;
  private readonly table: BlockTable;
  /** Stretches that are read: which of them holds a block, and where it begins therein. */
  private readonly stretchOf = new Map<number, { readonly stretch: number; readonly offset: number }>();
  private buffers: readonly Uint8Array[] = [];
  /** Of each document how often and where it holds the term, 0 for not at all; and where its positions lie. */
  private uses: Int32Array = new Int32Array(0);
  private starts: Int32Array = new Int32Array(0);
  private stretches: Int32Array = new Int32Array(0);

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

  /**
   * Finds where the positions in each document lie.
   *
   * @param docs - those of `plan`
   * @param buffers - what `plan` asked for
   */
  locate(docs: Int32Array, count: number, buffers: readonly Uint8Array[]): void {
    this.buffers = buffers;
    this.uses = new Int32Array(count);
    this.starts = new Int32Array(count);
    this.stretches = new Int32Array(count);
    const { lasts } = this.table;
    let block = 0;
    for (let at = 0; at < count; ) {
      while (block < this.table.count && (lasts[block] as number) < (docs[at] as number)) block++;
      if (block >= this.table.count) return;
      at = this.locateInBlock(block, docs, at, count);
    }
  }

  /** How often a document holds the term. @param at - its place among those of `locate` */
  times(at: number): number {
    return (this.uses[at] as number) >>> 8;
  }

  /** Reads the positions in a document, up to the first one from `last` on; none when it does not hold the term. */
  read(at: number, last = Number.POSITIVE_INFINITY): void {
    const use = this.uses[at] as number;
    const times = use >>> 8;
    if (this.positions.length < times) {
      this.positions = new Int32Array(times * 2);
      this.capitals = new Uint8Array(times * 2);
    }
    const own = this.buffers[this.stretches[at] as number] ?? noBytes;
    this.count =
      times === 0 ? 0 : readPositions(own, this.starts[at] as number, use, last, this.positions, this.capitals);
  }

  /** @returns where the first document stands that is behind the block */
  private locateInBlock(block: number, docs: Int32Array, from: number, count: number): number {
    const { lasts, offsets } = this.table;
    const last = lasts[block] as number;
    const base = block === 0 ? 0 : (lasts[block - 1] as number);
    const inBlock = Math.min(BLOCK, this.entry.documents - block * BLOCK);
    const { stretch, offset } = this.stretchOf.get(block) ?? noPlace;
    const own = this.buffers[stretch] ?? noBytes;
    readBlock(this.bytes, offsets[block] as number, base, inBlock, list, 0);
    const { docs: holding, uses, sizes } = list;
    let at = from;
    let byte = offset;
    for (let posting = 0; posting < inBlock; posting++) {
      const doc = holding[posting] as number;
      while (at < count && (docs[at] as number) < doc) at++;
      if (at === count || (docs[at] as number) > last) break;
      const use = uses[posting] as number;
      if (docs[at] === doc) {
        this.uses[at] = use;
        this.starts[at] = byte;
        this.stretches[at++] = stretch;
      }
      byte = positionsEnd(own, byte, use, sizes[posting] as number);
    }
    while (at < count && (docs[at] as number) <= last) at++;
    return at;
  }
}

const noBytes = new Uint8Array(0);
const noPlace = { stretch: -1, offset: 0 };
const list = newPostingList(BLOCK);
