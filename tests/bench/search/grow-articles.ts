import { type BenchArticle, FIRST_DAY, LAST_DAY } from './bench-article.ts';
import { NameMaker } from './name-maker.ts';
import { type RealArticle, realArticles } from './real-articles.ts';
import { pick, seeded } from './seeded.ts';

/** Articles over which dates are spread: of fewer only the earlier days are there. */
const ALL = 100_000;
/** Characters of a usual article: between half a thousand and twenty thousand, by a log-normal curve. */
const USUAL = 2650;
const DAY_MS = 86_400_000;
/** Names that may be drawn again. */
const MOST_NAMES = 4_000_000;

/**
 * Articles of some 3,000 characters made from real ones: the beginning of an article, then sentences of others of its
 * subject; rare names among them are replaced by made-up ones, so that the number of different words grows with the number
 * of articles as it does in the real text (Heaps' law).
 */
export function* growArticles(count: number): Generator<BenchArticle> {
  const random = seeded(12_345);
  const articles = realArticles();
  const growth = new Growth(random, articles);
  const groups = Map.groupBy(articles, ({ group }) => group);
  for (let id = 1; id <= count; id++) {
    const own = pick(random, articles);
    const alike = groups.get(own.group) ?? [];
    const body = growth.rename(mixed(random, own, alike.length > 5 ? alike : articles));
    const day = FIRST_DAY + (LAST_DAY - FIRST_DAY) * (id / Math.max(ALL, count)) + gauss(random) * DAY_MS * 3;
    yield {
      ...{ id, title: own.title, body, date: Math.round(day) },
      source: `source ${Math.floor(random() * random() * 200)}`,
    };
  }
}

function mixed(random: () => number, own: RealArticle, others: readonly RealArticle[]): string {
  const wanted = Math.min(20_000, Math.max(500, Math.exp(Math.log(USUAL) + 0.5 * gauss(random))));
  const passages = [own.body.slice(0, 1500)];
  let length = passages[0]?.length ?? 0;
  for (let guard = 0; length < wanted && guard < 60; guard++) {
    const { sentences } = pick(random, others);
    if (sentences.length === 0) continue;
    const count = 1 + Math.floor(random() * Math.min(5, sentences.length));
    const first = Math.floor(random() * (sentences.length - count + 1));
    const passage = sentences.slice(first, first + count).join(' ');
    passages.push(passage);
    length += passage.length + 2;
  }
  return passages.join('\n\n');
}

/** Gives rare names other names, old and new. */
class Growth {
  private readonly random: () => number;
  private readonly maker: NameMaker;
  private readonly holding = new Map<string, number>();
  private readonly words = new Set<string>();
  private readonly names: string[] = [];
  private readonly heaps: { readonly factor: number; readonly power: number };
  private tokens = 0;

  constructor(random: () => number, articles: readonly RealArticle[]) {
    this.random = random;
    for (const { body } of articles) {
      for (const word of new Set(body.toLowerCase().match(/[a-z]+/g))) {
        this.holding.set(word, (this.holding.get(word) ?? 0) + 1);
      }
    }
    for (const word of this.holding.keys()) this.words.add(word);
    this.heaps = fitHeaps(articles);
    this.maker = new NameMaker(
      random,
      [...this.words].filter((word) => (this.holding.get(word) ?? 0) < 20 && word.length > 4 && word.length < 13),
    );
  }

  rename(body: string): string {
    const renamed = body.replace(/(?<=[a-z,] )[A-Z][a-z]{3,}/g, (word) =>
      (this.holding.get(word.toLowerCase()) ?? 0) < 60 && this.random() < 0.6 ? this.name() : word,
    );
    this.tokens += renamed.match(/[A-Za-z0-9]+/g)?.length ?? 0;
    return renamed;
  }

  /** A new name while there are fewer words than the law asks for, else one of before: the frequent ones more often. */
  private name(): string {
    const wanted = this.heaps.factor * (this.tokens + 1) ** this.heaps.power;
    const isNew = this.words.size < wanted || this.names.length < 50;
    const name = isNew ? this.maker.next() : pick(this.random, this.names);
    this.words.add(name.toLowerCase());
    if (this.names.length < MOST_NAMES) this.names.push(name);
    return name;
  }
}

/** How the number of different words grows with that of all: factor * words ** power, by least squares. */
function fitHeaps(articles: readonly RealArticle[]): { readonly factor: number; readonly power: number } {
  const seen = new Set<string>();
  const points: (readonly [number, number])[] = [];
  let count = 0;
  for (const { body } of articles) {
    for (const word of body.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
      count++;
      seen.add(word);
    }
    if (count > 50_000 * points.length ** 2 + 10_000) points.push([Math.log(count), Math.log(seen.size)]);
  }
  const used = points.slice(3);
  const mean = (side: 0 | 1) => used.reduce((sum, point) => sum + point[side], 0) / used.length;
  const [x, y] = [mean(0), mean(1)];
  const power =
    used.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0) /
    used.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
  return { factor: Math.exp(y - power * x), power };
}

function gauss(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
