import { Charset, Document } from 'flexsearch';
import type { BenchArticle } from '#tests/bench/search/bench-article.ts';
import type { BenchQueries, BenchQuery, QueryKind } from '#tests/bench/search/choose-queries.ts';
import { KeyValues } from '#tests/bench/search/key-values.ts';
import { serveEngine } from '#tests/bench/search/serve-engine.ts';

/** More than there are articles: only so does it say how many it found. */
const ALL = 1_000_000;
const kept = new KeyValues('flexsearch');
let dates = new Map<number, number>();
let index = emptyIndex();

function emptyIndex() {
  return new Document({
    ...{ document: { id: 'id', index: ['title', 'body'] }, tokenize: 'strict', encoder: Charset.Normalize },
    commit: false,
  });
}

type Of<Kind extends QueryKind> = BenchQueries[Kind][number];

async function search(text: string): Promise<Set<number>> {
  const fields = await index.search(text, { limit: ALL });
  const found = new Set<number>();
  for (const { result } of fields as { result: number[] }[]) for (const id of result) found.add(id);
  return found;
}

async function ask(kind: QueryKind, query: BenchQuery) {
  switch (kind) {
    case 'common':
    case 'rare':
      return { count: (await search((query as Of<'common'>).word)).size };
    case 'and':
      return { count: (await search((query as Of<'and'>).words.join(' '))).size };
    case 'not': {
      const { word, without } = query as Of<'not'>;
      const found = await search(word);
      for (const id of await search(without)) found.delete(id);
      return { count: found.size };
    }
    case 'date': {
      const { word, from, to } = query as Of<'date'>;
      let count = 0;
      for (const id of await search(word)) {
        const date = dates.get(id) ?? 0;
        if (date >= from && date <= to) count++;
      }
      return { count };
    }
    default:
      return null;
  }
}

function add(article: BenchArticle): void {
  index.add(article as never);
  dates.set(article.id, article.date);
}

serveEngine({
  create() {
    index = emptyIndex();
  },
  add: (articles) => articles.forEach(add),
  async finish() {
    const parts = new Map<string, string>();
    await index.export((key: string, value: string) => {
      if (value !== undefined) parts.set(key, value);
    });
    for (const [key, value] of parts) await kept.put(`part ${key}`, value);
    await kept.put('parts', [...parts.keys()]);
    await kept.put('dates', dates);
    return [...parts.values()].reduce((sum, { length }) => sum + length, 0);
  },
  async open() {
    index = emptyIndex();
    for (const key of await kept.get<string[]>('parts')) index.import(key, await kept.get<string>(`part ${key}`));
    dates = await kept.get('dates');
  },
  ask,
  addOne: add,
});
