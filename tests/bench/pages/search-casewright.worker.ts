import { unattended } from '#shared/kernel/job-control.ts';
import type { IndexRequest } from '#shared/search/model/search-results.ts';
import { parseQuery } from '#shared/search/query/parse-query.ts';
import { SearchIndex } from '#shared/search/search-index.ts';
import type { BenchArticle } from '#tests/bench/search/bench-article.ts';
import { BENCH_CASE, documentOf } from '#tests/bench/search/document-of.ts';
import { KeyValues } from '#tests/bench/search/key-values.ts';
import { OpfsFiles } from '#tests/bench/search/opfs-files.ts';
import { queryText } from '#tests/bench/search/query-text.ts';
import { serveEngine } from '#tests/bench/search/serve-engine.ts';

/** Articles that become one segment while the index is built. */
const BATCH = 4000;

const changes = new KeyValues('casewright');
let index: SearchIndex;
let waiting: BenchArticle[] = [];

const open = async () => {
  index = await SearchIndex.open(await OpfsFiles.open('casewright'));
};
const put = async () => {
  await index.put(waiting.map(documentOf));
  waiting = [];
};
const ask = async (typed: string, more: Partial<IndexRequest> = {}) => {
  const { total } = await index.search({
    ...{ query: parseQuery(typed), caseId: BENCH_CASE, cases: [], order: 'score', freshAt: null, limit: 20, skip: 0 },
    ...{ facets: [], hidden: 'count', job: unattended },
    ...more,
  });
  return { count: total };
};

/** What Dexie's indices are compared with, over all articles. */
const overAll = {
  count: () => ask('words:>=0'),
  order: (count: number) => ask('words:>=0', { order: 'newest', skip: Math.max(0, count - 50), limit: 50 }),
  facets: () => ask('words:>=0', { facets: ['publisher'] }),
};

serveEngine({
  create: open,
  async add(articles) {
    waiting.push(...articles);
    if (waiting.length >= BATCH) await put();
  },
  async finish() {
    if (waiting.length > 0) await put();
    await index.merge(unattended);
    await index.flush('built');
    return index.health().bytes;
  },
  open,
  ask: (kind, query) => ask(queryText(kind, query)),
  // as in the desk: what has changed is kept with the article by its transaction, and flushed to segments now and then
  async addOne(article) {
    const document = documentOf(article);
    await index.put([document]);
    await changes.put(document.articleId, document);
  },
  overAll: (what, count) => overAll[what](count),
});
