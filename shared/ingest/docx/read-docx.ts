import type { Fold } from '#shared/domain/text-version.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { type JobControl, unattended } from '#shared/kernel/job-control.ts';
import { fitsParts, ZipParts } from '../archive/zip-parts.ts';
import type { LaidOutText } from '../block-writer.ts';
import { type ByteSource, wholeOf } from '../byte-source.ts';
import { completeArticle } from '../complete-article.ts';
import type { FormatReader, ReadingContext, ReadOutcome } from '../format-reader.ts';
import { captureOf, foundArticle } from '../found-article.ts';
import { joinTexts } from '../join-texts.ts';
import { noText } from '../no-text.ts';
import type { ReadingHints } from '../reader.ts';
import type { DocumentItem } from './document-items.ts';
import { type ParagraphStyle, readStyles } from './document-styles.ts';
import { observeParagraphs, observeProperties } from './observe-document.ts';
import { type Relation, relationsOf } from './related-parts.ts';
import { walkDocument } from './walk-document.ts';
import { writeDocument } from './write-document.ts';

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const MOST_BYTES = 256 * 2 ** 20;
const EXTRACTOR = { extractor: 'docx', extractorVersion: '1' } as const;

/** Reads documents of Word: paragraphs with their kind, notes behind them; comments, heads and feet are folded. */
export const docxFormat: FormatReader = {
  name: 'docx',
  mediaType: MEDIA_TYPE,
  fits: (head, _, source) =>
    fitsParts(head, source, unattended, ({ names }) => names.some((name) => /^word\/[^/]+\.xml$/i.test(name))),
  read: readDocx,
};

async function* readDocx(
  source: ByteSource,
  hints: ReadingHints,
  { job }: ReadingContext,
): AsyncGenerator<ReadOutcome> {
  const bytes = await wholeOf(source, MOST_BYTES, job);
  const parts = await ZipParts.open(source, job);
  const document = await openDocument(parts, job);
  const texts = await layOut(document, job);
  const laidOut = joinTexts(texts.map(({ text }) => text));
  const capture = captureOf(bytes, MEDIA_TYPE);
  if (laidOut.blocks.length === 0) {
    yield noText(capture, 'There is no text in the document: it is empty, or holds pictures only.');
    return;
  }
  const observed = [
    ...observeParagraphs(document.items, document.styles),
    ...observeProperties(await parts.tree('docProps/core.xml'), await parts.tree('docProps/app.xml')),
  ];
  const folds = foldsOf(texts, laidOut);
  const article = completeArticle(laidOut, observed, hints, EXTRACTOR, () => folds);
  yield foundArticle({ capture, article, charset: 'utf-8', hints });
}

type OpenDocument = {
  readonly parts: ZipParts;
  readonly items: readonly DocumentItem[];
  readonly styles: ReadonlyMap<string, ParagraphStyle>;
  readonly relations: readonly Relation[];
  /** Ids of notes in the order in which the text refers to them: `footnote 2`. */
  readonly noted: readonly string[];
};

async function openDocument(parts: ZipParts, job: JobControl): Promise<OpenDocument> {
  const root = (await relationsOf(parts, '')).find(({ type }) => type === 'officeDocument')?.target;
  const main = [root, 'word/document.xml'].find((name) => name !== undefined && parts.names.includes(name));
  const xml = main === undefined ? null : await parts.text(main);
  if (xml === null || main === undefined) {
    throw new AppError(
      'unreadable',
      'Its text is missing: the document is damaged. Open it in Word, save it anew and import that.',
    );
  }
  const relations = await relationsOf(parts, main);
  const styles = readStyles(await parts.tree(targetOf(relations, 'styles') ?? 'word/styles.xml'));
  const noted: string[] = [];
  const { items } = await walkDocument(xml, relations, (kind, id) => noted.push(`${kind} ${id}`), job);
  return { parts, items, styles, relations, noted };
}

function targetOf(relations: readonly Relation[], type: string): string | null {
  return relations.find((relation) => relation.type === type && !relation.isOutside)?.target ?? null;
}

type FoldableText = { readonly text: LaidOutText; readonly reason: Fold['reason'] | null };

/** The text, its notes in the order of their numbers, then comments, heads and feet. */
async function layOut(
  { parts, items, styles, relations, noted }: OpenDocument,
  job: JobControl,
): Promise<FoldableText[]> {
  const texts: FoldableText[] = [{ text: writeDocument(items, styles), reason: null }];
  const notes = new Map<string, readonly DocumentItem[]>();
  for (const kind of ['footnote', 'endnote', 'comment']) {
    const part = targetOf(relations, `${kind}s`);
    const xml = part === null ? null : await parts.text(part);
    if (part === null || xml === null) continue;
    const walked = await walkDocument(xml, await relationsOf(parts, part), () => 0, job);
    for (const [id, note] of walked.notes)
      notes.set(`${kind} ${id}`, named(note.items, kind === 'comment' ? note.author : null));
  }
  for (const [at, id] of noted.entries()) {
    const note = notes.get(id);
    if (note !== undefined) texts.push({ text: writeDocument(named(note, `[${at + 1}]`, ' '), styles), reason: null });
    notes.delete(id);
  }
  for (const [id, note] of notes) {
    texts.push({ text: writeDocument(note, styles), reason: id.startsWith('comment') ? 'comments' : 'other' });
  }
  const margins = relations.filter(({ type, isOutside }) => /^(?:header|footer)$/.test(type) && !isOutside);
  // one part may be pointed at as often as its maker likes
  for (const target of new Set(margins.map((margin) => margin.target))) {
    const xml = await parts.text(target);
    if (xml === null) continue;
    const walked = await walkDocument(xml, await relationsOf(parts, target), () => 0, job);
    texts.push({ text: writeDocument(walked.items, styles), reason: 'other' });
  }
  return texts;
}

/** The items with words before the first of them. */
function named(items: readonly DocumentItem[], words: string | null, joint = ': '): readonly DocumentItem[] {
  const [first, ...rest] = items;
  if (words === null || first?.kind !== 'paragraph') return items;
  const own = first.runs.filter(({ words: run }, at) => at > 0 || run.trim() !== '');
  return [{ ...first, runs: [{ words: `${words}${joint}`, link: null }, ...own] }, ...rest];
}

function foldsOf(texts: readonly FoldableText[], { starts }: { readonly starts: readonly number[] }): Fold[] {
  const folds = texts.flatMap(({ text, reason }, at) => {
    const start = starts[at] ?? 0;
    return reason === null || text.blocks.length === 0 ? [] : [{ start, end: start + text.text.length, reason }];
  });
  // Never all of it: a document of comments alone is shown.
  return texts.some(({ text, reason }) => reason === null && text.blocks.length > 0) ? folds : [];
}
