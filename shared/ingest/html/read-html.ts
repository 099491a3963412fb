import type { JobControl } from '#shared/kernel/job-control.ts';
import { completeArticle } from '../complete-article.ts';
import { foldPage, PAGE_EXTRACTOR } from '../extract/fold-page.ts';
import { evidenceOf } from '../extract/page-evidence.ts';
import { creditLines } from '../metadata/credit-lines.ts';
import { visibleLines } from '../metadata/visible-lines.ts';
import type { DecodedFile, ReadArticle, Reader, ReadingHints } from '../reader.ts';
import { observePage } from './page-metadata.ts';
import { parsePage } from './parse-page.ts';
import { visibleBlocks } from './visible-blocks.ts';

const START =
  /^<(?:!doctype\s+html|(?:html|head|body|title|meta|article|section|main|div|p|h[1-6]|table|ul|ol|span|a|br|img|style|script|link|center|font|b|i|header|nav|blockquote|pre)(?=[\s/>]))/i;
const TAG =
  /<(?:\/?(?:html|body|div|p|br|span|a|h[1-6]|table|td|li|ul|img|article|section)\b[^<>]*|!doctype\s+html[^<>]*)>/i;
/** Code units looked at: a format shows itself at once. */
const SAMPLE = 4096;

/** Reads pages: all the blocks they show, in their order; what is not the article is folded. */
export const htmlReader: Reader = {
  mediaType: 'text/html',
  fits: (text, hints) => START.test(withoutPreamble(text)) || (isNamedHtml(hints) && TAG.test(text)),
  read: readHtml,
};

/** The beginning of a text without the comments and XML declarations that may stand before a page. */
function withoutPreamble(text: string): string {
  let at = 0;
  for (;;) {
    at += text.slice(at).search(/\S|$/);
    const close = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?', at) ? '>' : null;
    const end = close === null ? -1 : text.indexOf(close, at);
    if (close === null || end < 0) return text.slice(at, at + SAMPLE);
    at = end + close.length;
  }
}

async function readHtml({ text, hints }: DecodedFile, job: JobControl): Promise<readonly ReadArticle[]> {
  const page = await parsePage(text, job);
  const { observed: stated, base, linked } = observePage(page, hints.address);
  const placed = visibleBlocks(page, base);
  const titles = stated.filter(({ field }) => field === 'title').map(({ value }) => value);
  const observed = [...stated, ...visibleLines(placed, titles), ...creditLines(placed)];
  const foldsUnder = (title: string) => foldPage(placed, evidenceOf(observed, linked), title);
  return [completeArticle(placed, observed, hints, PAGE_EXTRACTOR, foldsUnder)];
}

function isNamedHtml({ fileName, mediaType }: ReadingHints): boolean {
  return /\.x?html?$/i.test(fileName ?? '') || /^\s*(?:text\/html|application\/xhtml\+xml)/i.test(mediaType ?? '');
}
