/** Words of a run: five in a row are no accident. */
export const SHINGLE = 5;
/** Words from which a text can be told from others; shorter ones are compared whole. */
export const LEAST_WORDS = 40;

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const SPACELESS = /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]|[^\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]+/gu;
const MAY_BE_SPACELESS = /[\u0e00-\uffff]/;

/** The runs of five words of a text, each as a number. */
export type Shingles = {
  /** Sorted, each once. */
  readonly sorted: Uint32Array;
  /** As they follow each other in the text. */
  readonly inOrder: Uint32Array;
};

/**
 * The runs of words of a text without boilerplate, to be compared with others'.
 *
 * @returns empty for a text of under 40 words, which says too little
 */
export function shinglesOf(text: string): Shingles {
  const words: number[] = [];
  for (const [whole] of text.toLowerCase().matchAll(WORD)) {
    if (!MAY_BE_SPACELESS.test(whole)) words.push(hashOf(whole));
    else for (const [part] of whole.matchAll(SPACELESS)) words.push(hashOf(part));
  }
  if (words.length < LEAST_WORDS) return { sorted: new Uint32Array(), inOrder: new Uint32Array() };
  const runs = new Uint32Array(words.length - SHINGLE + 1);
  for (let at = 0; at < runs.length; at++) runs[at] = runAt(words, at);
  return { sorted: distinct(runs.slice().sort()), inOrder: runs };
}

/** Share of the two texts' runs, taken together, that stand in both: 0 to 1. */
export function jaccardOf(a: Shingles, b: Shingles): number {
  const both = sharedRuns(a, b);
  return both === 0 ? 0 : both / (a.sorted.length + b.sorted.length - both);
}

/** Share of the shorter text's runs that stand in the other: 1 when it is contained whole. */
export function containmentOf(a: Shingles, b: Shingles): number {
  const both = sharedRuns(a, b);
  return both === 0 ? 0 : both / Math.min(a.sorted.length, b.sorted.length);
}

function sharedRuns({ sorted: a }: Shingles, { sorted: b }: Shingles): number {
  let both = 0;
  for (let left = 0, right = 0; left < a.length && right < b.length; ) {
    const [one = 0, other = 0] = [a[left], b[right]];
    if (one === other) both++;
    if (one <= other) left++;
    if (other <= one) right++;
  }
  return both;
}

/** The most runs in a row that a text has to itself. */
export function ownStretch({ inOrder }: Shingles, { sorted }: Shingles): number {
  const others = new Set(sorted);
  let longest = 0;
  let length = 0;
  for (const run of inOrder) {
    length = others.has(run) ? 0 : length + 1;
    if (length > longest) longest = length;
  }
  return longest;
}

/** FNV-1a over code units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

function runAt(words: readonly number[], start: number): number {
  let hash = 0;
  for (let at = start; at < start + SHINGLE; at++) {
    hash = Math.imul(hash ^ (words[at] ?? 0), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}

function distinct(sorted: Uint32Array): Uint32Array {
  let length = 0;
  for (const [at, value] of sorted.entries()) if (at === 0 || value !== sorted[at - 1]) sorted[length++] = value;
  return sorted.slice(0, length);
}
