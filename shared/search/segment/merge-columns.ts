import { type DocumentColumns, KEY } from './document-columns.ts';
import type { Segment } from './segment.ts';

/**
 * The columns of several segments as one, in their order.
 *
 * @param kept - of each segment the documents to keep
 */
export async function mergeColumns(
  segments: readonly Segment[],
  kept: readonly Int32Array[],
): Promise<{ readonly columns: DocumentColumns; readonly cases: readonly string[] }> {
  const cases = [...new Set(segments.flatMap(({ seal }) => seal.cases))];
  const total = kept.reduce((sum, { length }) => sum + length, 0);
  const counts = await keptCounts(segments, kept);
  const columns: DocumentColumns = {
    keys: new Uint8Array(total * KEY),
    keyChecks: new Uint32Array(total),
    caseNumbers: new Uint16Array(total),
    lengths: new Uint8Array(total),
    publishedFirst: new Int32Array(total),
    publishedLast: new Int32Array(total),
    imported: new Float64Array(total),
    words: new Uint32Array(total),
    countDocs: Int32Array.from(counts, (row) => row[0]),
    countNames: Uint8Array.from(counts, (row) => row[1]),
    countMins: Float64Array.from(counts, (row) => row[2]),
    countMaxes: Float64Array.from(counts, (row) => row[3]),
  };
  let base = 0;
  for (const [at, segment] of segments.entries()) {
    const docs = kept[at] as Int32Array;
    const keys = await segment.column('keys');
    for (let next = 0; next < docs.length; next++) {
      const from = (docs[next] as number) * KEY;
      columns.keys.set(keys.subarray(from, from + KEY), (base + next) * KEY);
    }
    for (const name of ['keyChecks', 'lengths', 'publishedFirst', 'publishedLast', 'imported', 'words'] as const) {
      const [into, from] = [columns[name], await segment.column(name)];
      for (let next = 0; next < docs.length; next++) into[base + next] = from[docs[next] as number] as number;
    }
    const numbers = await segment.column('caseNumbers');
    const moved = segment.seal.cases.map((caseId) => cases.indexOf(caseId));
    for (let next = 0; next < docs.length; next++) {
      columns.caseNumbers[base + next] = moved[numbers[docs[next] as number] as number] as number;
    }
    base += docs.length;
  }
  return { columns, cases };
}

type CountRow = readonly [doc: number, name: number, min: number, max: number];

/** Document, name, least and greatest of every count that is kept. */
async function keptCounts(segments: readonly Segment[], kept: readonly Int32Array[]): Promise<CountRow[]> {
  const rows: CountRow[] = [];
  let base = 0;
  for (const [at, segment] of segments.entries()) {
    const docs = kept[at] as Int32Array;
    const numbers = new Map(Array.from(docs, (doc, next) => [doc, base + next]));
    const [own, names] = [await segment.column('countDocs'), await segment.column('countNames')];
    const [mins, maxes] = [await segment.column('countMins'), await segment.column('countMaxes')];
    for (let row = 0; row < own.length; row++) {
      const doc = numbers.get(own[row] as number);
      if (doc !== undefined) rows.push([doc, names[row] as number, mins[row] as number, maxes[row] as number]);
    }
    base += docs.length;
  }
  return rows;
}
