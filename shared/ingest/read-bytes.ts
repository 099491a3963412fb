import type { JobControl } from '#shared/kernel/job-control.ts';
import { normaliseText } from '#shared/text/normalise-text.ts';
import { decodeText } from './decode-text.ts';
import { htmlReader } from './html/read-html.ts';
import { markdownReader } from './markdown/read-markdown.ts';
import { textReader } from './read-text.ts';
import type { Reader, ReadFile, ReadingHints } from './reader.ts';
import { refuseBinary } from './refuse-binary.ts';

/** The first that fits reads; plain text fits always. */
const READERS: readonly Reader[] = [htmlReader, markdownReader, textReader];

/**
 * Reads the bytes of one file, by what they are and not by what the file is called.
 *
 * @throws {AppError} `unreadable` for an empty file or one of another kind, with what it is and what to do; `too-large`
 *   for a text over 32 MB or a page over 64 MB; `cancelled`
 */
export async function readBytes(bytes: Uint8Array, hints: ReadingHints, job: JobControl): Promise<ReadFile> {
  refuseBinary(bytes);
  const { text, charset } = decodeText(bytes, hints.mediaType);
  const reader = READERS.find(({ fits }) => fits(text, hints)) ?? textReader;
  const articles = await reader.read({ text, charset, hints }, job);
  return { mediaType: reader.mediaType, charset, articles };
}

/**
 * Reads a text that was pasted.
 *
 * @throws {AppError} as `readBytes`
 */
export function readPasted(text: string, job: JobControl): Promise<ReadFile> {
  const hints = { fileName: null, mediaType: 'text/plain; charset=utf-8', address: null };
  return readBytes(new TextEncoder().encode(normaliseText(text)), hints, job);
}
