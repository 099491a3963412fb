import type { IndexRequest } from '#shared/search/model/search-results.ts';
import { NO_DAY } from '#shared/search/segment/document-columns.ts';
import { newPostingList } from '#shared/search/segment/postings.ts';
import { readList } from '#shared/search/segment/read-list.ts';
import type { Segment } from '#shared/search/segment/segment.ts';
import { filterStart, filterValueOf } from '#shared/search/segment/term-key.ts';
import { fold } from '#shared/text/fold-text.ts';

/** What results are put in order by: the greater comes first. */
export type RankValue = (doc: number, score: number) => number;

/** Stands last, whichever way the others are ordered. */
const LAST = -1e12;
/** An article of today is worth so much more than an old one. */
const FRESH_WEIGHT = 0.5;
/** Days after which half of that is left. */
const HALF_LIFE = 180;

/** Of each segment what its documents are ordered by. */
export async function rankValues(
  segments: readonly Segment[],
  { order, freshAt }: Pick<IndexRequest, 'order' | 'freshAt'>,
): Promise<RankValue[]> {
  if (order === 'publisher') return publisherValues(segments);
  if (order === 'score' && freshAt === null) return segments.map(() => (_, score) => score);
  const values: RankValue[] = [];
  for (const segment of segments) {
    const days = await segment.column('publishedFirst');
    const dayOf = (doc: number) => days[doc] as number;
    if (order === 'score') {
      values.push((doc, score) => {
        const age = dayOf(doc) === NO_DAY ? Number.POSITIVE_INFINITY : Math.max(0, (freshAt ?? 0) - dayOf(doc));
        return score * (1 + FRESH_WEIGHT * 2 ** (-age / HALF_LIFE));
      });
    } else {
      const way = order === 'newest' ? 1 : -1;
      values.push((doc) => (dayOf(doc) === NO_DAY ? LAST : way * dayOf(doc)));
    }
  }
  return values;
}

const list = newPostingList(1024);

async function publisherValues(segments: readonly Segment[]): Promise<RankValue[]> {
  const places = segments.map(({ seal }) => new Float64Array(seal.documents).fill(LAST));
  const labels: { folded: string; segment: number; docs: Int32Array }[] = [];
  for (const [at, segment] of segments.entries()) {
    const { dictionary } = segment;
    const values: { folded: string; entry: ReturnType<typeof dictionary.entry> }[] = [];
    dictionary.visitStarting(filterStart('publisher'), () => {
      const { label } = filterValueOf(dictionary.key, dictionary.length);
      values.push({ folded: fold(label), entry: dictionary.entry() });
    });
    const bytes = await segment.readPostings(values.map(({ entry }) => entry));
    for (const [next, { folded, entry }] of values.entries()) {
      readList(bytes[next] ?? new Uint8Array(0), entry.documents, list);
      labels.push({ folded, segment: at, docs: list.docs.slice(0, list.count) });
    }
  }
  const order = [...new Set(labels.map(({ folded }) => folded))].sort();
  const rank = new Map(order.map((folded, place) => [folded, place]));
  for (const { folded, segment, docs } of labels) {
    const place = places[segment] as Float64Array;
    for (const doc of docs) place[doc] = -(rank.get(folded) ?? 0);
  }
  return places.map((place) => (doc) => place[doc] as number);
}
