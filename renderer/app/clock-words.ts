import type { Instant } from '#shared/kernel/instant.ts';

const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

/** The time of day on this machine, to the second: what just happened. */
export function clockTime(instant: Instant): string {
  return TIME.format(new Date(instant));
}

/** Day and time on this machine: "19 Mar, 18:20". */
export function dayAndTime(instant: Instant): string {
  return DAY.format(new Date(instant));
}
