import { canonicalJson } from '#shared/custody/canonical-json.ts';
import type { OwnBytes } from '#shared/exchange/bag/digest.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { MAX_LINE_BYTES } from './layout.ts';

/** One line of a JSONL file: its value and its number, from 1. */
export type Line = { readonly number: number; readonly value: unknown };

/** Written text is gathered to this much before it is passed on. */
const CHUNK_LENGTH = 128 * 1024;

const NEWLINE = 0x0a;

/**
 * Writes values as lines of canonical JSON, so that equal rows are equal bytes.
 *
 * @param path - of the file, for messages
 * @param see - is shown each value before it is written, and may ask for a pause
 * @throws {AppError} `too-large` when one line is longer than a reader takes
 */
export async function* writeLines<T>(
  path: string,
  values: AsyncIterable<T>,
  see: (value: T) => Promise<void> | undefined = () => undefined,
): AsyncGenerator<OwnBytes> {
  const encoder = new TextEncoder();
  let gathered = '';
  let number = 0;
  for await (const value of values) {
    number += 1;
    const pause = see(value);
    if (pause !== undefined) await pause;
    const line = canonicalJson(value);
    // a code unit is three bytes at most, so most lines need no counting
    if (line.length * 3 > MAX_LINE_BYTES && encoder.encode(line).length > MAX_LINE_BYTES) throw tooLong(path, number);
    gathered += `${line}\n`;
    if (gathered.length < CHUNK_LENGTH) continue;
    yield encoder.encode(gathered);
    gathered = '';
  }
  if (gathered !== '') yield encoder.encode(gathered);
}

/**
 * Reads the lines of a JSONL file as its bytes come, those of one piece together: an asynchronous step for each line would
 * take longer than the line itself.
 *
 * @param path - of the file, for messages
 * @throws {AppError} `unreadable` for a line that is no JSON or no UTF-8, `too-large` for one that does not end
 */
export async function* readLines(path: string, pieces: AsyncIterable<OwnBytes>): AsyncGenerator<Line[]> {
  let number = 0;
  let open: OwnBytes[] = [];
  let openBytes = 0;
  for await (const piece of pieces) {
    const lines: Line[] = [];
    let start = 0;
    for (let end = piece.indexOf(NEWLINE); end >= 0; end = piece.indexOf(NEWLINE, start)) {
      number += 1;
      const line = openBytes === 0 ? piece.subarray(start, end) : joined([...open, piece.subarray(start, end)]);
      lines.push(parseLine(path, number, line));
      open = [];
      openBytes = 0;
      start = end + 1;
    }
    if (lines.length > 0) yield lines;
    if (start === piece.length) continue;
    open.push(piece.slice(start));
    openBytes += piece.length - start;
    if (openBytes > MAX_LINE_BYTES) throw tooLong(path, number + 1);
  }
  if (openBytes > 0) yield [parseLine(path, number + 1, joined(open))];
}

function parseLine(path: string, number: number, bytes: OwnBytes): Line {
  if (bytes.length > MAX_LINE_BYTES) throw tooLong(path, number);
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { number, value: JSON.parse(text) };
  } catch (error) {
    throw new AppError('unreadable', `${path}, line ${number}: this is not JSON in UTF-8.`, error);
  }
}

function joined(parts: readonly OwnBytes[]): OwnBytes {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function tooLong(path: string, number: number): AppError {
  return new AppError('too-large', `${path}, line ${number}: longer than ${MAX_LINE_BYTES} bytes.`);
}
