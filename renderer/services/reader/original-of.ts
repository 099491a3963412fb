import type { Page } from '#shared/domain/text-version.ts';
import { chooseBody } from '#shared/ingest/mail/choose-body.ts';
import { decodeTransfer } from '#shared/ingest/mime/decode-transfer.ts';
import { type MimePart, splitMime } from '#shared/ingest/mime/mime-parts.ts';
import { decodeCodings } from '#shared/ingest/packed/decode-coding.ts';
import { headerOf } from '#shared/ingest/warc/header-lines.ts';
import { httpMessage } from '#shared/ingest/warc/http-message.ts';
import { joinChunks } from '#shared/ingest/warc/join-chunks.ts';

/** Bytes of a capture and what they are. */
export type CaptureContent = { readonly bytes: Uint8Array<ArrayBuffer>; readonly mediaType: string };

/** The words that were read from a capture, for one that no browser shows by itself. */
export type ReadWords = { readonly text: string; readonly version: { readonly pages: readonly Page[] } };

/** What of a capture can be looked at. */
export type ShownOriginal =
  /** A page or a text; `from` says what it was taken out of, empty for the capture itself. */
  | {
      readonly kind: 'content';
      readonly content: CaptureContent;
      readonly charset: string | null;
      readonly from: string;
    }
  /** Not to be shown: the words that were read from it stand in its place, page by page. */
  | { readonly kind: 'read-words'; readonly text: string }
  | { readonly kind: 'nothing' };

/** Bytes looked at for what no text has. */
const HEAD = 4096;

/**
 * Finds what of a capture can be looked at: of a record of a crawl the page, of a mail or a page saved as MHTML the part that is
 * read; else the capture itself where it is text; else the words that were read from it.
 */
export function originalOf(capture: CaptureContent, read: ReadWords | null): ShownOriginal {
  const inner = innerContent(capture);
  if (inner) return inner;
  if (isText(capture.bytes)) return { kind: 'content', content: capture, charset: null, from: '' };
  return read ? { kind: 'read-words', text: pagesInWords(read) } : { kind: 'nothing' };
}

function innerContent({ bytes, mediaType }: CaptureContent): ShownOriginal | null {
  if (/warc|x-arc|application\/http/.test(mediaType)) return crawledPage(bytes);
  if (/rfc822|multipart\/|mhtml/.test(mediaType)) return mailedPart(bytes);
  return null;
}

/** The answer of a server, as it stood in a record: two heads before it, chunks and codings around it. */
function crawledPage(bytes: Uint8Array<ArrayBuffer>): ShownOriginal | null {
  const block = afterHead(bytes);
  const message = httpMessage(block);
  if (!message) return isText(block) ? content(block, 'text/html', null, 'the record of a crawl') : null;
  const { headers, body } = message;
  try {
    const isChunked = /\bchunked\b/i.test(headerOf(headers, 'Transfer-Encoding') ?? '');
    const whole = isChunked ? joinChunks(body).bytes : body;
    const page = decodeCodings(whole, headerOf(headers, 'Content-Encoding')).bytes;
    const type = headerOf(headers, 'Content-Type') ?? 'text/html';
    return isText(page) ? content(page, type, charsetOf(type), 'the record of a crawl') : null;
  } catch {
    // packed in a way that is not known: what was read from it is shown instead
    return null;
  }
}

function mailedPart(bytes: Uint8Array<ArrayBuffer>): ShownOriginal | null {
  const message = splitMime(bytes);
  const root = chooseBody(message).bodies[0]?.[0] ?? firstText(message);
  if (!root) return null;
  const body = decodeTransfer(root.body, root.encoding);
  const charset = root.parameters.get('charset') ?? null;
  return content(body, root.mediaType, charset, 'a message: its head and its other parts are not shown');
}

function firstText(part: MimePart): MimePart | null {
  if (part.parts.length === 0) return part.mediaType.startsWith('text/') ? part : null;
  for (const inner of part.parts) {
    const found = firstText(inner);
    if (found) return found;
  }
  return null;
}

function content(
  bytes: Uint8Array<ArrayBuffer>,
  mediaType: string,
  charset: string | null,
  from: string,
): ShownOriginal {
  return { kind: 'content', content: { bytes, mediaType }, charset, from };
}

/** What stands after the first empty line. */
function afterHead(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) {
    if (bytes[at + 1] === 10) return bytes.subarray(at + 2);
    if (bytes[at + 1] === 13 && bytes[at + 2] === 10) return bytes.subarray(at + 3);
  }
  return bytes;
}

function charsetOf(mediaType: string): string | null {
  return /charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(mediaType)?.[1] ?? null;
}

function isText(bytes: Uint8Array): boolean {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const isPdf = bytes[0] === 0x25 && bytes[1] === 0x50 && bytes[2] === 0x44 && bytes[3] === 0x46;
  return isUtf16 || !(isPdf || bytes.subarray(0, HEAD).includes(0));
}

/** The words with the number of each page over it. */
function pagesInWords({ text, version: { pages } }: ReadWords): string {
  if (pages.length === 0) return text;
  const first = pages[0]?.start ?? 0;
  const parts = pages.map(({ start, label }, at) => {
    const words = text.slice(start, pages[at + 1]?.start ?? text.length).trim();
    return `— Page ${label} —\n\n${words}`;
  });
  return [text.slice(0, first).trim(), ...parts].filter((part) => part !== '').join('\n\n');
}
