import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryOf } from '#tests/support/page-memory.ts';
import { servePageModule } from '#tests/support/page-module.ts';
import type { Duel, EngineName, SearchPage } from '../pages/search.ts';
import { readArticles } from './articles-on-disk.ts';
import { BenchBrowser } from './bench-browser.ts';
import type { OverAll } from './bench-engine.ts';
import { chooseQueries, kinds, type QueryKind } from './choose-queries.ts';
import { dropFileCache } from './drop-file-cache.ts';
import { watchPages } from './process-figures.ts';
import type { Asked } from './serve-engine.ts';

/** Engines that are asked the same questions. */
export const engines = ['casewright', 'fts5', 'minisearch', 'flexsearch'] as const;
/** One of them. */
export type Engine = (typeof engines)[number];

/** Runs whose median counts. */
const RUNS = 3;
/** Times that every question is asked in a run; the best of them counts. */
const PASSES = 3;
/** Articles that are added one by one. */
const ADDED = 40;
/** Articles that questions are chosen from. */
const CHOSEN_FROM = 20_000;

/** What was measured of one engine. */
export type EngineFigures = {
  readonly buildMs: number;
  readonly buildPeak: number;
  readonly bytes: number;
  /** Milliseconds to the first answer, of each run. */
  readonly cold: readonly number[];
  /** Bytes of objects and buffers of worker and page after the first answer. */
  readonly heap: number;
  /** Of each run the 95th percentile of every kind, milliseconds. */
  readonly p95: readonly { readonly [Kind in QueryKind]?: number }[];
  /** The same with the number of all, where that is asked apart. */
  readonly p95WithCount: readonly { readonly [Kind in QueryKind]?: number }[];
  /** Of each kind the numbers that it found. */
  readonly counts: { readonly [Kind in QueryKind]?: readonly number[] };
  /** Milliseconds for each article that was added. */
  readonly added: readonly number[];
};

/** What was measured with so many articles. */
export type SizeFigures = {
  readonly articles: number;
  /** Bytes of titles and texts. */
  readonly text: number;
  readonly engines: { readonly [Name in Engine]: EngineFigures };
  readonly overAll: {
    readonly [What in OverAll]: { readonly own: readonly number[]; readonly dexie: readonly number[] };
  };
};

/** Builds, opens and asks every engine over so many articles of a folder. */
export async function measureSize(folder: string, articles: number): Promise<SizeFigures> {
  const queries = chooseQueries([...readArticles(folder, Math.min(articles, CHOSEN_FROM))]);
  const module = await servePageModule('tests/bench/pages/search.ts', folder);
  const profile = await mkdtemp(join(tmpdir(), 'casewright-profile-'));
  const open = () => BenchBrowser.open(profile, module.url, queries);
  try {
    const reading = (await build(open, profile, 'nothing', articles)).workerMs;
    const built = new Map<Engine, Awaited<ReturnType<typeof build>>>();
    for (const name of engines) built.set(name, await build(open, profile, name, articles));
    await build(open, profile, 'dexie', articles);
    const cold = await coldStarts(open, profile);
    const browser = await open();
    for (const name of engines) {
      await browser.start(name);
      await browser.call(name, 'open');
    }
    const runs: { readonly [Kind in QueryKind]?: Duel }[] = [];
    for (let run = 0; run < RUNS; run++) runs.push(await askAll(browser, queries));
    const added = await addOneByOne(browser, folder, articles);
    const overAll = await askOverAll(browser, articles);
    await browser.close();
    const figures = engines.map((name): [Engine, EngineFigures] => {
      const own = built.get(name);
      return [
        name,
        {
          buildMs: (own?.workerMs ?? Number.NaN) - reading,
          buildPeak: own?.peakMegabytes ?? Number.NaN,
          bytes: own?.value ?? Number.NaN,
          cold: cold[name].times,
          heap: cold[name].heap,
          p95: runs.map((run) => p95s(run, name, ({ ms }) => ms)),
          p95WithCount: runs.map((run) => p95s(run, name, ({ withCount }) => withCount)),
          counts: countsOf(runs[0] ?? {}, name),
          added: added[name],
        },
      ];
    });
    let text = 0;
    for (const { title, body } of readArticles(folder, articles)) text += Buffer.byteLength(title + body);
    return { articles, text, engines: Object.fromEntries(figures) as SizeFigures['engines'], overAll };
  } finally {
    await module.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

type Open = () => Promise<BenchBrowser>;

/** Each engine is built in a browser of its own: nothing that another left behind is counted. */
async function build(open: Open, profile: string, name: EngineName, articles: number) {
  const browser = await open();
  try {
    await browser.start(name);
    return await watchPages(profile, () => browser.call<number>(name, 'build', articles));
  } finally {
    await browser.close();
  }
}

async function coldStarts(open: Open, profile: string) {
  const cold = Object.fromEntries(engines.map((name) => [name, { times: [] as number[], heap: 0 }])) as Record<
    Engine,
    { times: number[]; heap: number }
  >;
  for (let run = 0; run < RUNS; run++) {
    for (const name of engines) {
      dropFileCache(profile);
      const browser = await open();
      await browser.start(name);
      cold[name].times.push(await browser.call<number>(name, 'cold'));
      if (run === 0) cold[name].heap = await memoryOf(browser.page);
      await browser.close();
    }
  }
  return cold;
}

async function askAll(browser: BenchBrowser, queries: Awaited<ReturnType<typeof chooseQueries>>) {
  const asked: { [Kind in QueryKind]?: Duel } = {};
  for (const kind of kinds) {
    asked[kind] = await browser.page.evaluate(
      ([names, one, questions, passes]) =>
        (globalThis as never as SearchPage).bench.duel([...names], one, questions, passes),
      [engines, kind, queries[kind].length, PASSES] as const,
    );
  }
  return asked;
}

/** Articles that are not in the index yet, one after the other, the engines in turns. */
async function addOneByOne(browser: BenchBrowser, folder: string, articles: number): Promise<Record<Engine, number[]>> {
  const added: Record<Engine, number[]> = { casewright: [], fts5: [], minisearch: [], flexsearch: [] };
  let at = 0;
  for (const article of readArticles(folder, Math.min(articles, ADDED))) {
    const one = { ...article, id: 5_000_000 + at++ };
    for (const name of engines) added[name].push(await browser.call<number>(name, 'addOne', one));
  }
  return added;
}

async function askOverAll(browser: BenchBrowser, articles: number): Promise<SizeFigures['overAll']> {
  const asked = {
    count: { own: [] as number[], dexie: [] as number[] },
    order: { own: [] as number[], dexie: [] as number[] },
    facets: { own: [] as number[], dexie: [] as number[] },
  };
  await browser.start('dexie');
  await browser.call('dexie', 'open');
  for (let run = 0; run < RUNS; run++) {
    for (const what of ['count', 'order', 'facets'] as const) {
      for (const [name, into] of [['casewright', asked[what].own] as const, ['dexie', asked[what].dexie] as const]) {
        const [ms, count] = await browser.call<[number, number]>(name, 'overAll', [what, articles]);
        // one more for each article that was added since
        if (count < articles) throw new Error(`${name} counts ${count} of ${articles} articles (${what}).`);
        into.push(ms);
      }
    }
  }
  return asked;
}

function p95s(run: { readonly [Kind in QueryKind]?: Duel }, name: Engine, of: (asked: Asked) => number) {
  const found: { [Kind in QueryKind]?: number } = {};
  for (const kind of kinds) {
    const best = (run[kind]?.[name] ?? []).map((passes) =>
      Math.min(...passes.map((asked) => (asked === null ? Number.NaN : of(asked)))),
    );
    if (best.every((one) => !Number.isNaN(one))) found[kind] = percentile(best, 0.95);
  }
  return found;
}

function countsOf(run: { readonly [Kind in QueryKind]?: Duel }, name: Engine) {
  const counts: { [Kind in QueryKind]?: number[] } = {};
  for (const kind of kinds) {
    const asked = (run[kind]?.[name] ?? []).map((passes) => passes[0] ?? null);
    if (asked.every((one) => one !== null)) counts[kind] = asked.map((one) => one.count);
  }
  return counts;
}

/** The value below which so much of all lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
