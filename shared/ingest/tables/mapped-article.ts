import type { JobControl } from '#shared/kernel/job-control.ts';
import type { LaidOutText } from '../block-writer.ts';
import { observedDate } from '../choose-fields.ts';
import { completeArticle } from '../complete-article.ts';
import { foldPlain } from '../extract/fold-plain.ts';
import { htmlReader } from '../html/read-html.ts';
import { markdownReader } from '../markdown/read-markdown.ts';
import { peopleIn } from '../metadata/byline-names.ts';
import { observeValue } from '../metadata/observe-value.ts';
import { textReader } from '../read-text.ts';
import type { ObservedField, ObservedValue, ReadArticle, Reader, ReadingHints } from '../reader.ts';
import type { RecordValues } from './record-values.ts';
import type { MappedField, TableMapping } from './table-mapping.ts';

/** What a record comes to. */
export type MappedArticle = {
  /** Null when there are no words in the record. */
  readonly article: ReadArticle | null;
  readonly url: string | null;
  readonly capturedAt: string | null;
};

/** Where a record's values come from, for what is observed. */
export type RecordSource = {
  /** `csv`, `json`, or the tool's name. */
  readonly rule: string;
  readonly charset: string;
  readonly hints: ReadingHints;
  /** Words that are laid out already, instead of those that are mapped. */
  readonly laidOut?: LaidOutText | null;
};

const EXTRACTOR = { extractor: 'record', extractorVersion: '1' } as const;

type Content = 'text' | 'markdown' | 'html';

const READERS: Record<Content, Reader> = { html: htmlReader, markdown: markdownReader, text: textReader };
/** Code units of what is kept as said of an article: the whole stands in the capture. */
const LONGEST_KEPT = 1500;
const MARKUP =
  /<\/?(?:p|div|br|span|a|h[1-6]|ul|ol|li|img|strong|em|b|i|blockquote|figure|table|section|article)\b[^<>]*>/i;

/** Makes an article of a record: its words are read by the reader of their form, and what is not mapped stays observed. */
export async function mappedArticle(
  values: RecordValues,
  { fields }: TableMapping,
  source: RecordSource,
  job: JobControl,
): Promise<MappedArticle> {
  const valuesFor = (field: MappedField) =>
    fields.filter((each) => each.field === field).flatMap(({ column }) => values.get(column) ?? []);
  const [url = null] = [...valuesFor('url'), ...valuesFor('canonicalUrl')];
  const [capturedAt = null] = valuesFor('capturedAt');
  const trusted = observedOf(values, fields, source.rule);
  const hints: ReadingHints = { ...source.hints, address: url ?? source.hints.address, trusted };
  const { laidOut } = source;
  if (laidOut) {
    const article = completeArticle(laidOut, [], hints, EXTRACTOR, () => foldPlain(laidOut));
    return { article, url, capturedAt };
  }
  const content = contentOf(valuesFor);
  if (content === null) return { article: null, url, capturedAt };
  const [article = null] = await READERS[content.kind].read(
    { text: content.words, charset: source.charset, hints },
    job,
  );
  return { article: article?.text === '' ? null : article, url, capturedAt };
}

/** The words of a record: the first form that has any. Several values are paragraphs. */
function contentOf(valuesFor: (field: MappedField) => string[]): { kind: Content; words: string } | null {
  for (const kind of ['html', 'markdown', 'text'] as const) {
    const words = valuesFor(kind).join(kind === 'html' ? '\n' : '\n\n');
    if (words.trim() === '') continue;
    const isMarkup = kind === 'html' || (kind === 'text' && (words.match(new RegExp(MARKUP, 'gi')) ?? []).length > 1);
    return { kind: isMarkup ? 'html' : kind, words };
  }
  return null;
}

function observedOf(values: RecordValues, fields: TableMapping['fields'], rule: string): ObservedValue[] {
  const mapped = fields.flatMap(({ column, field }) => {
    if (field === 'text' || field === 'html' || field === 'markdown' || field === 'capturedAt') return [];
    return (values.get(column) ?? []).flatMap((value) => observed(field, value, rule, column));
  });
  const known = new Set(fields.map(({ column }) => column));
  const others = [...values].flatMap(([column, all]) =>
    known.has(column) ? [] : all.flatMap((value) => observeValue('other', cut(value), rule, column)),
  );
  return [...mapped, ...others];
}

function observed(field: ObservedField, value: string, rule: string, column: string): ObservedValue[] {
  if (field === 'published' || field === 'modified')
    return observeValue(field, momentOf(value) ?? observedDate(value), rule, column);
  if (field === 'byline') {
    const people = peopleIn(value);
    return (people.length > 0 ? people : [value]).flatMap((name) => observeValue(field, name, rule, column));
  }
  if (field === 'keywords') return value.split(/[;,|]/).flatMap((word) => observeValue(field, word, rule, column));
  return observeValue(field, field === 'description' ? cut(value) : value, rule, column);
}

/** Seconds or milliseconds since 1970, as databases write moments. */
function momentOf(value: string): string | null {
  if (!/^\d{9,10}(?:\.\d+)?$|^\d{12,13}$/.test(value.trim())) return null;
  const number = Number(value);
  return new Date(number < 1e11 ? number * 1000 : number).toISOString().replace(/\.\d+/, '');
}

function cut(value: string): string {
  return value.length <= LONGEST_KEPT ? value : `${value.slice(0, LONGEST_KEPT).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
