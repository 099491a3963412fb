import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findElectron } from '#tests/support/electron-binary.ts';
import { type HostKind, openInElectron, openWithProfile } from '#tests/support/hosts.ts';
import { seedDataFolder } from '#tests/support/seeded-build.ts';
import { type BenchRow, median, plainRow, ratioRow } from './bench-row.ts';

/** As the issue names them; `START_BENCH_ARTICLES` makes a quicker round. */
const ARTICLES = Number(process.env['START_BENCH_ARTICLES'] ?? 100_000);
/** Starts of each kind; the two kinds take turns, so that a slow minute of the machine meets both. */
const STARTS = 5;

/** Process start to a usable window, with an empty case and with many articles, in both hosts. */
export async function run(): Promise<BenchRow[]> {
  const rows = await measure('loopback');
  const electron = findElectron();
  if (electron.path) rows.push(...(await measure('electron')));
  else console.log(`Electron is left out: ${'why' in electron ? electron.why : ''}`);
  return rows;
}

async function measure(hostKind: HostKind): Promise<BenchRow[]> {
  const empty = await mkdtemp(join(tmpdir(), 'casewright-bench-'));
  const full = await mkdtemp(join(tmpdir(), 'casewright-bench-'));
  try {
    await seedDataFolder(hostKind, empty, 0);
    console.log(`${hostKind}: importing ${ARTICLES.toLocaleString('en')} articles …`);
    await seedDataFolder(hostKind, full, ARTICLES);
    const times = { empty: [] as number[], full: [] as number[] };
    for (let round = -1; round < STARTS; round++) {
      const emptyMs = await startMs(hostKind, empty);
      const fullMs = await startMs(hostKind, full);
      if (round < 0) continue; // the first fills the system's caches
      times.empty.push(emptyMs);
      times.full.push(fullMs);
    }
    const value = median(times.full);
    const peerValue = median(times.empty);
    return [
      plainRow(`${hostKind}: start, 0 articles`, peerValue, 'ms'),
      ratioRow(
        `${hostKind}: start, ${ARTICLES} articles`,
        { value, unit: 'ms', peer: 'the same with 0 articles', peerValue },
        '<= 1.3',
      ),
    ];
  } finally {
    for (const folder of [empty, full]) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Usable: the desk stands, with the case's articles, or the word that there are none. */
async function startMs(hostKind: HostKind, dataFolder: string): Promise<number> {
  const started = performance.now();
  const running = await (hostKind === 'electron' ? openInElectron : openWithProfile)(dataFolder);
  await running.page.getByRole('navigation', { name: 'Places' }).waitFor();
  await running.page.getByRole('button', { name: 'Import…' }).first().waitFor();
  const ms = performance.now() - started;
  await running.close();
  return ms;
}
