import { ByteWriter } from './byte-writer.ts';
import { fieldBitAt } from './fields.ts';
import { makeRoom, newPostingList, type PostingList } from './postings.ts';
import type { SegmentWriter } from './segment-writer.ts';
import { FILTER } from './term-key.ts';
import type { TermTable } from './term-table.ts';
import type { UseStream } from './use-stream.ts';

/** Uses gathered by term: of term t those from `starts[t]` on, `docs` and `positions` in order. */
type Gathered = { readonly starts: Int32Array; readonly docs: Int32Array; readonly positions: Int32Array };

/** Writes the terms of a table, in order, with where they are used. */
export async function encodeUses(table: TermTable, stream: UseStream, writer: SegmentWriter): Promise<void> {
  const gathered = gather(table, stream);
  const list = newPostingList(1024);
  const positions = new ByteWriter(1 << 16);
  for (const term of table.sorted()) {
    const key = table.keyOf(term);
    encodeTerm(gathered, term, key[0] === FILTER, list, positions);
    writer.add(key, list, positions.written());
    if (writer.isFull) await writer.flush();
  }
}

function gather(table: TermTable, stream: UseStream): Gathered {
  const starts = new Int32Array(table.count + 1);
  for (let term = 0; term < table.count; term++) {
    starts[term + 1] = (starts[term] as number) + (table.uses[term] as number);
  }
  const next = starts.slice();
  const docs = new Int32Array(stream.count);
  const positions = new Int32Array(stream.count);
  for (const [doc, start] of stream.starts.entries()) {
    const end = stream.starts[doc + 1] ?? stream.count;
    for (let at = start; at < end; at++) {
      const place = (next[stream.terms[at] as number] as number)++;
      docs[place] = doc;
      positions[place] = stream.positions[at] as number;
    }
  }
  return { starts, docs, positions };
}

function encodeTerm(
  { starts, docs, positions }: Gathered,
  term: number,
  isFilter: boolean,
  list: PostingList,
  into: ByteWriter,
): void {
  list.count = 0;
  into.clear();
  const end = starts[term + 1] as number;
  for (let at = starts[term] as number; at < end; ) {
    const doc = docs[at] as number;
    let stop = at + 1;
    while (stop < end && docs[stop] === doc) stop++;
    makeRoom(list, list.count + 1);
    list.docs[list.count] = doc;
    if (isFilter) {
      list.uses[list.count] = (1 << 8) | 1;
      list.sizes[list.count] = 0;
    } else {
      const start = into.length;
      list.uses[list.count] = writePositions(into, inOrder(positions, at, stop));
      list.sizes[list.count] = into.length - start;
    }
    list.count++;
    at = stop;
  }
}

/** Two spellings of one word may come to the same letters out of order, or twice. */
function inOrder(positions: Int32Array, start: number, end: number): Int32Array {
  const own = positions.subarray(start, end);
  for (let at = 1; at < own.length; at++) {
    if ((own[at] as number) <= (own[at - 1] as number)) return Int32Array.from(new Set(own)).sort();
  }
  return own;
}

/** @returns how often, and in which fields: times << 8 | mask */
function writePositions(into: ByteWriter, positions: Int32Array): number {
  let before = 0;
  let mask = 0;
  for (let at = 0; at < positions.length; at++) {
    const position = positions[at] as number;
    into.varint(position - before);
    mask |= fieldBitAt(position);
    before = position;
  }
  return (positions.length << 8) | mask;
}
