import MiniSearch, { type Query, type SearchOptions } from 'minisearch';
import type { BenchArticle } from '#tests/bench/search/bench-article.ts';
import type { BenchQueries, BenchQuery, QueryKind } from '#tests/bench/search/choose-queries.ts';
import { KeyValues } from '#tests/bench/search/key-values.ts';
import { serveEngine } from '#tests/bench/search/serve-engine.ts';

const options = { fields: ['title', 'body'], storeFields: ['date'] };
const kept = new KeyValues('minisearch');
let index = new MiniSearch<BenchArticle>(options);

type Of<Kind extends QueryKind> = BenchQueries[Kind][number];

const search = (query: Query, more: SearchOptions = {}) => ({
  count: index.search(query, { boost: { title: 2 }, ...more }).length,
});

function ask(kind: QueryKind, query: BenchQuery) {
  switch (kind) {
    case 'common':
    case 'rare':
      return search((query as Of<'common'>).word);
    case 'and':
      return search((query as Of<'and'>).words.join(' '), { combineWith: 'AND' });
    case 'prefix':
      return search((query as Of<'prefix'>).start, { prefix: true });
    case 'fuzzy':
      return search((query as Of<'fuzzy'>).word, { fuzzy: 1 });
    case 'not': {
      const { word, without } = query as Of<'not'>;
      return search({ combineWith: 'AND_NOT', queries: [word, without] });
    }
    case 'date': {
      const { word, from, to } = query as Of<'date'>;
      return search(word, { filter: ({ date }) => date >= from && date <= to });
    }
    case 'phrase':
      return null;
  }
}

serveEngine({
  create() {
    index = new MiniSearch<BenchArticle>(options);
  },
  add: (articles) => index.addAll(articles),
  async finish() {
    const json = JSON.stringify(index);
    await kept.put('index', json);
    return json.length;
  },
  async open() {
    index = MiniSearch.loadJSON(await kept.get('index'), options);
  },
  ask,
  addOne: (article) => index.add(article),
});
