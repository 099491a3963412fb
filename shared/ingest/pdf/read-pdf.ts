import { AppError } from '#shared/kernel/app-error.ts';
import { type JobControl, throwIfCancelled } from '#shared/kernel/job-control.ts';
import { type ByteSource, wholeOf } from '../byte-source.ts';
import { observedDate } from '../choose-fields.ts';
import { completeArticle } from '../complete-article.ts';
import type { FormatHead } from '../format-head.ts';
import {
  type FormatReader,
  type LeftOut,
  type ReadingContext,
  type ReadOutcome,
  type Remark,
  wholeFile,
} from '../format-reader.ts';
import { captureOf, foundArticle } from '../found-article.ts';
import { observeValue } from '../metadata/observe-value.ts';
import { noText } from '../no-text.ts';
import type { ObservedField, ObservedValue, ReadingHints } from '../reader.ts';
import { type OpenPdf, openPdf, PdfLocked } from './open-pdf.ts';
import type { PdfPage } from './pdf-page.ts';
import { readPage } from './read-page.ts';
import { type WrittenPages, writePages } from './write-pages.ts';

const MEDIA_TYPE = 'application/pdf';
const MOST_BYTES = 512 * 2 ** 20;
/** Pages of one file; a file may claim millions. */
const MOST_PAGES = 20_000;
/** Pages one after the other that cannot be read: then there are no more. */
const MOST_MISSING = 25;
const EXTRACTOR = { extractor: 'pdf', extractorVersion: '1' } as const;

/** Reads PDFs: their text in the order in which it is read, with its pages; what stands on page after page is folded. */
export const pdfFormat: FormatReader = { name: 'pdf', mediaType: MEDIA_TYPE, fits: isPdf, read: readPdf };

/** Other things may stand before its first line, as readers of PDF allow it. */
function isPdf({ bytes }: FormatHead): boolean {
  return /^[\s\S]{0,1020}%PDF-/.test(new TextDecoder('windows-1252').decode(bytes.subarray(0, 1024)));
}

async function* readPdf(source: ByteSource, hints: ReadingHints, { job }: ReadingContext): AsyncGenerator<ReadOutcome> {
  const bytes = await wholeOf(source, MOST_BYTES, job);
  const capture = captureOf(bytes, MEDIA_TYPE);
  let pdf: OpenPdf;
  try {
    pdf = await openPdf(bytes, hints.password);
  } catch (error) {
    if (!(error instanceof PdfLocked)) throw error;
    yield locked(bytes.length, capture.id as string as LeftOut['place']['hash'], error.isWrong);
    return;
  }
  try {
    const { pages, missing, unread } = await readPages(pdf, job);
    const written = writePages(pages);
    if (written.blocks.length === 0) {
      yield noText(capture, wordsForNoText(pages.length, missing));
      return;
    }
    const observed = await observePdf(pdf, written);
    const laidOut = { text: written.text, blocks: written.blocks, links: written.links };
    const article = completeArticle(laidOut, observed, hints, EXTRACTOR, () => written.folds);
    const remarks = [
      ...(missing === 0 ? [] : [remarkOn(missing)]),
      ...(unread === 0 ? [] : [remarkOnRest(pages.length + missing, unread)]),
      ...unknownLetters(written.text),
    ];
    yield foundArticle(
      { capture, article: { ...article, pages: [...written.pages] }, charset: 'utf-8', hints },
      { remarks },
    );
  } finally {
    await pdf.close();
  }
}

async function readPages({ document }: OpenPdf, job: JobControl) {
  const labels = await document.getPageLabels().catch(() => null);
  const pages: PdfPage[] = [];
  let missing = 0;
  let inARow = 0;
  const count = Math.min(document.numPages, MOST_PAGES);
  for (let number = 1; number <= count && inARow < MOST_MISSING; number++) {
    throwIfCancelled(job);
    try {
      const page = await document.getPage(number);
      pages.push(await readPage(page, labels?.[number - 1] || String(number)));
      page.cleanup();
      inARow = 0;
    } catch (error) {
      if (error instanceof AppError) throw error;
      // One page is damaged: the others are read.
      missing++;
      inARow++;
    }
    job.onProgress(number, count);
    await job.pause();
  }
  return { pages, missing, unread: document.numPages - pages.length - missing };
}

function locked(size: number, hash: LeftOut['place']['hash'], isWrong: boolean): LeftOut {
  const reason = isWrong
    ? 'This is not the password of the PDF. Try another, or save it without one and import that.'
    : 'The PDF is locked: it needs its password. Give it, or save the PDF without one and import that.';
  return { kind: 'left-out', place: { ...wholeFile, size, hash }, mediaType: MEDIA_TYPE, code: 'locked', reason };
}

function wordsForNoText(pages: number, missing: number): string {
  if (pages === 0 && missing > 0) return 'No page of the PDF can be read: it is damaged. Get it anew.';
  const what = pages === 1 ? 'one page' : `${pages} pages`;
  return `The PDF has ${what} and no text: its pages are images or drawings. Run text recognition (OCR) on it, then import the result.`;
}

function remarkOn(missing: number): Remark {
  const what = missing === 1 ? 'One page is' : `${missing} pages are`;
  return { code: 'unreadable', words: `${what} damaged and could not be read.` };
}

function remarkOnRest(looked: number, unread: number): Remark {
  const words = `Of its ${(looked + unread).toLocaleString('en')} pages the first ${looked.toLocaleString('en')} were looked at; what comes after them was not read.`;
  return { code: 'too-large', words };
}

/** Blocks among which the headline stands. */
const FIRST_BLOCKS = 15;
/** Fonts that do not say what their letters are. */
function unknownLetters(text: string): Remark[] {
  const unknown = text.match(/\uFFFD/g)?.length ?? 0;
  if (unknown < 20 || unknown * 20 < text.length) return [];
  const words = `Fonts in it do not say which letters they draw: ${Math.round((unknown * 100) / text.length)} % of its signs are unknown. Run text recognition (OCR) on it.`;
  return [{ code: 'unreadable', words }];
}

const PROPERTIES: readonly (readonly [name: string, field: ObservedField])[] = [
  ['Title', 'title'],
  ['Author', 'byline'],
  ['Keywords', 'keywords'],
  ['Subject', 'description'],
  ['ModDate', 'modified'],
  ['CreationDate', 'other'],
  ['Creator', 'other'],
  ['Producer', 'other'],
  ['Language', 'language'],
];
/** Titles that programs give: the name of a file, of the program, nothing. */
const NO_TITLE =
  /^(?:untitled|unbenannt|sans titre|microsoft (?:word|powerpoint|excel)\b.*|.*\.(?:docx?|pdf|pptx?|xlsx?|html?|indd|tex|dvi|qxd|p65|cdr))$|^\W*$/i;

/**
 * What the properties say, and the first large heading: browsers write a page's title with its site's name, so a heading that
 * stands in it goes before it. When a PDF was made is no date of publication.
 */
async function observePdf({ document }: OpenPdf, { text, blocks }: WrittenPages): Promise<ObservedValue[]> {
  const { info } = await document.getMetadata().catch(() => ({ info: {} }));
  const stated = PROPERTIES.flatMap(([name, field]) => {
    const value: unknown = (info as Record<string, unknown>)[name];
    if (typeof value !== 'string') return [];
    const isNoTitle = field === 'title' && NO_TITLE.test(value.trim());
    const words = name.endsWith('Date') ? pdfDate(value) : value;
    return observeValue(isNoTitle ? 'other' : field, words, 'properties', name);
  });
  const headings = blocks
    .slice(0, FIRST_BLOCKS)
    .filter(({ kind }) => kind === 'heading')
    .flatMap(({ start, end, level }) =>
      observeValue('title', text.slice(start, end), 'heading', `heading ${level}`).map((value) => ({ value, level })),
    );
  const title = stated.find(({ field }) => field === 'title')?.value;
  const inTitle = headings.find(({ value }) => value.value.length > 12 && title?.includes(value.value));
  const levels = headings.map(({ level }) => level);
  const chosen = inTitle ?? headings.find(({ level }) => level === Math.min(...levels));
  if (chosen === undefined) return stated;
  return inTitle === undefined ? [...stated, chosen.value] : [chosen.value, ...stated];
}

/** `D:20191110213000+03'00'`. */
function pdfDate(written: string): string {
  const found = /^D:(\d{4})(\d\d)?(\d\d)?(?:(\d\d)(\d\d)(\d\d)?)?(?:(Z)|([+-]\d\d)'?(\d\d)?)?/.exec(written.trim());
  if (found === null) return observedDate(written);
  const [, year, month, day, hour, minute, second, zulu, offset, rest] = found;
  const date = [year, month, day].filter((part) => part !== undefined).join('-');
  if (day === undefined || hour === undefined) return observedDate(date);
  const zone = offset === undefined ? (zulu === undefined ? '' : 'Z') : `${offset}:${rest ?? '00'}`;
  return observedDate(`${date}T${hour}:${minute}:${second ?? '00'}${zone === '+00:00' ? 'Z' : zone}`);
}
