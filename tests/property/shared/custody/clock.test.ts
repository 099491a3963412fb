import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextClock } from '#shared/custody/clock.ts';
import type { Clock } from '#shared/domain/ledger.ts';

it('CUSTODY-5 reads later each time, whatever the wall clock does', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 5000 }), { maxLength: 40 }), (walls) => {
      let last: Clock | null = null;
      for (const wall of walls) {
        const next: Clock = nextClock(last, wall);
        if (last !== null) expect(next > last).toBe(true);
        last = next;
      }
    }),
  );
});
