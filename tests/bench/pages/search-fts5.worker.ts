import sqlite3InitModule, { type PreparedStatement } from '@sqlite.org/sqlite-wasm';
import type { BenchArticle } from '#tests/bench/search/bench-article.ts';
import type { BenchQueries, BenchQuery, QueryKind } from '#tests/bench/search/choose-queries.ts';
import { isWithinOneEdit } from '#tests/bench/search/is-within-one-edit.ts';
import { serveEngine } from '#tests/bench/search/serve-engine.ts';

type Database = Awaited<ReturnType<typeof openDatabase>>;
let database: Database;
const statements = new Map<string, PreparedStatement>();
let words: string[] | null = null;
let counting = 0;

async function openDatabase() {
  const sqlite = await sqlite3InitModule();
  const pool = await sqlite.installOpfsSAHPoolVfs({ name: 'bench', initialCapacity: 8 });
  const opened = new pool.OpfsSAHPoolDb('/fts.db');
  opened.exec(
    'PRAGMA locking_mode=exclusive; PRAGMA page_size=8192; PRAGMA cache_size=-32000; PRAGMA journal_mode=TRUNCATE;' +
      'PRAGMA synchronous=normal; PRAGMA temp_store=memory',
  );
  return opened;
}

function prepared(sql: string): PreparedStatement {
  const known = statements.get(sql) ?? database.prepare(sql);
  statements.set(sql, known);
  return known;
}

function numbers(sql: string, values: readonly (string | number)[]): number[] {
  const statement = prepared(sql);
  if (values.length > 0) statement.bind([...values]);
  const found: number[] = [];
  while (statement.step()) found.push(Number(statement.get(0)));
  statement.reset();
  return found;
}

function insert({ id, title, body, date }: BenchArticle): void {
  prepared('INSERT INTO fts(rowid, title, body) VALUES (?, ?, ?)').bind([id, title, body]).stepReset();
  prepared('INSERT INTO meta VALUES (?, ?)').bind([id, date]).stepReset();
}

function match(expression: string, join = '', where = '', values: readonly number[] = []) {
  const from = `FROM fts ${join} WHERE fts MATCH ? ${where}`;
  numbers(`SELECT fts.rowid ${from} ORDER BY rank LIMIT 20`, [expression, ...values]);
  const start = performance.now();
  const [count = 0] = numbers(`SELECT count(*) ${from}`, [expression, ...values]);
  counting = performance.now() - start;
  return { count };
}

const quoted = (text: string) => `"${text}"`;
type Of<Kind extends QueryKind> = BenchQueries[Kind][number];

/** FTS5 knows no typos: its list of words is read once and looked through. */
function matchFuzzy(word: string) {
  if (words === null) {
    database.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab('main', 'fts', 'row')");
    words = [];
    const statement = prepared('SELECT term FROM words');
    while (statement.step()) words.push(String(statement.get(0)));
    statement.reset();
  }
  const near = words.filter((one) => isWithinOneEdit(word, one));
  return near.length === 0 ? { count: 0 } : match(near.map(quoted).join(' OR '));
}

function ask(kind: QueryKind, query: BenchQuery) {
  switch (kind) {
    case 'common':
    case 'rare':
      return match(quoted((query as Of<'common'>).word));
    case 'and':
      return match((query as Of<'and'>).words.map(quoted).join(' AND '));
    case 'phrase':
      return match(quoted((query as Of<'phrase'>).words.join(' ')));
    case 'prefix':
      return match(`${quoted((query as Of<'prefix'>).start)}*`);
    case 'fuzzy':
      return matchFuzzy((query as Of<'fuzzy'>).word);
    case 'not': {
      const { word, without } = query as Of<'not'>;
      return match(`${quoted(word)} NOT ${quoted(without)}`);
    }
    case 'date': {
      const { word, from, to } = query as Of<'date'>;
      return match(quoted(word), 'JOIN meta ON meta.id = fts.rowid', 'AND meta.date BETWEEN ? AND ?', [from, to]);
    }
  }
}

function inTransaction(act: () => void): void {
  database.exec('BEGIN');
  act();
  database.exec('COMMIT');
}

serveEngine({
  async create() {
    database = await openDatabase();
    database.exec(
      `CREATE VIRTUAL TABLE fts USING fts5(title, body, content='', contentless_delete=1,
         tokenize="unicode61 remove_diacritics 2");
       CREATE TABLE meta(id INTEGER PRIMARY KEY, date INTEGER);
       CREATE INDEX by_date ON meta(date);
       INSERT INTO fts(fts, rank) VALUES ('rank', 'bm25(2.0, 1.0)')`,
    );
  },
  add: (articles) => inTransaction(() => articles.forEach(insert)),
  finish() {
    database.exec("INSERT INTO fts(fts) VALUES ('optimize')");
    const [pages = 0] = numbers('PRAGMA page_count', []);
    const [free = 0] = numbers('PRAGMA freelist_count', []);
    return (pages - free) * 8192;
  },
  async open() {
    database = await openDatabase();
  },
  ask,
  addOne: (article) => inTransaction(() => insert(article)),
  counting: () => counting,
});
