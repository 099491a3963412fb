import { decodeWords } from 'postal-mime';
import { type ByteSource, type Bytes, memorySource, wholeOf } from '../byte-source.ts';
import { completeArticle } from '../complete-article.ts';
import { foldPlain } from '../extract/fold-plain.ts';
import type { FormatHead } from '../format-head.ts';
import {
  type FormatReader,
  type LeftOut,
  type ReadingContext,
  type ReadOutcome,
  type RecordPlace,
  type Remark,
  wholeFile,
} from '../format-reader.ts';
import { captureOf, foundArticle } from '../found-article.ts';
import { joinTexts } from '../join-texts.ts';
import { decodeTransfer } from '../mime/decode-transfer.ts';
import { headerFields } from '../mime/header-fields.ts';
import { type MimePart, splitMime } from '../mime/mime-parts.ts';
import { noText } from '../no-text.ts';
import type { ReadingHints } from '../reader.ts';
import { chooseBody } from './choose-body.ts';
import { decodedField, observeMail } from './observe-mail.ts';
import { type ReadBody, readBody } from './read-body.ts';

const MEDIA_TYPE = 'message/rfc822';
/** Bytes of one mail with all that is attached: mail servers carry a tenth of it. */
const MOST_BYTES = 256 * 1024 * 1024;
const EXTRACTOR = { extractor: 'mail', extractorVersion: '1' } as const;

/** Fields that every mail program writes; two of them make a mail, one is enough for a file that calls itself one. */
const OF_MAILS: ReadonlySet<string> = new Set(
  'from to cc bcc sender reply-to subject date message-id in-reply-to references mime-version received return-path delivered-to dkim-signature authentication-results x-mailer user-agent list-id envelope-to x-original-to thread-topic x-gmail-labels'.split(
    ' ',
  ),
);
/** Bytes in which the first fields stand. */
const SAMPLE = 16_384;

/** Reads a mail: what it says, and each file that is attached as a record of its own. */
export const mailFormat: FormatReader = { name: 'mail', mediaType: MEDIA_TYPE, fits: isMail, read: readMail };

function isMail({ bytes }: FormatHead, { fileName, mediaType }: ReadingHints): boolean {
  const sample = new TextDecoder('windows-1252').decode(bytes.subarray(startOf(bytes), SAMPLE));
  const isNamed = /\.(?:eml|emlx?|mail|mht)$/i.test(fileName ?? '') || /^\s*message\/rfc822/i.test(mediaType ?? '');
  if (!/^(?:>?From [^\n]*\n)?[!-9;-~]{1,76}[ \t]*:/.test(sample)) return false;
  const head = sample.split(/\r?\n\r?\n/)[0] ?? '';
  const names = new Set(headerFields(new TextEncoder().encode(head)).map(({ name }) => name));
  const known = [...names].filter((name) => OF_MAILS.has(name)).length;
  return known >= (isNamed ? 1 : 2) && (isNamed || known * 4 >= Math.min(names.size, 8));
}

/** Byte-order mark and empty lines, which editors leave before the first field. */
function startOf(bytes: Uint8Array): number {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (bytes[at] === 10 || bytes[at] === 13) at++;
  return at;
}

async function* readMail(
  source: ByteSource,
  hints: ReadingHints,
  context: ReadingContext,
): AsyncGenerator<ReadOutcome> {
  const bytes = await wholeOf(source, MOST_BYTES, context.job);
  const message = splitMime(bytes.subarray(startOf(bytes)));
  const { bodies, attached } = chooseBody(message);
  const remarks = remarksOn(message);
  if (message.parts.length > 0) yield container(message, remarks);
  const read: ReadBody[] = [];
  for (const alternatives of bodies) {
    const body = await readBody(alternatives, context.job);
    if (body !== null) read.push(body);
  }
  yield articleOf(bytes, { message, read, remarks, hints });
  for (const alternatives of bodies) yield* unread(alternatives, read);
  for (const part of attached) yield* readAttachment(part, context);
}

type ReadParts = {
  readonly message: MimePart;
  readonly read: readonly ReadBody[];
  readonly remarks: readonly Remark[];
  readonly hints: ReadingHints;
};

function articleOf(bytes: Bytes, { message, read, remarks, hints }: ReadParts): ReadOutcome {
  const capture = captureOf(bytes, MEDIA_TYPE);
  const laidOut = joinTexts(read.map((body) => body.laidOut));
  if (laidOut.blocks.length === 0) {
    const subject = decodedField(message.fields, 'subject');
    const reason = `The mail${subject ? ` “${subject.trim()}”` : ''} has no words of its own, only a head${message.parts.length > 0 ? ' and what is attached' : ''}.`;
    return noText(capture, reason);
  }
  const observed = observeMail(message.fields);
  const article = completeArticle(laidOut, observed, hints, EXTRACTOR, () => foldPlain(laidOut));
  return foundArticle({ capture, article, charset: read[0]?.charset ?? 'utf-8', hints }, { remarks });
}

function container(message: MimePart, remarks: readonly Remark[]): ReadOutcome {
  const facts = ['subject', 'from', 'to', 'date', 'message-id', 'x-mailer', 'user-agent'].flatMap((name) => {
    const value = decodedField(message.fields, name);
    return value === null || value === '' ? [] : [{ name, value: value.slice(0, 500) }];
  });
  return { kind: 'container', place: wholeFile, format: 'mail', mediaType: MEDIA_TYPE, facts, remarks };
}

function remarksOn(part: MimePart): Remark[] {
  const isBroken = (one: MimePart): boolean => one.isBroken || one.parts.some(isBroken);
  const words = 'A line that parts its parts is missing: what is attached may be cut off or stand in its text.';
  return isBroken(part) ? [{ code: 'truncated', words }] : [];
}

/** Alternatives that were not read, for one of them was. */
function* unread(alternatives: readonly MimePart[], read: readonly ReadBody[]): Generator<LeftOut> {
  const taken = read.find(({ part }) => alternatives.includes(part))?.part;
  for (const part of alternatives) {
    if (part === taken) continue;
    const reason = `The same mail in another form (${part.mediaType}): its ${taken?.mediaType ?? 'other form'} is read.`;
    yield { kind: 'left-out', place: placeOf(part, null), mediaType: part.mediaType, code: 'no-article', reason };
  }
}

/** What is attached and never holds an article, by its media type. */
const NO_ARTICLES: readonly (readonly [RegExp, string])[] = [
  [/^image\//, 'It is an image: no text is read from images. It stays in the mail.'],
  [/^(?:audio|video)\//, 'It is a sound or a film: no text is read from it. It stays in the mail.'],
  [
    /^application\/(?:x-)?(?:pkcs7|pgp)-(?:signature|keys|encrypted)/,
    'It is a signature or a key. It stays in the mail.',
  ],
  [
    /^(?:message\/(?:delivery-status|disposition-notification|feedback-report|partial|external-body)|text\/rfc822-headers)/,
    'It is a report of a mail server. It stays in the mail.',
  ],
  [
    /^(?:application\/x-pkcs7-mime|application\/pkcs7-mime)/,
    'It is encrypted or signed. Save it decrypted, then import that.',
  ],
];

async function* readAttachment(part: MimePart, { readPart, job }: ReadingContext): AsyncGenerator<ReadOutcome> {
  await job.pause();
  const bytes = decodeTransfer(part.body, part.encoding);
  const place = placeOf(part, bytes);
  const reason = NO_ARTICLES.find(([type]) => type.test(part.mediaType))?.[1];
  if (reason !== undefined) {
    yield { kind: 'left-out', place, mediaType: part.mediaType, code: 'no-article', reason };
    return;
  }
  const charset = part.parameters.get('charset');
  const mediaType = charset === undefined ? part.mediaType : `${part.mediaType}; charset=${charset}`;
  yield* readPart(memorySource(bytes), { fileName: nameOf(part), mediaType, address: null }, place);
}

function placeOf(part: MimePart, bytes: Bytes | null): RecordPlace {
  const name = nameOf(part);
  return {
    path: [`${part.position === '' ? 'content' : `part ${part.position}`}${name === null ? '' : ` “${name}”`}`],
    offset: null,
    size: bytes?.length ?? null,
    hash: bytes === null ? null : (captureOf(bytes, part.mediaType).id as string as RecordPlace['hash']),
    name: part.fields.find(({ name: field }) => field === 'content-id')?.value ?? null,
  };
}

/** The last step of a path, whatever a stranger wrote. */
function nameOf({ fileName }: MimePart): string | null {
  const name = decodeWords(fileName ?? '')
    .replace(/[\p{Cc}\p{Bidi_Control}]/gu, '')
    .replace(/^.*[\\/]/, '')
    .trim();
  return name === '' ? null : name.slice(0, 200);
}
