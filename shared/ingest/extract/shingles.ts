/** Runs of `size` words, folded to lower case. */
export function shingles(text: string, size: number): ReadonlySet<string> {
  return new Set(shingleList(text, size));
}

/** The same, in order and with repeats; a text of fewer words is one run. */
export function shingleList(text: string, size: number): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const found: string[] = [];
  for (let at = 0; at + size <= words.length; at++) found.push(words.slice(at, at + size).join(' '));
  if (found.length === 0 && words.length > 0) found.push(words.join(' '));
  return found;
}

/** What two sets share, of all that is in them: 0 to 1. */
export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let both = 0;
  for (const word of a) if (b.has(word)) both++;
  return both / (a.size + b.size - both);
}
