import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { withPageModule } from '../support/page-module.ts';
import { type BenchRow, plainRow, ratioRow } from './bench-row.ts';

/** Enough for a case of months; `CASEFILE_BENCH_ARTICLES` makes a quicker round. */
const ARTICLES = Number(process.env['CASEFILE_BENCH_ARTICLES'] ?? 10_000);

/** Each side takes turns this often, so that what else the machine does falls on both. */
const ROUNDS = 2;

type Sizes = { readonly unpacked: number; readonly packed: number; readonly members: number };

/** Writes, verifies and brings in a large case, against zipping and hashing the same bytes with the same library. */
export async function run(): Promise<BenchRow[]> {
  return withPageModule('tests/bench/pages/casefile.ts', async (first) => {
    let page = first;
    await step(page, 'prepare', ARTICLES);
    const seconds = { export: [] as number[], peer: [] as number[], verify: [] as number[], import: [] as number[] };
    const memory = { export: 0, verify: 0, import: 0 };
    for (let round = 0; round < ROUNDS; round++) {
      for (const name of ['export', 'peer', 'verify', 'import'] as const) {
        page = await freshPage(page);
        const measured = await watched(() => step<number>(page, name));
        seconds[name].push(measured.value);
        if (name !== 'peer') memory[name] = Math.max(memory[name], measured.megabytes);
      }
    }
    page = await freshPage(page);
    const { unpacked, packed, members } = await step<Sizes>(page, 'sizes');
    // the best round of each: what else the machine does only ever adds
    const rate = (name: keyof typeof seconds) => unpacked / Math.min(...seconds[name]);
    const against = (name: 'export' | 'verify' | 'import') => ({
      ...{ value: rate(name), unit: 'MB/s', peer: 'zip and hash with zip.js', peerValue: rate('peer') },
    });
    return [
      plainRow('articles', ARTICLES, 'articles'),
      plainRow('parts of the file', members, 'parts'),
      plainRow('unpacked', unpacked, 'MB'),
      plainRow('packed', packed, 'MB'),
      ratioRow('export', against('export'), '>= 0.5'),
      ratioRow('verify', against('verify'), '>= 0.7'),
      ratioRow('import (verify and store)', against('import'), '>= 0.3'),
      ...(['export', 'verify', 'import'] as const).map((name) =>
        plainRow(`most memory of the page, ${name}`, memory[name], 'MB', '<= 500'),
      ),
    ];
  });
}

/** A page in a process of its own: a step must pay neither in time nor in memory for the garbage of the one before. */
async function freshPage(page: Page): Promise<Page> {
  const url = page.url();
  const next = await page.context().newPage();
  next.on('pageerror', (error) => console.error(error));
  await page.close();
  await next.waitForTimeout(500); // until the process of the page that was closed has ended
  await next.goto(url);
  return next;
}

type Offers = { runStep(step: string, argument?: number): Promise<unknown> };

async function step<T>(page: Page, name: string, argument?: number): Promise<T> {
  const value = await page.evaluate(
    ([each, given]) => (globalThis as never as Offers).runStep(each as string, given as number),
    [name, argument] as const,
  );
  return value as T;
}

/** Runs `act` while looking at the memory of this process's browser pages. */
async function watched<T>(act: () => Promise<T>): Promise<{ value: T; megabytes: number }> {
  let megabytes = 0;
  const timer = setInterval(() => {
    megabytes = Math.max(megabytes, pageMegabytes());
  }, 200);
  try {
    return { value: await act(), megabytes };
  } finally {
    clearInterval(timer);
  }
}

/** Resident memory of the largest page process below this one; 0 where there is no /proc. */
function pageMegabytes(): number {
  try {
    const parents = new Map<number, number>();
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue;
      const parent = / (\d+) \d+ \d+ -?\d+/.exec(statOf(name).replace(/^.*\) \S/, ''))?.[1];
      if (parent) parents.set(Number(name), Number(parent));
    }
    const isOurs = (pid: number): boolean => {
      for (let at = pid; at > 1; at = parents.get(at) ?? 0) if (at === process.pid) return true;
      return false;
    };
    const pages = [...parents.keys()].filter((pid) => isOurs(pid) && isPage(pid));
    return Math.max(0, ...pages.map(residentMegabytes));
  } catch {
    return 0;
  }
}

function statOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return ''; // it has ended meanwhile
  }
}

function isPage(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer');
  } catch {
    return false;
  }
}

function residentMegabytes(pid: number): number {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0';
    return Number(kilobytes) / 1000;
  } catch {
    return 0;
  }
}
