import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Acknowledged } from '#tests/support/kill-page.ts';
import { openChromium, type PageModule, servePageModule } from '#tests/support/page-module.ts';

const KILLS = 20;
const RENDERER_CRASHES = 14;
/** Seeded, so that a failing round can be repeated; the commits it meets still differ. */
const SEED = 20_260_314;

let module: PageModule;
beforeAll(async () => {
  module = await servePageModule('tests/support/kill-page.ts');
});
afterAll(() => module.close());

describe.skipIf(process.platform === 'win32')(
  'a store whose browser is killed (skipped on Windows: no SIGKILL)',
  () => {
    it(`keeps every acknowledged commit over ${KILLS} kills of the whole browser`, async () => {
      const { acknowledged, survived } = await surviveRounds(KILLS, async (_page, profile) => killBrowser(profile));

      expect(survived.faults).toEqual([]);
      expect(missing(acknowledged, survived.hashes)).toEqual([]);
      expect(acknowledged.length).toBeGreaterThan(KILLS);
    }, 300_000);

    it(`keeps every acknowledged commit over ${RENDERER_CRASHES} crashes of the page`, async () => {
      const { acknowledged, survived } = await surviveRounds(RENDERER_CRASHES, async (page) => {
        await page.goto('chrome://crash').catch(() => {}); // the crash is the answer
      });

      expect(survived.faults).toEqual([]);
      expect(missing(acknowledged, survived.hashes)).toEqual([]);
      expect(acknowledged.length).toBeGreaterThan(RENDERER_CRASHES);
    }, 300_000);
  },
);

async function surviveRounds(rounds: number, kill: (page: Page, profile: string) => Promise<void>) {
  const profile = await mkdtemp(join(tmpdir(), 'casewright-kills-'));
  const acknowledged: Acknowledged[] = [];
  const random = randomOf(SEED);
  try {
    for (let round = 0; round < rounds; round++) {
      const context = await openChromium(profile);
      const page = await openPage(context, acknowledged);
      await page.evaluate(() => killPage.commitForEver());
      await new Promise((resolve) => setTimeout(resolve, 30 + random() * 400));
      await kill(page, profile);
      await context.close().catch(() => {}); // it is gone already
    }
    const context = await openChromium(profile);
    const survived = await (await openPage(context, [])).evaluate(() => killPage.readBack());
    await context.close();
    return { acknowledged, survived };
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function openPage(context: BrowserContext, acknowledged: Acknowledged[]): Promise<Page> {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.exposeFunction('acknowledge', (commit: Acknowledged) => {
    acknowledged.push(commit);
  });
  await page.goto(module.url);
  await page.waitForFunction(() => 'killPage' in globalThis);
  return page;
}

function missing(acknowledged: readonly Acknowledged[], hashes: Readonly<Record<string, string>>): Acknowledged[] {
  return acknowledged.filter(({ chain, seq, hash }) => hashes[`${chain} ${seq}`] !== hash);
}

/** Every process of the browser at once, as a power cut would. */
function killBrowser(profile: string): void {
  const pids = execFileSync('pgrep', ['-f', '--', `--user-data-dir=${profile}`], { encoding: 'utf8' })
    .trim()
    .split('\n');
  for (const pid of pids) {
    try {
      process.kill(Number(pid), 'SIGKILL');
    } catch {
      // it ended with its parent
    }
  }
}

/** A linear congruential generator, 0 to 1. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
