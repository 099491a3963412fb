import { decodeWords } from 'postal-mime';
import { type ByteSource, wholeOf } from '../byte-source.ts';
import { decodeText } from '../decode-text.ts';
import type { FormatHead } from '../format-head.ts';
import type { FormatReader, ReadingContext, ReadOutcome, Remark } from '../format-reader.ts';
import { noOrigin } from '../format-reader.ts';
import { captureOf, foundArticle } from '../found-article.ts';
import { htmlReader } from '../html/read-html.ts';
import { decodeTransfer } from '../mime/decode-transfer.ts';
import { endOfHead, fieldOf, headerFields } from '../mime/header-fields.ts';
import { type MimePart, splitMime } from '../mime/mime-parts.ts';
import { noText } from '../no-text.ts';
import type { ObservedValue, ReadingHints } from '../reader.ts';

const MEDIA_TYPE = 'multipart/related';
/** Bytes of a page with its pictures: browsers save some tens of megabytes. */
const MOST_BYTES = 256 * 1024 * 1024;
/** What a mail has on its way and a saved page does not. */
const OF_MAILS = ['to', 'received', 'message-id', 'delivered-to', 'return-path'];

/** Reads pages that browsers have saved in one file, with pictures and frames: the page is the article, the file its capture. */
export const mhtmlFormat: FormatReader = { name: 'mhtml', mediaType: MEDIA_TYPE, fits: isMhtml, read: readMhtml };

function isMhtml({ bytes }: FormatHead, { fileName, mediaType }: ReadingHints): boolean {
  if (!/^\s*[!-9;-~]{1,76}[ \t]*:/.test(String.fromCharCode(...bytes.subarray(0, 200)))) return false;
  const start = startOf(bytes);
  const fields = headerFields(bytes.subarray(start, endOfHead(bytes, start, bytes.length).end));
  if (!/^\s*multipart\/(?:related|mixed|alternative)/i.test(fieldOf(fields, 'content-type') ?? '')) return false;
  if (fieldOf(fields, 'snapshot-content-location') !== null) return true;
  if (OF_MAILS.some((name) => fieldOf(fields, name) !== null)) return false;
  const isNamed = /\.mht(?:ml)?$/i.test(fileName ?? '') || /^\s*multipart\/related/i.test(mediaType ?? '');
  return isNamed || /saved by/i.test(fieldOf(fields, 'from') ?? '');
}

function startOf(bytes: Uint8Array): number {
  const at = bytes.findIndex((byte) => byte > 0x20 && byte < 0x7f);
  return Math.max(0, at);
}

async function* readMhtml(
  source: ByteSource,
  _hints: ReadingHints,
  { job }: ReadingContext,
): AsyncGenerator<ReadOutcome> {
  const bytes = await wholeOf(source, MOST_BYTES, job);
  const message = splitMime(bytes.subarray(startOf(bytes)));
  const capture = captureOf(bytes, MEDIA_TYPE);
  const pages = leavesOf(message).filter(({ mediaType }) => /^(?:text\/html|application\/xhtml\+xml)$/.test(mediaType));
  const root = rootOf(message, pages) ?? brokenRoot(message);
  if (root === null) {
    yield noText(capture, 'It is a saved page in which there is no page. Save the page again as .html.');
    return;
  }
  const markup = decodeTransfer(root.body, root.encoding);
  const { text, charset } = decodeText(markup, `text/html; charset=${root.parameters.get('charset') ?? ''}`);
  const location = fieldOf(message.fields, 'snapshot-content-location');
  const url =
    webAddressIn(location) ??
    webAddressIn(fieldOf(root.fields, 'content-location')) ??
    webAddressIn(fieldOf(message.fields, 'content-location'));
  const hints = { fileName: null, mediaType: 'text/html', address: url, observed: observed(message) };
  const [article] = await htmlReader.read({ text, charset, hints }, job);
  if (article === undefined || article.text === '') {
    yield noText(capture, 'There are no words in the page.');
    return;
  }
  const origin = {
    ...noOrigin,
    url,
    capturedAt: fieldOf(message.fields, 'date'),
    capturedWith: fieldOf(message.fields, 'from')?.replace(/^<?(?:Saved by )?(.*?)>?$/i, '$1') ?? null,
  };
  const alone: ReadingHints = { fileName: 'page.mhtml', mediaType: null, address: null };
  yield foundArticle({ capture, article, charset, hints: alone }, { origin, remarks: remarksOn(message, pages, root) });
}

function leavesOf(part: MimePart): MimePart[] {
  return part.parts.length === 0 ? [part] : part.parts.flatMap(leavesOf);
}

/** The part that the message names as its start; else that of the address it was saved from; else the first page. */
function rootOf(message: MimePart, pages: readonly MimePart[]): MimePart | null {
  const start = message.parameters.get('start');
  const location = fieldOf(message.fields, 'snapshot-content-location');
  const isAt = (name: string, value: string | null | undefined) => (part: MimePart) =>
    !!value && fieldOf(part.fields, name)?.trim().replace(/^<|>$/g, '') === value.trim().replace(/^<|>$/g, '');
  return pages.find(isAt('content-id', start)) ?? pages.find(isAt('content-location', location)) ?? pages[0] ?? null;
}

/** Where no boundary parts anything, the fields of the page stand in the body; the page begins behind them. */
function brokenRoot(message: MimePart): MimePart | null {
  const [body] = leavesOf(message);
  if (body === undefined) return null;
  const head = new TextDecoder('windows-1252').decode(body.body.subarray(0, 64 * 1024));
  const begin = head.search(/<(?:!doctype\s+html|html|head|body)\b/i);
  if (begin < 0) return null;
  const encoding = /content-transfer-encoding:\s*([\w-]+)/i.exec(head.slice(0, begin))?.[1] ?? '';
  return { ...body, mediaType: 'text/html', encoding, body: body.body.subarray(begin) };
}

function observed({ fields }: MimePart): ObservedValue[] {
  return ['subject', 'date'].flatMap((name) => {
    const value = decodeWords(fieldOf(fields, name) ?? '').trim();
    return value === ''
      ? []
      : [{ field: name === 'subject' ? 'title' : 'other', value, rule: 'mhtml', place: name } as const];
  });
}

function webAddressIn(value: string | null): string | null {
  const address = value?.trim() ?? '';
  return /^https?:\/\/\S+$/i.test(address) ? address : null;
}

function remarksOn(message: MimePart, pages: readonly MimePart[], root: MimePart): Remark[] {
  const remarks: Remark[] = [];
  if (message.isBroken) {
    remarks.push({ code: 'truncated', words: 'Its parts are not closed as they should be: it may have been cut off.' });
  }
  const frames = pages.filter((page) => page !== root).length;
  if (frames > 0) {
    const others = frames === 1 ? 'one more page, which was' : `${frames} more pages, which were`;
    const words = `It holds ${others} shown in a frame; what they say stands in the original alone.`;
    remarks.push({ code: 'no-article', words });
  }
  return remarks;
}
