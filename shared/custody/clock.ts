import type { Clock } from '#shared/domain/ledger.ts';
import { AppError } from '#shared/kernel/app-error.ts';

const MOST_MILLISECONDS = 2 ** 48 - 1;
/** Room for a thousand readings a millisecond; with more the clock runs ahead by one. */
const MOST_COUNT = 0x3ff;

/** A clock further ahead than this is flagged, not followed. */
const AHEAD_MILLISECONDS = 24 * 60 * 60 * 1000;

/**
 * The next reading of a hybrid logical clock: later than `last`, and not earlier than the wall clock.
 *
 * @param last - the latest reading of the same device; null for none. Other devices' readings are not followed
 * @param now - wall clock in milliseconds
 * @see https://cse.buffalo.edu/tech-reports/2014-04.pdf
 */
export function nextClock(last: Clock | null, now: number): Clock {
  const wall = Math.min(Math.max(0, Math.floor(now)), MOST_MILLISECONDS);
  if (last === null) return write(wall, 0);
  const then = clockMilliseconds(last);
  if (wall > then) return write(wall, 0);
  const count = Number.parseInt(last.slice(13), 16);
  return count < MOST_COUNT ? write(then, count + 1) : write(then + 1, 0);
}

/** Milliseconds since 1970 of a reading. */
export function clockMilliseconds(clock: Clock): number {
  return Number.parseInt(clock.slice(0, 12), 16);
}

/** Whether a reading is more than a day ahead of the wall clock. */
export function isClockAhead(clock: Clock, now: number): boolean {
  return clockMilliseconds(clock) > now + AHEAD_MILLISECONDS;
}

/** A reading as one number that sorts as it does. */
export function clockNumber(clock: Clock): number {
  return clockMilliseconds(clock) * (MOST_COUNT + 1) + Number.parseInt(clock.slice(13), 16);
}

function write(milliseconds: number, count: number): Clock {
  if (milliseconds > MOST_MILLISECONDS) throw new AppError('internal', 'The clock has run out.');
  return `${milliseconds.toString(16).padStart(12, '0')}-${count.toString(16).padStart(4, '0')}` as Clock;
}
