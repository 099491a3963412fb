import type { NumberRange, RangeName } from '#shared/search/model/query.ts';
import { countNames, NO_COUNT, NO_DAY } from '#shared/search/segment/document-columns.ts';
import type { Segment } from '#shared/search/segment/segment.ts';
import { type Found, foundDocs } from './found.ts';

const DAY_MS = 86_400_000;

/**
 * The documents of a segment that can lie in a range; dates and counts that are ranges themselves may reach it.
 *
 * @param within - only these are looked at; null for all
 */
export async function docsInRange(
  segment: Segment,
  name: RangeName,
  range: NumberRange,
  within: Found | null,
): Promise<Found> {
  const [min, max] = [range.min ?? Number.NEGATIVE_INFINITY, range.max ?? Number.POSITIVE_INFINITY];
  switch (name) {
    case 'published': {
      const [firsts, lasts] = [await segment.column('publishedFirst'), await segment.column('publishedLast')];
      return docsBetween(firsts, lasts, min, max, within);
    }
    case 'imported': {
      const imported = await segment.column('imported');
      // whole days: the first one's beginning to the last one's end
      return docsBetween(imported, imported, min * DAY_MS, (max + 1) * DAY_MS - 1, within);
    }
    case 'words': {
      const words = await segment.column('words');
      return docsBetween(words, words, min, max, within);
    }
    default: {
      const holding = await countedDocs(segment, countNames.indexOf(name), min, max);
      return docsAt(within, segment.seal.documents, (doc) => holding.has(doc));
    }
  }
}

type Column = Int32Array | Uint32Array | Float64Array;

/** Documents that begin no later than `max` and end no earlier than `min`; those without a day are left out. */
function docsBetween(firsts: Column, lasts: Column, min: number, max: number, within: Found | null): Found {
  const count = within === null ? firsts.length : within.count;
  const docs = new Int32Array(count);
  let next = 0;
  for (let at = 0; at < count; at++) {
    const doc = within === null ? at : (within.docs[at] as number);
    const first = firsts[doc] as number;
    if (first === NO_DAY || first > max || (lasts[doc] as number) < min) continue;
    docs[next++] = doc;
  }
  return foundDocs(docs, next);
}

function docsAt(within: Found | null, documents: number, test: (doc: number) => boolean): Found {
  const count = within === null ? documents : within.count;
  const docs = new Int32Array(count);
  let next = 0;
  for (let at = 0; at < count; at++) {
    const doc = within === null ? at : (within.docs[at] as number);
    if (test(doc)) docs[next++] = doc;
  }
  return foundDocs(docs, next);
}

async function countedDocs(segment: Segment, name: number, min: number, max: number): Promise<ReadonlySet<number>> {
  const [docs, names] = [await segment.column('countDocs'), await segment.column('countNames')];
  const [mins, maxes] = [await segment.column('countMins'), await segment.column('countMaxes')];
  const holding = new Set<number>();
  for (let row = 0; row < docs.length; row++) {
    if (names[row] !== name) continue;
    const isOpen = maxes[row] === NO_COUNT;
    if ((isOpen || (maxes[row] as number) >= min) && (mins[row] as number) <= max) holding.add(docs[row] as number);
  }
  return holding;
}
