import { sha256Hex } from '#shared/custody/sha256.ts';
import type { CaptureId } from '#shared/domain/ids.ts';
import type { Bytes } from './byte-source.ts';
import { type FoundArticle, type FoundCapture, noOrigin, wholeFile } from './format-reader.ts';
import type { ReadingHints } from './reader.ts';

/** Bytes as a capture, under the name that they give themselves. */
export function captureOf(bytes: Bytes, mediaType: string): FoundCapture {
  return { id: sha256Hex(bytes) as string as CaptureId, mediaType, bytes };
}

type Parts = Pick<FoundArticle, 'capture' | 'article' | 'charset'> & { readonly hints: ReadingHints };

/** An article that is a whole file or a whole part of one: where a container holds it and how it was captured is for the container to say. */
export function foundArticle(parts: Parts, more: Partial<FoundArticle> = {}): FoundArticle {
  const { id, bytes } = parts.capture;
  const place = { ...wholeFile, size: bytes.length, hash: id as string as FoundArticle['place']['hash'] };
  return { kind: 'article', place, within: '', origin: noOrigin, remarks: [], ...parts, ...more };
}
