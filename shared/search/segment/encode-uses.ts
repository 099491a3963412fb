import { ByteWriter } from './byte-writer.ts';
import { writePositions } from './position-list.ts';
import { makeRoom, newPostingList, type PostingList } from './postings.ts';
import type { SegmentWriter } from './segment-writer.ts';
import { FILTER } from './term-key.ts';
import type { TermTable } from './term-table.ts';
import type { UseStream } from './use-stream.ts';

/** Uses gathered by term: of term t those from `starts[t]` on, in order. */
type Gathered = { readonly starts: Int32Array; readonly docs: Int32Array; readonly notes: Int32Array };

/** Room for gathering, kept from one segment to the next. */
export type GatherRoom = { docs: Int32Array; notes: Int32Array };

/** Writes the terms of a table, in order, with where they are used. */
export async function encodeUses(
  table: TermTable,
  stream: UseStream,
  writer: SegmentWriter,
  room: GatherRoom,
): Promise<void> {
  const gathered = gather(table, stream, room);
  const list = newPostingList(1024);
  const positions = new ByteWriter(1 << 16);
  for (const term of table.sorted()) {
    const key = table.keyOf(term);
    encodeTerm(gathered, term, key[0] === FILTER, list, positions);
    writer.add(key, list, positions.written());
    if (writer.isFull) await writer.flush();
  }
}

function gather(table: TermTable, stream: UseStream, room: GatherRoom): Gathered {
  const uses = stream.countUses(table.count);
  const starts = new Int32Array(table.count + 1);
  for (let term = 0; term < table.count; term++) starts[term + 1] = (starts[term] as number) + (uses[term] as number);
  const next = starts.slice();
  if (room.docs.length < stream.count) {
    room.docs = new Int32Array(stream.count);
    room.notes = new Int32Array(stream.count);
  }
  const { docs, notes } = room;
  let doc = 0;
  stream.visitPieces((piece, count, first) => {
    for (let at = 0; at < count; ) {
      while (doc + 1 < stream.starts.length && (stream.starts[doc + 1] as number) <= first + at) doc++;
      const end = Math.min(count, (stream.starts[doc + 1] ?? Number.POSITIVE_INFINITY) - first);
      for (; at < end; at++) {
        const term = piece.terms[at] as number;
        const place = next[term] as number;
        next[term] = place + 1;
        docs[place] = doc;
        notes[place] = piece.notes[at] as number;
      }
    }
  });
  return { starts, docs, notes };
}

function encodeTerm(
  { starts, docs, notes }: Gathered,
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
      if (areInOrder(notes, at, stop)) list.uses[list.count] = writePositions(into, notes, at, stop);
      else {
        const own = Int32Array.from(new Set(notes.subarray(at, stop))).sort();
        list.uses[list.count] = writePositions(into, own, 0, own.length);
      }
      list.sizes[list.count] = into.length - start;
    }
    list.count++;
    at = stop;
  }
}

/** Two spellings of one word may come to the same letters out of order, or twice. */
function areInOrder(notes: Int32Array, start: number, end: number): boolean {
  for (let at = start + 1; at < end; at++) if ((notes[at] as number) <= (notes[at - 1] as number)) return false;
  return true;
}
