import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copiesToDrop } from '#electron/services/thin-copies.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

type Copy = { name: string; writtenAt: string; bytes: number };

const copyAt = (at: number, bytes = 1): Copy => ({
  name: String(at).padStart(16, '0'),
  writtenAt: new Date(at).toISOString(),
  bytes,
});

/** Writes copies one after another and thins after each, as the host does; the newest first. */
function write(instants: readonly number[], bytes = 1, mostBytes?: number): Copy[] {
  let kept: Copy[] = [];
  for (const at of [...new Set(instants)].sort((a, b) => a - b)) {
    kept = [copyAt(at, bytes), ...kept];
    const gone = new Set(copiesToDrop(kept, mostBytes));
    kept = kept.filter(({ name }) => !gone.has(name));
  }
  return kept;
}

const instants = fc.array(fc.nat(800 * DAY), { minLength: 1, maxLength: 60 });

describe('copiesToDrop', () => {
  it('never drops the two newest, and keeps at most eight', () => {
    fc.assert(
      fc.property(instants, (all) => {
        const kept = write(all);
        const newest = [...new Set(all)].sort((a, b) => b - a).slice(0, 2);
        expect(kept.slice(0, 2).map(({ name }) => Number(name))).toEqual(newest);
        expect(kept.length).toBeLessThanOrEqual(8);
      }),
    );
  });

  it('drops nothing twice over: thinning what was thinned changes nothing', () => {
    fc.assert(fc.property(instants, (all) => void expect(copiesToDrop(write(all))).toEqual([])));
  });

  it('keeps one copy of each age for someone who works on for two years', () => {
    const kept = write(Array.from({ length: 800 * 4 }, (_, at) => at * 6 * HOUR).concat(800 * DAY - HOUR / 2));
    const ages = kept.map(({ name }) => 800 * DAY - HOUR / 2 - Number(name));
    const between = (from: number, to: number) => ages.filter((age) => age >= from && age < to).length;

    expect(between(HOUR, DAY)).toBeGreaterThan(0);
    expect([between(DAY, 7 * DAY), between(7 * DAY, 30 * DAY)]).toEqual([1, 1]);
    expect([between(30 * DAY, 365 * DAY), between(365 * DAY, Number.POSITIVE_INFINITY)]).toEqual([1, 1]);
  });

  it('stays within its bytes, but for the two newest', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 30 }), (all, bytes) => {
        const kept = write(all, bytes, 40);
        expect(kept.slice(2).reduce((sum, each) => sum + each.bytes, 0)).toBeLessThanOrEqual(40);
      }),
    );
  });

  it('has nothing to drop of nothing', () => {
    expect(copiesToDrop([])).toEqual([]);
  });
});
