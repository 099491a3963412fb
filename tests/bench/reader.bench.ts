import type { Page } from '@playwright/test';
import { withPageModule } from '#tests/support/page-module.ts';
import { type BenchRow, median, plainRow, ratioRow } from './bench-row.ts';

/** Characters of the article and marked passages in it, as the issue names them. */
const LENGTH = 100_000;
const COUNT = 5_000;

const OPENINGS = 7;
const ADDITIONS = 15;
const PEER = '@recogito/text-annotator 4.1.1';

/** Opens one long article with many marks and adds one more, here and in the peer, in turns on one machine. */
export async function run(): Promise<BenchRow[]> {
  return withPageModule('tests/bench/pages/reader-ours.tsx', (ours) =>
    withPageModule('tests/bench/pages/reader-peer.ts', async (peer) => {
      for (const page of [ours, peer]) await prepare(page);
      const opened = await inTurns([ours, peer], OPENINGS, (page) => call(page, 'open'));
      const gestures = await inTurns([ours, peer], ADDITIONS, gesture);
      const added = await inTurns([ours, peer], ADDITIONS, (page) => call(page, 'add'));
      const [own, other] = [0, 1].map((at) => ({
        open: median(opened[at] ?? []),
        gesture: median(gestures[at] ?? []),
        add: median(added[at] ?? []),
      }));
      if (!own || !other) throw new Error('nothing measured');
      const longest = await call(ours, 'scroll');
      return [
        ratioRow('open to painted', { value: own.open, unit: 'ms', peer: PEER, peerValue: other.open }, '<= 0.2'),
        ratioRow('one highlight added', { value: own.add, unit: 'ms', peer: PEER, peerValue: other.add }, '<= 0.2'),
        plainRow('from the key that tags to painted', own.gesture, 'ms'),
        plainRow('from the end of a selection to painted, in the peer', other.gesture, 'ms'),
        plainRow('longest frame of a scroll end to end', longest, 'ms'),
        plainRow('marks painted', await call(ours, 'painted'), 'marks'),
        plainRow('marks painted by the peer', await call(peer, 'painted'), 'marks'),
      ];
    }),
  );
}

async function prepare(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1200, height: 800 });
  await page.waitForTimeout(500); // the peer throws on what is added in the first 250 ms of a page
  await page.evaluate(([length, count]) => (globalThis as unknown as BenchPage).bench.prepare(length, count), [
    LENGTH,
    COUNT,
  ] as const);
}

/** One warm-up, then `rounds` of each page in turn, so that a busy machine slows both alike. */
async function inTurns(
  pages: readonly Page[],
  rounds: number,
  act: (page: Page, round: number) => Promise<number>,
): Promise<number[][]> {
  const figures: number[][] = pages.map(() => []);
  for (let round = -1; round < rounds; round++) {
    for (const [at, page] of pages.entries()) {
      await page.bringToFront();
      const took = await act(page, round);
      if (round >= 0) figures[at]?.push(took);
    }
  }
  return figures;
}

function call(page: Page, act: Act): Promise<number> {
  return page.evaluate((name) => (globalThis as unknown as BenchPage).bench[name](), act);
}

/**
 * Marks a passage as a person does. The peer makes a mark of whatever is selected when the button of the mouse comes up;
 * here the mark is made by the key that says what it is.
 */
async function gesture(page: Page, round: number): Promise<number> {
  const lines = await page.evaluate(() => (globalThis as unknown as BenchPage).bench.lines());
  const line = lines[(round + 2) % lines.length];
  const other = lines[(round + 3) % lines.length];
  if (!line || !other) throw new Error('no lines on the page');
  const { left, middle: y } = line;
  await page.mouse.click(left + 300, other.middle);
  await page.waitForTimeout(400); // longer than what either side counts as a double click
  await page.mouse.move(left + 20, y);
  await page.mouse.down();
  await page.mouse.move(left + 90, y);
  const watched = call(page, 'watch');
  await page.mouse.move(left + 170, y);
  await page.waitForTimeout(200);
  await page.mouse.up();
  await page.keyboard.press('5');
  return watched;
}

type Act = 'open' | 'add' | 'watch' | 'scroll' | 'painted';

type BenchPage = {
  bench: Record<Act, () => number | Promise<number>> & {
    prepare(length: number, count: number): unknown;
    lines(): { left: number; middle: number }[];
  };
};
