import { type BenchArticle, FIRST_DAY, LAST_DAY } from './bench-article.ts';
import { pick, sample, seeded } from './seeded.ts';

/** What engines are asked, kind by kind. */
export type BenchQueries = {
  readonly common: readonly { readonly word: string }[];
  readonly rare: readonly { readonly word: string }[];
  readonly and: readonly { readonly words: readonly string[] }[];
  readonly phrase: readonly { readonly words: readonly string[] }[];
  readonly prefix: readonly { readonly start: string }[];
  readonly fuzzy: readonly { readonly word: string }[];
  readonly not: readonly { readonly word: string; readonly without: string }[];
  readonly date: readonly { readonly word: string; readonly from: number; readonly to: number }[];
};
/** The kinds of questions. */
export type QueryKind = keyof BenchQueries;
/** One question of any kind. */
export type BenchQuery = BenchQueries[QueryKind][number];

/** All kinds. */
export const kinds = ['common', 'rare', 'and', 'phrase', 'prefix', 'fuzzy', 'not', 'date'] as const;

/** Questions of each kind. */
const EACH = 60;
const DAY_MS = 86_400_000;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Chooses questions by how many of some articles hold their words, as one who looks for something would. */
export function chooseQueries(articles: readonly BenchArticle[]): BenchQueries {
  const random = seeded(777);
  const texts = articles.map(({ title, body }) => [...wordsOf(title), '\0', ...wordsOf(body)]);
  const holding = new Map<string, number>();
  for (const words of texts) for (const word of new Set(words)) holding.set(word, (holding.get(word) ?? 0) + 1);
  holding.delete('\0');
  const all = articles.length;
  const words = [...holding.keys()].filter((word) => /^[a-z]{3,}$/.test(word));
  const between = (least: number, most: number, letters = 3) =>
    words.filter((word) => {
      const count = holding.get(word) ?? 0;
      return count >= least && count <= most && word.length >= letters;
    });
  const middle = between(all * 0.03, all * 0.4);
  const dated = between(all * 0.01, all * 0.3);
  return {
    common: sample(random, between(all * 0.05, all * 0.6), EACH).map((word) => ({ word })),
    rare: sample(random, between(2, 20), EACH).map((word) => ({ word })),
    and: many(() => {
      const own = [...new Set(pick(random, texts))].filter((word) => {
        const count = holding.get(word) ?? 0;
        return /^[a-z]{3,}$/.test(word) && count > all * 0.005 && count < all * 0.2;
      });
      return own.length < 3 ? null : { words: sample(random, own, 3) };
    }),
    phrase: many(() => {
      const own = pick(random, texts);
      const length = 2 + Math.floor(random() * 2);
      const start = Math.floor(random() * (own.length - length));
      const phrase = own.slice(start, start + length);
      if (phrase.some((word) => !/^[a-z]{2,}$/.test(word))) return null;
      const rarest = Math.min(...phrase.map((word) => holding.get(word) ?? 0));
      return rarest > all * 0.25 || rarest < Math.min(20, all * 0.01) ? null : { words: phrase };
    }),
    prefix: sample(random, between(all * 0.001, all * 0.05, 6), EACH).map((word) => ({
      start: word.slice(0, 4 + Math.floor(random() * 2)),
    })),
    fuzzy: sample(random, between(all * 0.001, all * 0.05, 6), EACH).map((word) => ({ word: mistyped(random, word) })),
    not: many(() => {
      const [word, without] = [pick(random, middle), pick(random, middle)];
      return word === without ? null : { word, without };
    }),
    date: many(() => {
      const width = (7 + random() * 358) / 2860;
      const start = random() * 0.87;
      const day = (share: number) => Math.floor((FIRST_DAY + (LAST_DAY - FIRST_DAY) * share) / DAY_MS) * DAY_MS;
      // whole days: to the last moment of the last one
      return { word: pick(random, dated), from: day(start), to: day(start + width) + DAY_MS - 1 };
    }),
  };
}

function many<T>(make: () => T | null): T[] {
  const made: T[] = [];
  while (made.length < EACH) {
    const one = make();
    if (one !== null) made.push(one);
  }
  return made;
}

function mistyped(random: () => number, word: string): string {
  const at = 1 + Math.floor(random() * (word.length - 1));
  const letter = LETTERS[Math.floor(random() * LETTERS.length)] ?? 'x';
  const rest = [word.slice(at + 1), word.slice(at + 1), word.slice(at)];
  const kind = Math.floor(random() * 3);
  return word.slice(0, at) + (kind === 1 ? '' : letter) + (rest[kind] ?? '');
}

/** The words of a text as all engines of the bench can be made to see them: letters and digits, without accents or case. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
