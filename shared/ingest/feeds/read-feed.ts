import { throwIfCancelled } from '#shared/kernel/job-control.ts';
import { type ByteSource, wholeOf } from '../byte-source.ts';
import { decodeText } from '../decode-text.ts';
import type { FormatReader, FoundCapture, LeftOut, ReadingContext, ReadOutcome, Remark } from '../format-reader.ts';
import { noOrigin, wholeFile } from '../format-reader.ts';
import { captureOf } from '../found-article.ts';
import { htmlReader } from '../html/read-html.ts';
import { noHints, type ReadingHints } from '../reader.ts';
import { type FeedItem, feedOf } from './feed-items.ts';
import { type XmlTree, xmlTree } from './xml-tree.ts';

/** Bytes of a feed: those of ten thousand whole articles. */
const MOST_BYTES = 64 * 1024 * 1024;
const FEED_TYPES: Record<string, string> = {
  feed: 'application/atom+xml',
  rss: 'application/rss+xml',
  'rdf:rdf': 'application/rdf+xml',
};
/** What may stand before the first element. */
const PREAMBLE = /^(?:[\s\uFEFF]+|<\?[^>]*>|<!--[\s\S]*?-->|<!doctype[^>[]*(?:\[[\s\S]*?\]\s*)?>)+/i;
const OF_PAGES =
  /^(?:html|head|body|title|meta|div|p|span|article|section|main|table|ul|ol|a|h[1-6]|img|br|center|font|script|style|link|b|i|pre|blockquote)$/i;

/** Reads feeds: RSS of every version, RDF and Atom; each item is an article. Other XML is told as what it is. */
export const feedFormat: FormatReader = {
  name: 'feed',
  mediaType: 'application/rss+xml',
  fits: ({ text }) => isXml(text),
  read: readFeed,
};

function isXml(text: string | null): boolean {
  if (text === null || !/^[\s\uFEFF]*</.test(text)) return false;
  const body = text.replace(PREAMBLE, '');
  const name = /^<([a-z_][\w.-]*(?::[\w.-]+)?)[\s/>]/i.exec(body)?.[1];
  if (name === undefined || OF_PAGES.test(name)) return false;
  return /^[\s\uFEFF]*<\?xml/i.test(text) || /^(?:[\w.-]+:)?(?:rss|feed|rdf|channel)$/i.test(name);
}

async function* readFeed(
  source: ByteSource,
  hints: ReadingHints,
  { job }: ReadingContext,
): AsyncGenerator<ReadOutcome> {
  const bytes = await wholeOf(source, MOST_BYTES, job);
  const { text, charset } = decodeText(bytes, hints.mediaType);
  const tree = await xmlTree(text, job);
  const feed = tree.root === null ? null : feedOf(tree.root);
  if (feed === null) {
    yield notAFeed(tree);
    return;
  }
  const mediaType = FEED_TYPES[tree.root?.name ?? ''] ?? 'application/rss+xml';
  const remarks: Remark[] =
    tree.fault === null
      ? []
      : [
          {
            code: 'bad-input',
            words: `It is not well-formed XML (${tree.fault.slice(0, 120)}); it was read as far as it goes.`,
          },
        ];
  const facts = [
    { name: 'title', value: feed.title ?? '' },
    { name: 'items', value: String(feed.items.length) },
  ];
  yield { kind: 'container', place: wholeFile, format: 'feed', mediaType, facts, remarks };
  if (feed.items.length === 0) {
    yield {
      kind: 'left-out',
      place: wholeFile,
      mediaType,
      code: 'no-text',
      reason: ['There are no items in it.', ...remarks.map(({ words }) => words)].join(' '),
    };
    return;
  }
  const capture = captureOf(bytes, mediaType);
  for (const [at, item] of feed.items.entries()) {
    yield await itemOutcome({ item, number: at + 1, capture, charset, hints }, job);
    throwIfCancelled(job);
  }
}

type ItemOf = {
  readonly item: FeedItem;
  readonly number: number;
  readonly capture: FoundCapture;
  readonly charset: string;
  readonly hints: ReadingHints;
};

async function itemOutcome(
  { item, number, capture, charset, hints }: ItemOf,
  job: ReadingContext['job'],
): Promise<ReadOutcome> {
  const within = `item ${number}`;
  const place = { path: [within], offset: null, size: null, hash: null, name: item.name };
  const { mediaType } = capture;
  const address = item.url ?? hints.address;
  const quiet = { ...job, pause: () => job.pause(), onProgress: () => {} };
  const [article] =
    item.html === ''
      ? []
      : await htmlReader.read(
          { text: item.html, charset, hints: { ...noHints, address, trusted: item.observed } },
          quiet,
        );
  if (article === undefined || article.text === '') {
    const title = item.observed.find(({ field }) => field === 'title')?.value;
    const reason = `It has no words but its title${title ? `: “${title.slice(0, 200)}”` : ''}. Import the page itself.`;
    return { kind: 'left-out', place, mediaType, code: 'no-text', reason };
  }
  const origin = { ...noOrigin, url: item.url };
  const alone: ReadingHints = { ...noHints, mediaType: hints.mediaType, address: hints.address };
  return { kind: 'article', place, capture, within, article, charset, origin, hints: alone, remarks: [] };
}

function notAFeed({ root, fault }: XmlTree): LeftOut {
  const what =
    root === null
      ? `XML that cannot be read${fault === null ? '' : ` (${fault.slice(0, 120)})`}`
      : `XML of a kind that is not read here (${root.name.slice(0, 60)})`;
  return {
    kind: 'left-out',
    place: wholeFile,
    mediaType: 'application/xml',
    code: 'unknown-format',
    reason: `It is ${what}. Save its text as .txt or .html, and import that.`,
  };
}
