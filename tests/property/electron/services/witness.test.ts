import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Witness } from '#electron/services/witness.ts';
import type { WitnessHead } from '#shared/contracts/host.ts';

const now = () => 0;

/** Few chains and small numbers, so that late and repeated heads are common. */
const head: fc.Arbitrary<WitnessHead> = fc.record({
  chain: fc.constantFrom('a', 'b', 'case:device', '__proto__'),
  seq: fc.integer({ min: 1, max: 12 }),
  hash: fc.constantFrom('0'.repeat(64), 'f'.repeat(64)),
});

/** What an analyst's day does to a witness. */
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('append' as const), heads: fc.array(head, { maxLength: 4 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('restart' as const), heads: fc.array(head, { maxLength: 4 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('start again' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('tear' as const), torn: fc.string({ maxLength: 20 }) }) },
);

/** The naive model: the head with the greatest number, the first of these. */
function note(model: Map<string, WitnessHead>, heads: readonly WitnessHead[]): void {
  for (const next of heads) {
    if (next.seq > (model.get(next.chain)?.seq ?? 0)) model.set(next.chain, next);
  }
}

const sorted = (heads: readonly WitnessHead[]) => [...heads].sort((a, b) => (a.chain < b.chain ? -1 : 1));

async function inFolder<T>(task: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'casewright-witness-'));
  try {
    return await task(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the witness', () => {
  it('agrees with a plain map over any day of notes, restarts, starts and torn lines', async () => {
    const days = fc.array(step, { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(days, fc.integer({ min: 1, max: 6 }), (day, compactAt) =>
        inFolder(async (folder) => {
          let witness = new Witness(folder, { now, compactAt });
          const model = new Map<string, WitnessHead>();
          for (const each of day) {
            if (each.kind === 'append') {
              await witness.append(each.heads);
              note(model, each.heads);
            } else if (each.kind === 'restart') {
              await witness.restart(each.heads);
              model.clear();
              note(model, each.heads);
            } else {
              if (each.kind === 'tear') appendFileSync(join(folder, 'witness.ndjson'), each.torn.replaceAll('\n', ''));
              witness = new Witness(folder, { now, compactAt });
            }
            expect(sorted(await witness.read())).toEqual(sorted([...model.values()]));
          }
        }),
      ),
      { seed: 20_260_314, numRuns: 60 },
    );
  });

  it('never reads a head that was not noted, whatever byte of its file is flipped', async () => {
    const noted = [1, 2, 3, 4].map((seq): WitnessHead => ({ chain: 'a', seq, hash: `${seq}`.repeat(64) }));
    await inFolder(async (folder) => {
      const path = join(folder, 'witness.ndjson');
      const witness = new Witness(folder, { now });
      for (const each of noted) await witness.append([each]);
      const whole = readFileSync(path);
      await fc.assert(
        fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
          const flipped = Buffer.from(whole);
          flipped[at] = (flipped[at] ?? 0) ^ mask;
          writeFileSync(path, flipped);
          const [read] = await new Witness(folder, { now }).read();

          expect(noted).toContainEqual(read);
          expect(read?.seq).toBeGreaterThanOrEqual(2); // a flipped line end takes two lines with it
        }),
        { seed: 20_260_314, numRuns: 300 },
      );
    });
  });
});
