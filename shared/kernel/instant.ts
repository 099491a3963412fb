import { AppError } from './app-error.ts';
import type { Brand } from './brand.ts';

/** A moment: ISO 8601 in UTC with milliseconds, `2026-03-14T06:40:00.000Z`. Sorts as text. */
export type Instant = Brand<string, 'Instant'>;

const FORM = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Whether `text` is an instant in the one form that is stored. */
export function isInstant(text: string): text is Instant {
  return FORM.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text;
}

/**
 * The instant of a clock reading.
 *
 * @param milliseconds - since 1970-01-01T00:00Z, as a clock port gives them
 * @throws {AppError} `bad-input` outside the years 0000 to 9999
 */
export function instantOf(milliseconds: number): Instant {
  const date = new Date(milliseconds);
  const text = Number.isNaN(date.getTime()) ? '' : date.toISOString();
  if (!isInstant(text)) throw new AppError('bad-input', `No instant at ${milliseconds} ms.`);
  return text;
}
