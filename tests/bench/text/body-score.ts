/** Means of precision and recall over pages, and F1 of the means. */
export type Score = { readonly precision: number; readonly recall: number; readonly f1: number };

/** How much of a text is the body, and of the body in the text. */
export type PageScore = { readonly precision: number; readonly recall: number };

const WORDS = /[\p{L}\p{N}_\p{M}]+/gu;

/**
 * Compares texts as article-extraction-benchmark's evaluate.py does: counted runs of four words (`\w+`), true positives,
 * false ones and missed ones as shares of the page's own total, so that every page weighs the same.
 *
 * @see https://github.com/scrapinghub/article-extraction-benchmark/blob/master/evaluate.py
 */
export function scorePage(text: string, gold: string, size = 4): PageScore {
  const found = counted(text, size);
  const wanted = counted(gold, size);
  let both = 0;
  let all = 0;
  let total = 0;
  for (const [run, count] of found) {
    both += Math.min(count, wanted.get(run) ?? 0);
    all += count;
  }
  for (const count of wanted.values()) total += count;
  const isNothing = all === 0 && total === 0;
  return {
    precision: isNothing ? 1 : all === 0 ? 0 : both / all,
    recall: isNothing ? 1 : total === 0 ? 0 : both / total,
  };
}

/** The means over pages. As there, a page without text counts for no precision. */
export function meanScore(pages: readonly PageScore[], counts: readonly boolean[] = pages.map(() => true)): Score {
  const said = pages.filter((_, at) => counts[at]);
  const precision = said.reduce((sum, page) => sum + page.precision, 0) / Math.max(1, said.length);
  const recall = pages.reduce((sum, page) => sum + page.recall, 0) / Math.max(1, pages.length);
  return { precision, recall, f1: f1Of(precision, recall) };
}

/** The harmonic mean. */
export function f1Of(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

function counted(text: string, size: number): Map<string, number> {
  const words = text.match(WORDS) ?? [];
  const counts = new Map<string, number>();
  const last = words.length - size;
  for (let at = 0; at <= Math.max(0, last) && words.length > 0; at++) {
    const run = words.slice(at, at + size).join(' ');
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return counts;
}

/** A text and what must and must not be in it. */
export type Snippets = {
  readonly text: string;
  readonly gold: { readonly with?: readonly string[]; readonly without?: readonly string[] };
};

/** Compares as trafilatura's evaluation does: each wanted snippet found is right, each unwanted one found is wrong; space counts as one blank. */
export function scoreSnippets(pages: readonly Snippets[]): Score {
  const flat = (text: string) => text.replace(/\s+/g, ' ');
  let [right, missed, wrong] = [0, 0, 0];
  for (const { text, gold } of pages) {
    const words = flat(text);
    for (const snippet of gold.with ?? []) words.includes(flat(snippet)) ? right++ : missed++;
    for (const snippet of gold.without ?? []) if (words.includes(flat(snippet))) wrong++;
  }
  const precision = right / Math.max(1, right + wrong);
  const recall = right / Math.max(1, right + missed);
  return { precision, recall, f1: f1Of(precision, recall) };
}
