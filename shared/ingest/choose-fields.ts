import { boundsOf } from '#shared/dates/edtf-bounds.ts';
import { readDate } from '#shared/dates/read-date.ts';
import { isEdtf } from '#shared/dates/read-edtf.ts';
import { chooseByline } from './metadata/choose-byline.ts';
import { isoDate } from './metadata/iso-date.ts';
import type { ObservedField, ObservedValue, ReadArticle, ReadingHints } from './reader.ts';

/** The fields of an article that stand on what was observed. */
export type ChosenFields = Pick<
  ReadArticle,
  'title' | 'byline' | 'url' | 'canonicalUrl' | 'published' | 'modified' | 'section' | 'keywords' | 'siteName'
>;

/** Code units of a title that was made of the first words of a text. */
const LONGEST_TITLE = 120;

/**
 * Chooses among what was observed: of each field the first value that can be one, so that readers put what they trust
 * most first. What was not chosen stays observed.
 */
export function chooseFields(observed: readonly ObservedValue[], hints: ReadingHints, text: string): ChosenFields {
  const all = (field: ObservedField) => observed.filter((value) => value.field === field).map(({ value }) => value);
  const first = (field: ObservedField, isOne = (_: string) => true) => all(field).find(isOne) ?? null;
  const byline = chooseByline(observed);
  const keywords = observed.find(({ field }) => field === 'keywords');
  const ofOneRule = (found: ObservedValue | undefined) =>
    observed.filter(({ field, rule, place }) => field === found?.field && rule === found.rule && place === found.place);
  return {
    title: first('title') ?? titleOf(text, hints),
    byline: [...new Set(ofOneRule(byline).map(({ value }) => value))],
    url: first('url') ?? hints.address,
    canonicalUrl: first('canonicalUrl'),
    published: first('published', isDate),
    modified: first('modified', isDate),
    section: first('section'),
    keywords: [...new Set(ofOneRule(keywords).map(({ value }) => value))],
    siteName: first('siteName'),
  };
}

/** Code units of the longest date that anybody writes: looking for one in a whole text would take its square. */
const LONGEST_DATE = 500;
/** What mail servers and scripts write around a date: `Tue, 20 Feb 2018 01:00:00 GMT+0100 (Central European Time)`. */
const MACHINE_NOISE = /^(?:mon|tue|wed|thu|fri|sat|sun),?\s+|\s*\([^()]*\)?$/gi;
const MACHINE_ORDER = /^([a-z]{3}) (\d{1,2}) (\d{4} \d\d:\d\d)/i;

/** A date as EDTF if it can be read one way only, else as it stands. */
export function observedDate(written: string): string {
  if (written.trim().length > LONGEST_DATE) return written.trim();
  const iso = isoDate(written.trim());
  if (iso !== null) return iso;
  const readings = readDate(written.trim().replace(MACHINE_NOISE, ' ').replace(MACHINE_ORDER, '$2 $1 $3'));
  const [reading] = readings;
  return readings.length === 1 && reading !== undefined && boundsOf(reading) !== null ? reading : written.trim();
}

function isDate(value: string): boolean {
  return isoDate(value) !== null || isEdtf(value);
}

function titleOf(text: string, { fileName }: ReadingHints): string {
  const line = text.slice(0, text.indexOf('\n') < 0 ? text.length : text.indexOf('\n')).trim();
  if (line.length > 0 && line.length <= LONGEST_TITLE) return line;
  const cut = line.slice(0, LONGEST_TITLE).replace(/\s\S*$|[\uD800-\uDBFF]$/, '');
  if (cut !== '') return `${cut}…`;
  return fileName?.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '') ?? '';
}
