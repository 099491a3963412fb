import { impact } from '#shared/search/segment/impact.ts';
import { BLOCK, newPostingList, readBlock, readBlockTable } from '#shared/search/segment/postings.ts';
import { foundDocs } from './found.ts';
import { docsWithTerm, type ReadTerm, type Worth } from './term-docs.ts';
import type { TopList } from './top-list.ts';

const block = newPostingList(BLOCK);

/**
 * Adds the best documents of one term to a list without looking at all: blocks are visited by their greatest impact, until
 * none can hold one that is better than what is there.
 *
 * @param deleted - deleted documents, in order
 * @param base - added to documents for their order among others
 * @returns documents that hold the term and are not deleted
 */
export function addTopOfTerm(top: TopList, term: ReadTerm, worth: Worth, deleted: Int32Array, base: number): number {
  const { entry, bytes, weight } = term;
  const table = readBlockTable(bytes, entry.documents);
  const gone = deleted.length === 0 ? null : docsWithTerm(foundDocs(deleted), term, worth);
  const isGone = new Set(gone === null ? [] : gone.docs.subarray(0, gone.count));
  const factor = worth.rarity * weight;
  for (const next of byImpact(table.impacts)) {
    if (((table.impacts[next] as number) / 255) * factor < top.least) break;
    const count = Math.min(BLOCK, entry.documents - next * BLOCK);
    const before = next === 0 ? 0 : (table.lasts[next - 1] as number);
    readBlock(bytes, table.offsets[next] as number, before, count, block, 0);
    for (let at = 0; at < count; at++) {
      const doc = block.docs[at] as number;
      if (isGone.size > 0 && isGone.has(doc)) continue;
      const use = block.uses[at] as number;
      const value = factor * impact(use >>> 8, use & 0xff, worth.lengths[doc] as number);
      if (value >= top.least) top.add(value, base + doc);
    }
  }
  return entry.documents - isGone.size;
}

/** Blocks in the order of their impact, the greatest first: sorted by counting. */
function byImpact(impacts: Uint8Array): Int32Array {
  const starts = new Int32Array(257);
  for (let at = 0; at < impacts.length; at++) (starts[256 - (impacts[at] as number)] as number)++;
  for (let value = 1; value <= 256; value++) {
    starts[value] = (starts[value] as number) + (starts[value - 1] as number);
  }
  const order = new Int32Array(impacts.length);
  for (let at = 0; at < impacts.length; at++) order[(starts[255 - (impacts[at] as number)] as number)++] = at;
  return order;
}
