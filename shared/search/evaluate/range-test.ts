import type { NumberRange, RangeName } from '#shared/search/model/query.ts';
import { countNames, NO_COUNT, NO_DAY } from '#shared/search/segment/document-columns.ts';
import type { Segment } from '#shared/search/segment/segment.ts';

const DAY_MS = 86_400_000;

/** Says of documents of a segment whether they can lie in a range; dates and counts that are ranges themselves may reach it. */
export async function rangeTest(
  segment: Segment,
  name: RangeName,
  range: NumberRange,
): Promise<(doc: number) => boolean> {
  const [min, max] = [range.min ?? Number.NEGATIVE_INFINITY, range.max ?? Number.POSITIVE_INFINITY];
  switch (name) {
    case 'published': {
      const [firsts, lasts] = [await segment.column('publishedFirst'), await segment.column('publishedLast')];
      return (doc) => {
        const first = firsts[doc] as number;
        return first !== NO_DAY && first <= max && (lasts[doc] as number) >= min;
      };
    }
    case 'imported': {
      const imported = await segment.column('imported');
      return (doc) => {
        const day = Math.floor((imported[doc] as number) / DAY_MS);
        return day >= min && day <= max;
      };
    }
    case 'words': {
      const words = await segment.column('words');
      return (doc) => (words[doc] as number) >= min && (words[doc] as number) <= max;
    }
    default: {
      const holding = await countedDocs(segment, countNames.indexOf(name), min, max);
      return (doc) => holding.has(doc);
    }
  }
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
