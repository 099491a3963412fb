import { describe, expect, it } from 'vitest';
import { CrashTally } from '#electron/main/crash-tally.ts';

describe('CrashTally', () => {
  it('tries again twice within a minute and then gives up', () => {
    const tally = new CrashTally();
    expect([tally.note(0), tally.note(10_000), tally.note(59_999)]).toEqual([true, true, false]);
  });

  it('forgets what is a minute old', () => {
    const tally = new CrashTally();
    expect([tally.note(0), tally.note(30_000), tally.note(60_000), tally.note(90_000)]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(tally.note(90_001)).toBe(false);
  });

  it('starts anew when it is told to forget', () => {
    const tally = new CrashTally();
    for (const now of [0, 1, 2]) tally.note(now);
    tally.forget();
    expect([tally.note(3), tally.note(4), tally.note(5)]).toEqual([true, true, false]);
  });
});
