import type { BenchArticle } from './bench-article.ts';
import type { BenchQuery, QueryKind } from './choose-queries.ts';

/** What an engine answers: how many articles it found. */
export type BenchAnswer = { readonly count: number };

/** How many there are; the last fifty in order of date; how many of each source. */
export type OverAll = 'count' | 'order' | 'facets';

/** An engine in a worker of its own. */
export type BenchEngine = {
  /** Begins an index with nothing in it. */
  create(): void | Promise<void>;
  /** Takes the next articles in. */
  add(articles: readonly BenchArticle[]): void | Promise<void>;
  /** Makes the index durable and as quick as it gets; bytes that it takes in the store. */
  finish(): number | Promise<number>;
  /** Opens what `finish` left behind. */
  open(): void | Promise<void>;
  /** The best twenty and the number of all; null for what the engine cannot do. */
  ask(kind: QueryKind, query: BenchQuery): BenchAnswer | null | Promise<BenchAnswer | null>;
  /** Takes one article in, found by the next question; durable where the engine can. */
  addOne(article: BenchArticle): void | Promise<void>;
  /** Answers over all articles, of which there are so many. */
  overAll?(what: OverAll, count: number): BenchAnswer | Promise<BenchAnswer>;
  /** Milliseconds of a question that `ask` spent on nothing but the number of all. */
  readonly counting?: () => number;
};
