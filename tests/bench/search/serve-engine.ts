import { type BenchArticle, fileName, PER_FILE, parseArticles } from './bench-article.ts';
import type { BenchEngine, OverAll } from './bench-engine.ts';
import type { BenchQueries, BenchQuery, QueryKind } from './choose-queries.ts';
import { serveSteps } from './serve-steps.ts';

/** What was measured of one question, in milliseconds; `withCount` with what only the number of all took. */
export type Asked = { readonly ms: number; readonly withCount: number; readonly count: number };

/** Fetches the articles of a file. */
export async function fetchArticles(file: number): Promise<BenchArticle[]> {
  const answer = await fetch(`/articles/${fileName(file)}`);
  return parseArticles(await answer.text());
}

/** Lets the page call an engine step by step. */
export function serveEngine(engine: BenchEngine): void {
  let queries: BenchQueries | null = null;
  const ask = async (kind: QueryKind, query: BenchQuery): Promise<Asked | null> => {
    const start = performance.now();
    const answer = await engine.ask(kind, query);
    const withCount = performance.now() - start;
    if (answer === null) return null;
    return { ms: withCount - (engine.counting?.() ?? 0), withCount, count: answer.count };
  };
  const steps: Record<string, (argument: never) => unknown> = {
    prepare(given: BenchQueries) {
      queries = given;
    },
    async build(count: number) {
      await engine.create();
      for (let file = 0; file * PER_FILE < count; file++) {
        await engine.add((await fetchArticles(file)).slice(0, count - file * PER_FILE));
      }
      return engine.finish();
    },
    open: () => engine.open(),
    /** From nothing to the first answer. */
    async cold() {
      const start = performance.now();
      await engine.open();
      await engine.ask('common', queries?.common[0] as BenchQuery);
      return performance.now() - start;
    },
    overAll: async ([what, count]: [OverAll, number]) => {
      const start = performance.now();
      const answer = await engine.overAll?.(what, count);
      return [performance.now() - start, answer?.count ?? null];
    },
    ask: ([kind, at]: [QueryKind, number]) => ask(kind, queries?.[kind][at] as BenchQuery),
    async addOne(article: BenchArticle) {
      const start = performance.now();
      await engine.addOne(article);
      return performance.now() - start;
    },
  };
  serveSteps(steps);
}
