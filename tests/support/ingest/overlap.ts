/** How much of a reference stands in a text, from 0 to 1. */
export type Overlap = {
  /** Share of its words, each as often as it stands there. */
  readonly words: number;
  /** Share of its runs of four words: these stand there in this order. */
  readonly inOrder: number;
};

/** Compares words alone: marks, case and space tell nothing. */
export function overlapOf(reference: string, text: string): Overlap {
  const [wanted, found] = [wordsOf(reference), wordsOf(text)];
  const length = Math.max(1, Math.min(4, wanted.length));
  return { words: share(wanted, found), inOrder: share(runsOf(wanted, length), runsOf(found, length)) };
}

/** The mean of several. */
export function meanOf(overlaps: readonly Overlap[]): Overlap {
  const mean = (pick: (one: Overlap) => number) =>
    Math.round((overlaps.reduce((sum, one) => sum + pick(one), 0) / overlaps.length) * 1000) / 1000;
  return { words: mean(({ words }) => words), inOrder: mean(({ inOrder }) => inOrder) };
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  );
}

function runsOf(words: readonly string[], length: number): string[] {
  return words.slice(length - 1).map((_, at) => words.slice(at, at + length).join(' '));
}

function share(wanted: readonly string[], found: readonly string[]): number {
  if (wanted.length === 0) return 1;
  const left = new Map<string, number>();
  for (const one of found) left.set(one, (left.get(one) ?? 0) + 1);
  let count = 0;
  for (const one of wanted) {
    const rest = left.get(one) ?? 0;
    if (rest > 0) count++;
    left.set(one, rest - 1);
  }
  return count / wanted.length;
}
