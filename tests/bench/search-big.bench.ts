import { type BenchRow, plainRow, ratioRow } from './bench-row.ts';
import { articlesOnDisk } from './search/articles-on-disk.ts';
import { measureNames } from './search/measure-names.ts';
import { measureSize } from './search/measure-size.ts';
import { sizeRows } from './search/size-rows.ts';
import { hasCorpus } from './text/sets.ts';

/** As the issue names them; `SEARCH_BENCH_ARTICLES` makes a quicker round. */
const ARTICLES = Number(process.env['SEARCH_BENCH_ARTICLES'] ?? 100_000);
/** How figures grow is seen from fewer. */
const SMALLER: number[] = [];

/**
 * Builds, opens and asks the index and its peers, each at its best setting, in one browser: what is asked of them in turns is
 * asked in turns. Builds are measured by the processor time of the worker less that of reading the articles.
 */
export async function run(): Promise<BenchRow[]> {
  if (!hasCorpus) {
    console.log('skipped: no corpus');
    return [];
  }
  const folder = articlesOnDisk(Math.max(ARTICLES, ...SMALLER));
  const rows: BenchRow[] = [];
  for (const articles of [...SMALLER.filter((size) => size < ARTICLES), ARTICLES]) {
    const measured = sizeRows(await measureSize(folder, articles));
    // what the issue asks is asked of the largest; the others show how figures grow
    rows.push(...measured.map((row) => (articles < ARTICLES ? { ...row, reach: null, met: null } : row)));
  }
  return [...rows, ...(await nameRows(folder))];
}

async function nameRows(folder: string): Promise<BenchRow[]> {
  const { names, own, minisearch, fuse } = await measureNames(folder, ARTICLES);
  const metric = `name with one typo, p95, ${names.toLocaleString('en')} names`;
  const figures = { value: own.p95, unit: 'ms' };
  return [
    ratioRow(metric, { ...figures, peer: 'fuse.js', peerValue: fuse.p95 }, '<= 0.002'),
    ratioRow(metric, { ...figures, peer: 'MiniSearch 7', peerValue: minisearch.p95 }, '<= 0.1'),
    plainRow('name with one typo, found in the first 20', own.found, 'of 1', '>= 0.98'),
    plainRow('the same, fuse.js', fuse.found, 'of 1'),
    plainRow('the same, MiniSearch', minisearch.found, 'of 1'),
  ];
}
