import { type FoundCapture, type LeftOut, wholeFile } from './format-reader.ts';

/** A whole file in which an article would stand, and no text is. */
export function noText({ id, mediaType, bytes }: FoundCapture, reason: string): LeftOut {
  const place = { ...wholeFile, size: bytes.length, hash: id as string as LeftOut['place']['hash'] };
  return { kind: 'left-out', place, mediaType, code: 'no-text', reason };
}
