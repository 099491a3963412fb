import { endOfHead, fieldOf, type HeaderField, headerFields } from './header-fields.ts';
import { type HeaderValue, headerValue } from './header-parameters.ts';

/** One part of a message: its fields and what stands under them. */
export type MimePart = {
  /** Where it stands: empty for the message, `2`, `2.1` for its parts. */
  readonly position: string;
  readonly fields: readonly HeaderField[];
  /** In lower case; `text/plain` where none is stated. */
  readonly mediaType: string;
  readonly parameters: HeaderValue['parameters'];
  /** `attachment`, `inline`, or what else it says; empty if it says nothing. */
  readonly disposition: string;
  /** As it is written, with its encoded words. */
  readonly fileName: string | null;
  /** How its bytes were written for their way. */
  readonly encoding: string;
  /** Its bytes as they stand in the message, still written for their way; of a multipart those before its first part. */
  readonly body: Uint8Array;
  readonly parts: readonly MimePart[];
  /** Whether a closing boundary was missing, or no part was found where there had to be some. */
  readonly isBroken: boolean;
};

/** Parts of parts of parts: real mails have four levels. */
const MOST_DEPTH = 24;
/** Parts of one message. */
const MOST_PARTS = 5000;
const DASH = 45;
const LINE_FEED = 10;
const RETURN = 13;

type OpenPart = Omit<MimePart, 'body' | 'parts' | 'isBroken'> & {
  readonly boundary: Uint8Array | null;
  readonly start: number;
  end: number;
  readonly parts: OpenPart[];
  isClosed: boolean;
};

/**
 * Splits a message into its parts in one pass over its lines, whatever its boundaries are: a missing end ends with the part
 * around it, what is nested deeper or comes later than any real mail stays in the part before.
 *
 * @throws {AppError} `too-large` for a head over 1 MB
 */
export function splitMime(bytes: Uint8Array): MimePart {
  const root = openPart(bytes, { start: 0, end: bytes.length }, '', 'text/plain');
  const open: OpenPart[] = [root];
  let count = 1;
  for (let at = root.start; at < bytes.length; ) {
    const feed = bytes.indexOf(LINE_FEED, at);
    const next = feed < 0 ? bytes.length : feed + 1;
    const found = bytes[at] === DASH && bytes[at + 1] === DASH ? boundaryAt(bytes, { at, end: next }, open) : null;
    at = next;
    if (found === null) continue;
    // What is nested deeper, or comes later, than in any real mail stays in the part before.
    if (!found.isLast && (count >= MOST_PARTS || found.depth >= MOST_DEPTH)) continue;
    const end = endBefore(bytes, startOfLine(bytes, next, feed));
    closeTo(open, found.depth, end);
    const parent = open.at(-1);
    if (parent === undefined) break;
    if (parent.parts.length === 0) parent.end = Math.max(parent.start, end);
    parent.isClosed ||= found.isLast;
    if (found.isLast) continue;
    const position = `${parent.position}${parent.position === '' ? '' : '.'}${parent.parts.length + 1}`;
    const ofDigest = parent.mediaType === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
    const part = openPart(bytes, { start: next, end: headLimit(bytes, next, open) }, position, ofDigest);
    count++;
    parent.parts.push(part);
    open.push(part);
    at = part.start;
  }
  closeTo(open, -1, bytes.length);
  return closed(bytes, root);
}

type Span = { readonly start: number; readonly end: number };

function openPart(bytes: Uint8Array, { start, end }: Span, position: string, mediaType: string): OpenPart {
  const head = endOfHead(bytes, start, end);
  const fields = headerFields(bytes.subarray(start, head.end));
  const type = headerValue(fieldOf(fields, 'content-type') ?? '');
  const stated = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(type.value) ? type.value : mediaType;
  const disposition = headerValue(fieldOf(fields, 'content-disposition') ?? '');
  const boundary = stated.startsWith('multipart/')
    ? type.parameters.get('boundary') || seenBoundary(bytes, head.body)
    : '';
  return {
    position,
    fields,
    mediaType: stated,
    parameters: type.parameters,
    disposition: disposition.value,
    fileName: disposition.parameters.get('filename') ?? type.parameters.get('name') ?? null,
    encoding: fieldOf(fields, 'content-transfer-encoding') ?? '',
    boundary: boundary === '' ? null : new TextEncoder().encode(boundary),
    start: head.body,
    end: bytes.length,
    parts: [],
    isClosed: false,
  };
}

/** Where no boundary is stated: the first line that looks like one, before fields. */
function seenBoundary(bytes: Uint8Array, start: number): string {
  const body = new TextDecoder('windows-1252').decode(bytes.subarray(start, start + 4096));
  return /(?:^|\n)--([^\s-][^\r\n]{0,200}|-[^\r\n]{4,200})\r?\ncontent-/i.exec(body)?.[1]?.trimEnd() ?? '';
}

/** A head never runs over the next boundary. */
function headLimit(bytes: Uint8Array, start: number, open: readonly OpenPart[]): number {
  for (let at = start; at < bytes.length; ) {
    const feed = bytes.indexOf(LINE_FEED, at);
    const next = feed < 0 ? bytes.length : feed + 1;
    if (next - at <= 2) return next;
    if (bytes[at] === DASH && boundaryAt(bytes, { at, end: next }, open) !== null) return at;
    at = next;
  }
  return bytes.length;
}

/** Which open part a line parts, the innermost first, and whether it ends its parts; null for any other line. */
function boundaryAt(
  bytes: Uint8Array,
  { at, end }: { readonly at: number; readonly end: number },
  open: readonly OpenPart[],
): { readonly depth: number; readonly isLast: boolean } | null {
  for (let depth = open.length - 1; depth >= 0; depth--) {
    const boundary = open[depth]?.boundary;
    if (boundary === null || boundary === undefined || at + 2 + boundary.length > end) continue;
    if (!boundary.every((byte, index) => bytes[at + 2 + index] === byte)) continue;
    const rest = new TextDecoder('windows-1252').decode(bytes.subarray(at + 2 + boundary.length, end)).trimEnd();
    // What goes on is another boundary that begins alike.
    if (rest === '' || rest === '--') return { depth, isLast: rest === '--' };
  }
  return null;
}

function startOfLine(bytes: Uint8Array, next: number, feed: number): number {
  const last = feed < 0 ? bytes.length : next - 1;
  return bytes.lastIndexOf(LINE_FEED, last - 1) + 1;
}

/** The line break before a boundary is the boundary's. */
function endBefore(bytes: Uint8Array, lineStart: number): number {
  if (bytes[lineStart - 1] !== LINE_FEED) return lineStart;
  return bytes[lineStart - 2] === RETURN ? lineStart - 2 : lineStart - 1;
}

function closeTo(open: OpenPart[], depth: number, end: number): void {
  while (open.length - 1 > depth) {
    const part = open.pop();
    if (part !== undefined && part.parts.length === 0 && part.end > end) part.end = Math.max(part.start, end);
  }
}

function closed(bytes: Uint8Array, part: OpenPart): MimePart {
  const { boundary, start, end, parts, isClosed, ...rest } = part;
  const isMultipart = rest.mediaType.startsWith('multipart/');
  const isBroken = isMultipart && (boundary === null || parts.length === 0 || !isClosed);
  return { ...rest, body: bytes.subarray(start, end), parts: parts.map((one) => closed(bytes, one)), isBroken };
}
