import { AppError } from '#shared/kernel/app-error.ts';

/** What the zip library says, in words for the analyst; anything else is "damaged". */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/not recognized|End of central directory not found/i, 'is not a zip file, or its end is missing'],
  [/directory|Zip64/i, 'has a damaged table of contents'],
  [/password|authentication/i, 'is locked with another password'],
  [/encrypt/i, 'is encrypted'],
  [/Split zip/i, 'is one part of several'],
  [/Overlapping/i, 'overlaps another part of the file'],
  [/out of bounds/i, 'lies outside the file'],
  [/Ambiguous/i, 'could be read in two ways'],
  [/compression/i, 'is packed in a way that is not read here'],
  [/CRC|signature/i, 'does not fit its checksum'],
  [/uncompressed size|uncompressedSize/i, 'has another size than it says'],
];

/**
 * Tells the analyst what is wrong with a zip or a part of it.
 *
 * @param part - the member's name, or words for the whole file
 * @returns the error itself if it is one of ours, else an `unreadable` one with `error` as its cause
 */
export function zipFault(part: string, error: unknown): AppError {
  if (error instanceof AppError) return error;
  const said = error instanceof Error ? error.message : String(error);
  const words = WORDS.find(([pattern]) => pattern.test(said))?.[1] ?? 'is damaged';
  return new AppError('unreadable', `${part} ${words}.`, error);
}
