import { AppError } from '#shared/kernel/app-error.ts';

/** Code units of one article's text: beyond it the desk can neither show nor fold it at once. */
export const MOST_TEXT = 32 * 1024 * 1024;

/**
 * Stops a text from growing beyond what the desk can hold.
 *
 * @param length - code units so far
 * @throws {AppError} `too-large`
 */
export function refuseLongText(length: number): void {
  if (length <= MOST_TEXT) return;
  throw new AppError('too-large', 'Its text is over 32 MB. Split it, then import the parts.');
}

/** Bytes of a text with its blocks and links as JSON: a case file carries all of it in one line of at most 64 MiB. */
const MOST_CARRIED = 62 * 2 ** 20;

/** Code units that are carried whatever they are: each takes six bytes at most. */
const SURELY_CARRIED = MOST_CARRIED / 12;

/**
 * Stops what could come in and never leave: a text that no case file, and so no safety copy, could carry.
 *
 * @throws {AppError} `too-large`
 */
export function refuseUncarriable(
  text: string,
  parts: { readonly blocks: readonly object[]; readonly links: readonly object[] },
): void {
  const described = JSON.stringify(parts).length;
  if (text.length <= SURELY_CARRIED && described <= SURELY_CARRIED) return;
  const bytes = new TextEncoder().encode(JSON.stringify(text)).length + described * (parts.links.length > 0 ? 3 : 1);
  if (bytes <= MOST_CARRIED) return;
  throw new AppError(
    'too-large',
    'Its text, with its paragraphs and links, is too large for a case file. Split it, then import the parts.',
  );
}
