import type { Page } from '@playwright/test';
import { withPageModule } from '../support/page-module.ts';
import { type BenchRow, median, plainRow, ratioRow } from './bench-row.ts';
import { corpusRows } from './formats/corpus-rows.ts';
import { watchPeak } from './formats/watch-peak.ts';
import type { Imported } from './pages/formats.ts';

/** What the page offers. */
type FormatsPage = {
  openFormats(): Promise<{
    linesFile(count: number, seed: number): Promise<void>;
    crawlFile(bytes: number): Promise<void>;
    import(name: string): Promise<Imported>;
    plainly(): Promise<number>;
  }>;
};

/** A part of the full sizes, for a quick try: `CASEWRIGHT_BENCH_SCALE=0.05 npm run bench formats`. */
const SCALE = Number(process.env['CASEWRIGHT_BENCH_SCALE'] ?? '1');
const ROUNDS = SCALE < 1 ? 1 : 3;
const LINES = 20_000;
const MANY_LINES = Math.round(1_000_000 * SCALE);
const CRAWL_BYTES = Math.round(2 * 2 ** 30 * SCALE);
const ENTRY = 'tests/bench/pages/formats.ts';
const MEGABYTE = 2 ** 20;

/** Measures what comes in: every format set of the corpus, the rate against plain puts, and files of gigabytes. */
export async function run(): Promise<BenchRow[]> {
  return [
    ...(await corpusRows()),
    await rateRow(),
    ...(await largeRows(`${Math.round(CRAWL_BYTES / MEGABYTE)} MB WARC`, { crawl: CRAWL_BYTES, lines: 0 })),
    ...(await largeRows(`${MANY_LINES.toLocaleString('en')} lines of JSONL`, { crawl: 0, lines: MANY_LINES })),
  ];
}

/** Both sides take turns in one page, each round with other articles. */
async function rateRow(): Promise<BenchRow> {
  const ours: number[] = [];
  const plain: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const measured = await withPageModule(ENTRY, (page) =>
      page.evaluate(
        async ({ lines, seed }) => {
          const bench = await (globalThis as never as FormatsPage).openFormats();
          await bench.linesFile(lines, seed);
          const { took, imported } = await bench.import('lines.jsonl');
          return { ours: imported / took, plain: imported / (await bench.plainly()) };
        },
        { lines: LINES, seed: round },
      ),
    );
    ours.push(measured.ours * 1000);
    plain.push(measured.plain * 1000);
  }
  const figures = { value: median(ours), unit: 'articles a second', peerValue: median(plain) };
  return ratioRow(
    `${LINES.toLocaleString('en')} articles of JSONL, parsed, stored, ledgered`,
    {
      ...figures,
      peer: 'Dexie bulkAdd of the same rows, strict',
    },
    '>= 1',
  );
}

async function largeRows(what: string, sizes: { readonly crawl: number; readonly lines: number }): Promise<BenchRow[]> {
  return withPageModule(ENTRY, async (page) => {
    const name = sizes.crawl > 0 ? 'crawl.warc' : 'lines.jsonl';
    await write(page, sizes);
    // what writing left behind is not the import's
    await page.reload();
    const peak = await watchPeak(page);
    const done = await page.evaluate(
      async (file) => (await (globalThis as never as FormatsPage).openFormats()).import(file),
      name,
    );
    const bytes = peak.stop();
    return [
      plainRow(`${what}: articles a second`, (done.imported / done.took) * 1000, '/s'),
      plainRow(`${what}: peak memory of the page and its workers`, bytes / MEGABYTE, 'MB', '<= 1024'),
      plainRow(`${what}: longest task of the main thread`, Math.max(0, ...done.longTasks), 'ms', '<= 50'),
      plainRow(`${what}: failed records`, done.failed, '', '<= 0'),
    ];
  });
}

async function write(page: Page, sizes: { readonly crawl: number; readonly lines: number }): Promise<void> {
  await page.evaluate(async ({ crawl, lines }) => {
    const bench = await (globalThis as never as FormatsPage).openFormats();
    if (crawl > 0) await bench.crawlFile(crawl);
    else await bench.linesFile(lines, 7);
  }, sizes);
}
