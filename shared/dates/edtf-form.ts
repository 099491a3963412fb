import type { UtcMinutes } from './calendar.ts';

/** A time of day as it was stated. */
export type StatedTime = {
  /** Minutes after midnight; 1440 for 24:00. */
  readonly minutes: UtcMinutes;
  /** Minutes east of UTC; null when no offset was stated. */
  readonly offset: number | null;
};

/** One date, its unknown digits as `X`. */
export type DatePart = {
  /** Four digits or `X`, with `-` before for years before 0. */
  readonly year: string;
  /** `01`-`12` with `X` for unknown digits, or a season `21`-`41`; null when the date ends with the year. */
  readonly month: string | null;
  readonly day: string | null;
  readonly time: StatedTime | null;
  readonly isApproximate: boolean;
  readonly isUncertain: boolean;
};

/** Two ends; an end of null is open (`..`) or not known (nothing written). */
export type DateInterval = {
  readonly kind: 'interval';
  readonly from: DatePart | null;
  readonly to: DatePart | null;
  /** Whether a missing end is open rather than not known. */
  readonly isOpen: boolean;
};

/** A date or a range of dates among others. */
export type SetMember = { readonly from: DatePart; readonly to: DatePart };

/** One of several dates, or all of them. */
export type DateSet = {
  readonly kind: 'set';
  /** `{…}` = all of them, `[…]` = one of them. */
  readonly isAll: boolean;
  readonly members: readonly SetMember[];
  /** `[..x]`: or any before the first. */
  readonly isEarlier: boolean;
  /** `[x..]`: or any after the last. */
  readonly isLater: boolean;
};

/** What an EDTF string says. */
export type EdtfForm = { readonly kind: 'date'; readonly date: DatePart } | DateInterval | DateSet;
