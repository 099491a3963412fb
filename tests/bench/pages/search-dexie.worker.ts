import Dexie, { type Table } from 'dexie';
import type { BenchArticle } from '#tests/bench/search/bench-article.ts';
import { serveEngine } from '#tests/bench/search/serve-engine.ts';

type Row = Pick<BenchArticle, 'id' | 'date' | 'source'>;

const database = new Dexie('bench', { chromeTransactionDurability: 'relaxed' });
database.version(1).stores({ articles: 'id,date,source' });
const rows = database.table('articles') as Table<Row, number>;

serveEngine({
  create() {},
  async add(articles) {
    await rows.bulkAdd(articles.map(({ id, date, source }) => ({ id, date, source })));
  },
  finish: () => 0,
  async open() {
    await database.open();
  },
  ask: () => null,
  addOne() {},
  async overAll(what, count) {
    switch (what) {
      case 'count':
        return { count: await rows.count() };
      case 'order': {
        const keys = await rows.orderBy('date').reverse().primaryKeys();
        return { count: keys.slice(count - 50).length === 50 ? keys.length : -1 };
      }
      case 'facets': {
        // one walk over the keys of the index is quicker than a count for each source
        const sources = new Map<string, number>();
        for (const source of await rows.orderBy('source').keys()) {
          sources.set(String(source), (sources.get(String(source)) ?? 0) + 1);
        }
        return { count: [...sources.values()].reduce((sum, one) => sum + one, 0) };
      }
    }
  },
});
