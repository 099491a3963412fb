/** Okapi BM25: how soon more of a word adds less, and how much a long text is held against it. */
const K1 = 1.2;
const B = 0.75;
/** Parts of a usual article. */
const AVERAGE = 500;
/** A title is chosen to say what an article is about: a word of it counts as so many more of the text. */
const TITLE_WEIGHT = 2;
const STEP = 1.06;

/** Fields of a posting as bits; text alone is the usual case and takes no byte. */
export const TEXT_BIT = 1;
/** The title's bit. */
export const TITLE_BIT = 2;

const NORMS = Float64Array.from({ length: 256 }, (_, code) => {
  const length = Math.round(STEP ** code * 4) - 4;
  return K1 * (1 - B + (B * length) / AVERAGE);
});

/** The length of a document in one byte, by steps of 6 %. */
export function lengthCode(parts: number): number {
  return Math.min(255, Math.round(Math.log((parts + 4) / 4) / Math.log(STEP)));
}

/**
 * What a term is worth in a document, from 0 to 1, before its rarity: BM25 with the fields weighed before they saturate.
 *
 * @param mask - bits of the fields that hold it
 */
export function impact(times: number, mask: number, code: number): number {
  const weight = (mask & TITLE_BIT) === 0 ? times : times + TITLE_WEIGHT;
  return weight / (weight + (NORMS[code] as number));
}

/** How much rarity makes a term worth. */
export function rarity(holding: number, documents: number): number {
  return Math.log(1 + (Math.max(0, documents - holding) + 0.5) / (holding + 0.5));
}
