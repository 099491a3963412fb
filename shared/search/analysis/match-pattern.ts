import type { WordPattern } from '#shared/search/model/query.ts';

/** Says of the letters of a word whether they fit a pattern. */
export function patternMatcher(pattern: WordPattern): (letters: string) => boolean {
  switch (pattern.kind) {
    case 'prefix':
      return (letters) => letters.startsWith(pattern.letters);
    case 'wildcard': {
      const wanted = Array.from(pattern.letters);
      return (letters) => fitsWildcard(Array.from(letters), wanted);
    }
    case 'fuzzy': {
      const wanted = Array.from(pattern.letters);
      return (letters) => areWithinEdits(Array.from(letters), wanted, pattern.edits);
    }
  }
}

/** Goes back to the last `*` only, so that no pattern takes more than letters times pattern. */
function fitsWildcard(letters: readonly string[], wanted: readonly string[]): boolean {
  let at = 0;
  let next = 0;
  let star = -1;
  let resume = 0;
  while (at < letters.length) {
    if (wanted[next] === '*') {
      star = next++;
      resume = at;
    } else if (wanted[next] === '?' || (next < wanted.length && wanted[next] === letters[at])) {
      next++;
      at++;
    } else if (star >= 0) {
      next = star + 1;
      at = ++resume;
    } else return false;
  }
  while (wanted[next] === '*') next++;
  return next === wanted.length;
}

/**
 * Whether one word becomes the other by at most so many changes: a letter put in, left out or changed, or two
 * neighbours swapped (none of them touched again).
 */
export function areWithinEdits(one: readonly string[], other: readonly string[], edits: number): boolean {
  if (Math.abs(one.length - other.length) > edits) return false;
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let down = 1; down <= one.length; down++) {
    const next = [down];
    for (let across = 1; across <= other.length; across++) {
      const isSame = one[down - 1] === other[across - 1];
      let cost = Math.min(
        (row[across] ?? 0) + 1,
        (next[across - 1] ?? 0) + 1,
        (row[across - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwapped =
        down > 1 && across > 1 && one[down - 1] === other[across - 2] && one[down - 2] === other[across - 1];
      if (isSwapped) cost = Math.min(cost, (before[across - 2] ?? 0) + 1);
      next.push(cost);
    }
    if (Math.min(...next) > edits && Math.min(...row) > edits) return false;
    before = row;
    row = next;
  }
  return (row[other.length] ?? 0) <= edits;
}
