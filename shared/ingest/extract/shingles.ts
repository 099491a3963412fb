const WORDS = /[\p{L}\p{N}\p{M}]+/gu;
const SEED = 0x811c9dc5;
const PRIME = 0x01000193;

/** The words of a text in lower case, each as a number: FNV-1a over its code units. */
export function wordNumbers(text: string): number[] {
  const words: string[] = text.toLowerCase().match(WORDS) ?? [];
  return words.map((word) => {
    let hash = SEED;
    for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), PRIME);
    return hash;
  });
}

/** Runs of `size` words, each as a number, in order and with repeats; a text of fewer words is one run. */
export function runsOf(words: readonly number[], size: number): number[] {
  if (size === 1) return [...words];
  const found: number[] = [];
  for (let at = 0; at + size <= words.length; at++) found.push(runAt(words, at, at + size));
  if (found.length === 0 && words.length > 0) found.push(runAt(words, 0, words.length));
  return found;
}

/** The distinct runs of `size` words of a text. */
export function shingles(text: string, size: number): ReadonlySet<number> {
  return new Set(runsOf(wordNumbers(text), size));
}

/** What two sets share, of all that is in them: 0 to 1. */
export function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let both = 0;
  for (const word of a) if (b.has(word)) both++;
  return both / (a.size + b.size - both);
}

function runAt(words: readonly number[], start: number, end: number): number {
  let hash = SEED;
  for (let at = start; at < end; at++) {
    hash = Math.imul(hash ^ (words[at] ?? 0), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
}
