import { describe, expect, it } from 'vitest';
import { clockMilliseconds, clockNumber, isClockAhead, nextClock } from '#shared/custody/clock.ts';
import type { Clock } from '#shared/domain/ledger.ts';

describe('nextClock', () => {
  it.each([
    ['starts at the wall clock', null, 255, '0000000000ff-0000'],
    ['follows the wall clock', '0000000000ff-0003', 256, '000000000100-0000'],
    ['counts within a millisecond', '0000000000ff-0003', 255, '0000000000ff-0004'],
    ['counts while the wall clock is set back', '0000000000ff-0003', 5, '0000000000ff-0004'],
    ['carries a full count into the next millisecond', '0000000000ff-03ff', 5, '000000000100-0000'],
    ['takes whole milliseconds', null, 1.9, '000000000001-0000'],
  ])('%s', (_, last, now, next) => {
    expect(nextClock(last as Clock | null, now)).toBe(next);
  });

  it.each([
    ['the next in a millisecond', '0000000000ff-0003', '0000000000ff-0004'],
    ['the next millisecond', '0000000000ff-03ff', '000000000100-0000'],
  ])('numbers %s behind the one before', (_, earlier, later) => {
    expect(clockNumber(later as Clock) - clockNumber(earlier as Clock)).toBe(1);
  });

  it('gives back its milliseconds', () => {
    const now = Date.parse('2026-03-14T06:40:00.123Z');

    expect(clockMilliseconds(nextClock(null, now))).toBe(now);
  });
});

describe('isClockAhead', () => {
  const day = 24 * 60 * 60 * 1000;

  it.each([
    ['a day ahead is not', day, false],
    ['a millisecond more is', day + 1, true],
    ['the past is not', -day, false],
  ])('%s', (_, offset, ahead) => {
    expect(isClockAhead(nextClock(null, 1e12 + offset), 1e12)).toBe(ahead);
  });
});
