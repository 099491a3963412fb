import type { LeftOut } from '../format-reader.ts';
import type { ArchiveRecord } from './archive-record.ts';
import type { Payload } from './record-payload.ts';

/** Why something is left out. */
export type Refusal = Pick<LeftOut, 'code' | 'reason' | 'mediaType'>;

/** What pages, texts and documents are stated to be. */
const READABLE =
  /^(?:text\/(?:html|plain|(?:x-)?markdown)|application\/(?:xhtml\+xml|pdf|msword|rtf|epub\+zip|vnd\.(?:openxmlformats-officedocument\.wordprocessingml|oasis\.opendocument\.text))|message\/rfc822|multipart\/related)/i;
/** What servers state when they do not know. */
const UNSURE = /^(?:application\/(?:octet-stream|unknown|x-unknown)|unknown|unk|no-type|text\/\*|\*\/\*)?\b/i;
const PAGE = /^[\s\uFEFF]*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype html|html|head|body)[\s>]/i;
/** What crawlers and their tools add of their own, and what speaks to crawlers. */
const OF_TOOLS = /^(?:metadata|urn|dns|whois|screenshot|thumbnail|text|warcinfo):/i;
const FOR_CRAWLERS = /^https?:\/\/[^/]+\/(?:robots\.txt|favicon\.ico)(?:[?#]|$)/i;

/** What kinds of records are that hold no page. */
const KINDS: Record<string, string> = {
  warcinfo: 'What the crawler says of itself.',
  request: 'What was asked of the server; its answer is a record of its own.',
  metadata: 'What the crawler noted about another record.',
  continuation: 'The rest of a record that begins in another file. Put the parts together, then import it.',
};

/** Says why a kind of record holds no article; null for those that may. */
export function judgeKind({ kind, headers }: ArchiveRecord): Refusal | null {
  if (kind === 'response' || kind === 'resource' || kind === 'conversion') return null;
  const mediaType = headers.find(([name]) => /^content-type$/i.test(name))?.[1] ?? null;
  const reason = KINDS[kind] ?? `A record of a kind that holds no article: ${kind.slice(0, 40)}.`;
  return { code: 'no-article', reason, mediaType };
}

/** Says why a payload is no article, by what the server answered and what it is stated to be; null for one to be read. */
export function judgePayload({ address }: ArchiveRecord, { status, mediaType, bytes }: Payload): Refusal | null {
  const refusal = (code: Refusal['code'], reason: string): Refusal => ({ code, reason, mediaType });
  if (status !== null && (status < 200 || status >= 300)) {
    const isRedirect = status >= 300 && status < 400;
    const words = isRedirect ? 'sent the crawler to another address' : 'had no page to give';
    return refusal('no-article', `The server answered ${status}: it ${words}.`);
  }
  if (bytes.length === 0) return refusal('no-text', 'The answer is empty.');
  if (OF_TOOLS.test(address ?? '')) return refusal('no-article', 'Made by the crawler, not found on the web.');
  if (FOR_CRAWLERS.test(address ?? ''))
    return refusal('no-article', 'Meant for crawlers and browsers, not for readers.');
  if (mediaType !== null && READABLE.test(mediaType.trim())) return null;
  if ((mediaType === null || UNSURE.test(mediaType.trim())) && isPage(bytes)) return null;
  const what =
    mediaType === null
      ? 'Of a kind that is not stated, and no page'
      : `Not a page or a text: ${mediaType.slice(0, 80)}`;
  return refusal('no-article', `${what}.`);
}

function isPage(bytes: Uint8Array): boolean {
  return PAGE.test(String.fromCharCode(...bytes.subarray(0, 4096)));
}
