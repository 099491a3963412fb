import type { Ports } from '#shared/kernel/ports.ts';

/** Ports whose clock ticks by a millisecond a reading and whose randomness repeats with the seed. */
export function seededPorts(
  seed = 1,
  start = Date.parse('2026-03-14T06:40:00.000Z'),
): Ports & { advance(ms: number): void } {
  let time = start;
  let state = seed;
  return {
    now: () => time++,
    advance(ms) {
      time += ms;
    },
    randomBytes(length) {
      return Uint8Array.from({ length }, () => {
        // a linear congruential generator: fit for tests, for nothing else
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return state >>> 24;
      });
    },
  };
}
