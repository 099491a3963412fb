import type { TermEntry } from '#shared/search/segment/dictionary.ts';
import { impact } from '#shared/search/segment/impact.ts';
import {
  BLOCK,
  type BlockTable,
  makeRoom,
  newPostingList,
  readBlock,
  readBlockTable,
} from '#shared/search/segment/postings.ts';
import { readList } from '#shared/search/segment/read-list.ts';
import { type Found, foundDocs, foundNothing, intersect } from './found.ts';

/** A term whose postings have been read. */
export type ReadTerm = { readonly entry: TermEntry; readonly bytes: Uint8Array; readonly weight: number };

/** What worth is made from: length codes of the documents, bits of the wanted fields, the rarity of what is looked for. */
export type Worth = { readonly lengths: Uint8Array; readonly mask: number; readonly rarity: number };

/** So few terms are united list by list; more are noted document by document. */
const FEW = 3;

/** Postings that are read in the time that one is looked up in. */
const LOOK_UP = 4;

const all = newPostingList(1 << 12);
const block = newPostingList(BLOCK);

/** The documents that hold a term. */
export function docsOfTerm({ entry, bytes, weight }: ReadTerm, { lengths, mask, rarity }: Worth): Found {
  readList(bytes, entry.documents, all);
  const docs = new Int32Array(all.count);
  const scores = new Float64Array(all.count);
  let count = 0;
  for (let at = 0; at < all.count; at++) {
    const use = all.uses[at] as number;
    if ((use & mask) === 0) continue;
    const doc = all.docs[at] as number;
    docs[count] = doc;
    scores[count++] = rarity * weight * impact(use >>> 8, use & 0xff, lengths[doc] as number);
  }
  return { count, docs, scores };
}

/** The documents that hold any of several terms; each is worth what its best term is. */
export function docsOfAnyTerm(terms: readonly ReadTerm[], worth: Worth): Found {
  const [only] = terms;
  if (only === undefined) return foundNothing;
  if (terms.length <= FEW) return terms.map((term) => docsOfTerm(term, worth)).reduce(uniteBest);
  const { lengths, mask, rarity } = worth;
  const best = new Float64Array(lengths.length);
  const seen = new Uint32Array((lengths.length + 31) >> 5);
  let count = 0;
  for (const { entry, bytes, weight } of terms) {
    readList(bytes, entry.documents, all);
    for (let at = 0; at < all.count; at++) {
      const use = all.uses[at] as number;
      if ((use & mask) === 0) continue;
      const doc = all.docs[at] as number;
      const score = rarity * weight * impact(use >>> 8, use & 0xff, lengths[doc] as number);
      const bit = 1 << (doc & 31);
      const word = seen[doc >> 5] as number;
      if ((word & bit) === 0) {
        seen[doc >> 5] = word | bit;
        count++;
      }
      if (score > (best[doc] as number)) best[doc] = score;
    }
  }
  return inOrder(seen, best, count);
}

/** Those in either, each worth the more of the two. */
function uniteBest(one: Found, other: Found): Found {
  if (other.count === 0) return one;
  const docs = new Int32Array(one.count + other.count);
  const scores = new Float64Array(docs.length);
  let next = 0;
  for (let at = 0, to = 0; at < one.count || to < other.count; next++) {
    const a = at < one.count ? (one.docs[at] as number) : Number.POSITIVE_INFINITY;
    const b = to < other.count ? (other.docs[to] as number) : Number.POSITIVE_INFINITY;
    docs[next] = Math.min(a, b);
    scores[next] = Math.max(a <= b ? (one.scores[at++] as number) : 0, b <= a ? (other.scores[to++] as number) : 0);
  }
  return { count: next, docs, scores };
}

function inOrder(seen: Uint32Array, best: Float64Array, count: number): Found {
  const docs = new Int32Array(count);
  const scores = new Float64Array(count);
  let next = 0;
  for (let at = 0; at < seen.length; at++) {
    for (let word = seen[at] as number; word !== 0; word &= word - 1) {
      const doc = (at << 5) + (31 - Math.clz32(word & -word));
      docs[next] = doc;
      scores[next++] = best[doc] as number;
    }
  }
  return { count: next, docs, scores };
}

/** Those of some documents that hold a term, found by skipping. */
export function docsWithTerm(within: Found, term: ReadTerm, { lengths, mask, rarity }: Worth): Found {
  const reader = new SkippingReader(term.entry, term.bytes);
  const docs = new Int32Array(within.count);
  const scores = new Float64Array(within.count);
  let count = 0;
  for (let at = 0; at < within.count; at++) {
    const doc = within.docs[at] as number;
    const use = reader.lookUp(doc);
    if ((use & mask) === 0) continue;
    docs[count] = doc;
    scores[count++] = rarity * term.weight * impact(use >>> 8, use & 0xff, lengths[doc] as number);
  }
  return { count, docs, scores };
}

/** Those of some documents that hold any of several terms; each is worth what its best term is. */
export function docsWithAnyTerm(within: Found, terms: readonly ReadTerm[], worth: Worth): Found {
  const [only] = terms;
  if (only === undefined) return foundNothing;
  if (terms.length === 1) return docsWithTerm(within, only, worth);
  const postings = terms.reduce((sum, { entry }) => sum + entry.documents, 0);
  // looking one up costs as much as reading some
  if (within.count * terms.length * LOOK_UP > postings) {
    return intersect(foundDocs(within.docs, within.count), docsOfAnyTerm(terms, worth));
  }
  const best = new Float64Array(within.count);
  const isHeld = new Uint8Array(within.count);
  for (const { entry, bytes, weight } of terms) {
    const reader = new SkippingReader(entry, bytes);
    for (let at = 0; at < within.count; at++) {
      const doc = within.docs[at] as number;
      const use = reader.lookUp(doc);
      if ((use & worth.mask) === 0) continue;
      const score = worth.rarity * weight * impact(use >>> 8, use & 0xff, worth.lengths[doc] as number);
      isHeld[at] = 1;
      if (score > (best[at] as number)) best[at] = score;
    }
  }
  return keepHeld(within, isHeld, best);
}

function keepHeld(within: Found, isHeld: Uint8Array, best: Float64Array): Found {
  const docs = new Int32Array(within.count);
  let count = 0;
  for (let at = 0; at < within.count; at++) {
    if (isHeld[at] === 0) continue;
    docs[count] = within.docs[at] as number;
    best[count++] = best[at] as number;
  }
  return { count, docs, scores: best };
}

/** Looks documents up in the postings of a term, in rising order, a block at a time. */
class SkippingReader {
  private readonly bytes: Uint8Array;
  private readonly documents: number;
  private readonly table: BlockTable;
  private block = 0;
  private loaded = -1;
  private at = 0;
  private count = 0;

  constructor({ documents }: TermEntry, bytes: Uint8Array) {
    this.bytes = bytes;
    this.documents = documents;
    this.table = readBlockTable(bytes, documents);
    makeRoom(block, BLOCK);
  }

  /** How often and where the document holds the term; 0 when it does not. */
  lookUp(doc: number): number {
    const { lasts, count } = this.table;
    if (this.block >= count) return 0;
    if ((lasts[this.block] as number) < doc) this.block = this.blockOf(doc);
    if (this.block >= count) return 0;
    if (this.loaded !== this.block) this.load();
    while (this.at < this.count && (block.docs[this.at] as number) < doc) this.at++;
    return this.at < this.count && block.docs[this.at] === doc ? (block.uses[this.at] as number) : 0;
  }

  /** The first block that ends at `doc` or behind it, looked for in growing steps. */
  private blockOf(doc: number): number {
    const { lasts, count } = this.table;
    let low = this.block;
    let step = 1;
    while (low + step < count && (lasts[low + step] as number) < doc) {
      low += step;
      step <<= 1;
    }
    let high = Math.min(low + step, count);
    low++;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((lasts[middle] as number) < doc) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private load(): void {
    const { lasts, offsets } = this.table;
    this.loaded = this.block;
    this.at = 0;
    this.count = Math.min(BLOCK, this.documents - this.block * BLOCK);
    const base = this.block === 0 ? 0 : (lasts[this.block - 1] as number);
    readBlock(this.bytes, offsets[this.block] as number, base, this.count, block, 0);
  }
}
