import { withPageModule } from '../support/page-module.ts';
import { type BenchRow, median, ratioRow } from './bench-row.ts';
import type { Rounds } from './pages/commit.ts';

/** What the page offers. */
type DuelPage = {
  openDuel(): Promise<{
    single(rounds: number, commits: number): Promise<Rounds>;
    grouped(rounds: number, size: number): Promise<Rounds>;
    imports(rounds: number, size: number): Promise<Rounds>;
  }>;
};

const ROUNDS = 7;
const COMMITS = 60;
const GROUP = 1000;

/** Measures what the ledger, the checks and the derived rows cost, against the same rows put plainly. */
export async function run(): Promise<BenchRow[]> {
  const measured = await withPageModule('tests/bench/pages/commit.ts', (page) =>
    page.evaluate(
      async ({ rounds, commits, group }) => {
        const duel = await (globalThis as never as DuelPage).openDuel();
        await duel.single(1, 20);
        return {
          single: await duel.single(rounds, commits),
          grouped: await duel.grouped(rounds, group),
          imports: await duel.imports(rounds, group),
        };
      },
      { rounds: ROUNDS, commits: COMMITS, group: GROUP },
    ),
  );
  return [
    row('one tag a step', measured.single, COMMITS, 'ms a step', '<= 2'),
    row('1,000 highlights a step', measured.grouped, 1, 'ms a step', '<= 1.5'),
    row('1,000 articles a step', measured.imports, 1, 'ms a step', '<= 1.5'),
  ];
}

function row(metric: string, { ours, plain }: Rounds, steps: number, unit: string, reach: '<= 2' | '<= 1.5'): BenchRow {
  const figures = { value: median(ours) / steps, unit, peer: 'plain Dexie puts', peerValue: median(plain) / steps };
  return ratioRow(metric, figures, reach);
}
