import { AppError } from '#shared/kernel/app-error.ts';
import type { JobControl } from '#shared/kernel/job-control.ts';
import type { FoundCapture, LeftOut, ReadOutcome, RecordPlace, Remark } from '../format-reader.ts';
import { noOrigin } from '../format-reader.ts';
import { noHints, type ReadingHints } from '../reader.ts';
import { isWords } from '../tables/guess-mapping.ts';
import { mappedArticle } from '../tables/mapped-article.ts';
import { type RecordValues, valuesOf } from '../tables/record-values.ts';
import type { TableMapping } from '../tables/table-mapping.ts';
import { fundusBody } from './fundus-body.ts';
import { toolOf } from './scraper-tools.ts';

/** One object that may be an article, and where it stands. */
export type JsonObject = {
  readonly value: object;
  readonly charset: string;
  readonly place: RecordPlace;
  readonly capture: FoundCapture;
  readonly within: string;
  readonly remarks: readonly Remark[];
};

/** How objects that no tool is known by are read; null to leave them out. */
export type Fallback = TableMapping | null;

/** Makes an article of an object: by the analyst's mapping, else by the tool that wrote it, else by the fallback. */
export async function recordArticle(
  object: JsonObject,
  hints: ReadingHints,
  fallback: Fallback,
  job: JobControl,
): Promise<ReadOutcome> {
  const { value, place } = object;
  const values = valuesOf(value);
  const tool = hints.mapping ? null : toolOf(value, values);
  const mapping = hints.mapping ?? tool?.mapping ?? fallback;
  const leftOut = (code: LeftOut['code'], reason: string): LeftOut => ({
    kind: 'left-out',
    place,
    mediaType: 'application/json',
    code,
    reason,
  });
  if (mapping === null)
    return leftOut('unmapped', 'Its fields are not those of the records before it, and of no known tool.');
  const rule = tool?.name ?? 'json';
  const laidOut = tool?.name === 'fundus' ? fundusBody('body' in value ? value.body : null) : null;
  const source = { rule, charset: object.charset, hints: { ...noHints, address: hints.address }, laidOut };
  try {
    const { article, url, capturedAt } = await mappedArticle(values, mapping, source, job);
    if (article === null) return leftOut('no-text', wordless(values, mapping));
    const used = tool === null ? { ...noHints, mapping } : noHints;
    const origin = { ...noOrigin, url, capturedAt, capturedWith: tool?.name ?? null };
    const { charset, capture, within, remarks } = object;
    return { kind: 'article', place, capture, within, charset, remarks, article, hints: used, origin };
  } catch (error) {
    if (error instanceof AppError && error.code === 'too-large') return leftOut('too-large', error.message);
    throw error;
  }
}

function wordless(values: RecordValues, { fields }: TableMapping): string {
  const columns = fields.filter(({ field }) => isWords(field));
  const names = columns.map(({ column }) => `“${column}”`).join(', ');
  return values.size === 0 ? 'It is empty.' : `There are no words in ${names || 'it'}.`;
}
