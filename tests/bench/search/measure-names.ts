import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { servePageModule } from '#tests/support/page-module.ts';
import { BenchBrowser } from './bench-browser.ts';
import type { BenchQueries } from './choose-queries.ts';
import { percentile } from './measure-size.ts';

/** Names, as the issue asks for them. */
const NAMES = 200_000;
/** Files of articles that names are gathered from at most. */
const FILES = 60;
/** Typos that are looked up; fuse.js takes more than a second for each and is asked fewer. */
const ASKED = { casewright: 60, minisearch: 60, fuse: 20 } as const;

/** What was measured of one engine: p95 in milliseconds, and how many of the names were among the first twenty. */
export type NameFigures = { readonly p95: number; readonly found: number };

/** Looks names up that have one typo. */
export async function measureNames(folder: string, articles: number) {
  const module = await servePageModule('tests/bench/pages/search.ts', folder);
  const profile = await mkdtemp(join(tmpdir(), 'casewright-profile-'));
  const browser = await BenchBrowser.open(profile, module.url, {} as BenchQueries);
  try {
    const names = await browser.call<number>('names', 'gather', [Math.min(FILES, Math.ceil(articles / 1000)), NAMES]);
    await browser.call('names', 'build');
    const times = { casewright: [] as number[], minisearch: [] as number[], fuse: [] as number[] };
    const found = { casewright: 0, minisearch: 0, fuse: 0 };
    for (let at = 0; at < ASKED.casewright; at++) {
      for (const name of ['casewright', 'minisearch', 'fuse'] as const) {
        if (at >= ASKED[name]) continue;
        const [ms, isFound] = await browser.call<[number, boolean]>('names', 'ask', [name, at]);
        times[name].push(ms);
        if (isFound) found[name]++;
      }
    }
    const figures = (name: keyof typeof times): NameFigures => ({
      p95: percentile(times[name], 0.95),
      found: found[name] / ASKED[name],
    });
    return { names, own: figures('casewright'), minisearch: figures('minisearch'), fuse: figures('fuse') };
  } finally {
    await browser.close();
    await module.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
