/** Letters of a word that are kept; longer ones are told apart by a hash of the rest. */
const LONGEST = 80;
const MULTIPLIER = 0x9e3779b1;

/**
 * What a word is kept as in an index: its letters, or for a monster the first 80 and a hash of all. Prefixes, wildcards
 * and typos see the first 80 only.
 */
export function lettersKey(letters: string): string {
  if (letters.length <= LONGEST) return letters;
  return `${letters.slice(0, LONGEST)}\u0001${hashOf(letters, 1)}${hashOf(letters, 2)}`;
}

function hashOf(letters: string, seed: number): string {
  let hash = seed;
  for (let at = 0; at < letters.length; at++) {
    hash = Math.imul(hash ^ letters.charCodeAt(at), MULTIPLIER);
    hash ^= hash >>> 15;
  }
  return (hash >>> 0).toString(36);
}
