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
