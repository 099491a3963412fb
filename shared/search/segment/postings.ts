import { ByteWriter } from './byte-writer.ts';
import { impact, TEXT_BIT } from './impact.ts';
import { CAPITALS, MANY } from './position-list.ts';

/** Postings that are skipped or taken together. */
export const BLOCK = 128;

/** Bits of fields in a mask. */
const FIELDS = 0x7f;

/** Postings of one term as they are collected: documents in order, and of each what follows. */
export type PostingList = {
  count: number;
  docs: Int32Array;
  /** How often, and in which fields: times << 8 | mask. */
  uses: Int32Array;
  /** Bytes of the positions. */
  sizes: Int32Array;
};

/** An empty list with room for `room` documents. */
export function newPostingList(room: number): PostingList {
  return { count: 0, docs: new Int32Array(room), uses: new Int32Array(room), sizes: new Int32Array(room) };
}

/** Makes sure that a list has room for so many postings. */
export function makeRoom(list: PostingList, room: number): void {
  if (list.docs.length >= room) return;
  for (const name of ['docs', 'uses', 'sizes'] as const) {
    const grown = new Int32Array(Math.max(room, list[name].length * 2));
    grown.set(list[name]);
    list[name] = grown;
  }
}

const body = new ByteWriter(1 << 16);

/**
 * Writes the postings of a term. More than one block of them is preceded by a table: of each block the last document, the
 * bytes of postings and positions, and the greatest impact.
 *
 *     posting   delta << 2 | capitals << 1 | more   [times << 1 | other fields   [mask]   [bytes of positions, when many]]
 *
 * @param lengths - length code of every document
 */
export function writePostings(into: ByteWriter, list: PostingList, lengths: Uint8Array): void {
  if (list.count <= BLOCK) {
    writeBlock(into, list, 0, list.count, 0);
    return;
  }
  body.clear();
  let before = 0;
  for (let first = 0; first < list.count; first += BLOCK) {
    const end = Math.min(first + BLOCK, list.count);
    const start = body.length;
    writeBlock(body, list, first, end, before);
    const last = list.docs[end - 1] as number;
    into.varint(last - before);
    into.varint(body.length - start);
    let size = 0;
    let greatest = 0;
    for (let at = first; at < end; at++) {
      size += list.sizes[at] as number;
      const use = list.uses[at] as number;
      greatest = Math.max(greatest, impact(use >>> 8, use & 0xff, lengths[list.docs[at] as number] as number));
    }
    into.varint(size);
    into.byte(Math.min(255, Math.ceil(greatest * 255)));
    before = last;
  }
  into.append(body.bytes, 0, body.length);
}

function writeBlock(into: ByteWriter, list: PostingList, first: number, end: number, base: number): void {
  let before = base;
  for (let at = first; at < end; at++) {
    const doc = list.docs[at] as number;
    const use = list.uses[at] as number;
    const times = use >>> 8;
    const mask = use & FIELDS;
    const isMore = times > 1 || mask !== TEXT_BIT;
    into.varint(((doc - before) << 2) | ((use & CAPITALS) === 0 ? 0 : 2) | (isMore ? 1 : 0));
    if (isMore) {
      into.varint((times << 1) | (mask === TEXT_BIT ? 0 : 1));
      if (mask !== TEXT_BIT) into.byte(mask);
      if (times > MANY) into.varint(list.sizes[at] as number);
    }
    before = doc;
  }
}

/** The table of a term's blocks. `offsets` and `positions` have one more: where the last block ends. */
export type BlockTable = {
  readonly count: number;
  readonly lasts: Int32Array;
  readonly offsets: Int32Array;
  readonly positions: Int32Array;
  readonly impacts: Uint8Array;
};

/** Reads the table of the blocks of a term with `count` postings. */
export function readBlockTable(bytes: Uint8Array, count: number): BlockTable {
  const blocks = Math.ceil(count / BLOCK);
  const lasts = new Int32Array(blocks);
  const offsets = new Int32Array(blocks + 1);
  const positions = new Int32Array(blocks + 1);
  const impacts = new Uint8Array(blocks);
  if (count <= BLOCK) {
    lasts[0] = 0x7fffffff;
    offsets[1] = bytes.length;
    impacts[0] = 255;
    return { count: blocks, lasts, offsets, positions, impacts };
  }
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] as number;
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  for (let block = 0; block < blocks; block++) {
    lasts[block] = (block === 0 ? 0 : (lasts[block - 1] as number)) + varint();
    offsets[block + 1] = (offsets[block] as number) + varint();
    positions[block + 1] = (positions[block] as number) + varint();
    impacts[block] = bytes[at++] as number;
  }
  for (let block = 0; block <= blocks; block++) offsets[block] = (offsets[block] as number) + at;
  return { count: blocks, lasts, offsets, positions, impacts };
}

/**
 * Reads postings into a list from index `into` on.
 *
 * @param at - where the block begins
 * @param base - the last document of the block before
 */
export function readBlock(bytes: Uint8Array, at: number, base: number, count: number, list: PostingList, into: number) {
  const { docs, uses, sizes } = list;
  let next = at;
  let doc = base;
  for (let posting = into; posting < into + count; posting++) {
    let head = bytes[next++] as number;
    if (head > 127) {
      head &= 127;
      for (let shift = 7; ; shift += 7) {
        const byte = bytes[next++] as number;
        head |= (byte & 127) << shift;
        if (byte < 128) break;
      }
    }
    doc += head >>> 2;
    docs[posting] = doc;
    const capitals = (head & 2) === 0 ? 0 : CAPITALS;
    if ((head & 1) === 0) {
      uses[posting] = (1 << 8) | TEXT_BIT | capitals;
      continue;
    }
    let more = bytes[next++] as number;
    if (more > 127) {
      more &= 127;
      for (let shift = 7; ; shift += 7) {
        const byte = bytes[next++] as number;
        more |= (byte & 127) << shift;
        if (byte < 128) break;
      }
    }
    const times = more >>> 1;
    const mask = (more & 1) === 0 ? TEXT_BIT : (bytes[next++] as number);
    uses[posting] = (times << 8) | mask | capitals;
    if (times <= MANY) continue;
    let size = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[next++] as number;
      size |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    sizes[posting] = size;
  }
}
