import { observedDate } from '../choose-fields.ts';
import { attributeOf, isElement, walkPage, wordsIn } from '../html/page-nodes.ts';
import type { PageDocument, PageElement } from '../html/parse-page.ts';
import { isSeen } from '../html/visibility.ts';
import type { ObservedField, ObservedValue } from '../reader.ts';
import { peopleIn } from './byline-names.ts';
import { isoDate } from './iso-date.ts';
import { observeValue } from './observe-value.ts';

const ITEMS: Readonly<Record<string, ObservedField>> = {
  headline: 'title',
  author: 'byline',
  datepublished: 'published',
  datemodified: 'modified',
  articlesection: 'section',
  keywords: 'keywords',
};
const AUTHOR =
  /(?:^|[\s_-])(?:author|authors|byline|by-line|autor|autoren|auteur|writer|dateline-author|p-author|author-?name|byline-?name)(?=$|[\s_-])/i;
/** Boxes about an author hold more than the name. */
const NOT_AUTHOR = /bio|image|img|photo|avatar|box|comment|social|share|follow|related|title$|date|time/i;
const DATE =
  /(?:^|[\s_-])(?:date|published|pubdate|publish-date|post-date|entry-date|datum|timestamp|posted-on|meta-date|article-date|dateline|time)(?=$|[\s_-])/i;
const NOT_DATE = /comment|modified|updated|update\b|related|sidebar|widget|event|footer|teaser|recent/i;
/** Elements of each kind: the first stand with the article. */
const MOST_OF_A_KIND = 6;
const LONGEST_DATE = 120;
const LONGEST_TIMED = 60;

/** What the elements that a page shows are marked as: microdata, links to authors, names of classes, times. */
export function markedValues(page: PageDocument): ObservedValue[] {
  const found = { items: [], authors: [], times: [], classes: [], dates: [] } as Record<string, ObservedValue[]>;
  const add = (kind: string, values: readonly ObservedValue[]) => {
    const list = found[kind] as ObservedValue[];
    if (list.length < MOST_OF_A_KIND) list.push(...values);
  };
  walkPage(page, {
    enter: (node) => {
      if (!isElement(node) || node.tagName === 'script' || node.tagName === 'style') return false;
      if (!isSeen(node) && node.tagName !== 'head') return false;
      add('items', itemValues(node));
      if (/(?:^|\s)author(?:\s|$)/i.test(attributeOf(node, 'rel') ?? '')) {
        add('authors', names(node, 'link', `${node.tagName}[rel="author"]`));
      }
      if (node.tagName === 'time') add('times', timeValues(node));
      const className = attributeOf(node, 'class') ?? '';
      if (AUTHOR.test(className) && !NOT_AUTHOR.test(className)) add('classes', names(node, 'class', placeOf(node)));
      if (DATE.test(className) && !NOT_DATE.test(className)) add('dates', dateValues(node));
      return true;
    },
  });
  return [
    ...(found['items'] ?? []),
    ...(found['authors'] ?? []),
    ...(found['classes'] ?? []),
    ...(found['times'] ?? []),
    ...(found['dates'] ?? []),
  ];
}

function itemValues(element: PageElement): ObservedValue[] {
  const property = attributeOf(element, 'itemprop')?.toLowerCase() ?? '';
  const field = ITEMS[property];
  if (field === undefined || element.tagName === 'meta' || element.tagName === 'time') return [];
  const place = `${element.tagName}[itemprop="${property}"]`;
  if (field === 'byline') return names(nameIn(element) ?? element, 'microdata', place);
  const written = attributeOf(element, 'content') ?? attributeOf(element, 'datetime') ?? wordsIn(element);
  if (field === 'published' || field === 'modified')
    return observeValue(field, observedDate(written), 'microdata', place);
  const values = field === 'keywords' ? written.split(/[,;،]/) : [written];
  return values.flatMap((value) => observeValue(field, value, 'microdata', place));
}

/** The element inside an author's that holds the name alone. */
function nameIn(author: PageElement): PageElement | null {
  let found: PageElement | null = null;
  walkPage(author, {
    enter: (node) => {
      if (isElement(node) && found === null && attributeOf(node, 'itemprop')?.toLowerCase() === 'name') found = node;
      return found === null;
    },
  });
  return found;
}

function names(element: PageElement, rule: string, place: string): ObservedValue[] {
  const words = attributeOf(element, 'content') ?? wordsIn(element);
  return peopleIn(words).flatMap((name) => observeValue('byline', name, rule, place));
}

function timeValues(element: PageElement): ObservedValue[] {
  const property = attributeOf(element, 'itemprop')?.toLowerCase();
  const isModified = property === 'datemodified' || /updated|modified/i.test(attributeOf(element, 'class') ?? '');
  const written = attributeOf(element, 'datetime') ?? attributeOf(element, 'content') ?? wordsIn(element);
  const place = property === undefined ? 'time' : `time[itemprop="${property}"]`;
  return written.length > LONGEST_DATE
    ? []
    : observeValue(isModified ? 'modified' : 'published', observedDate(written), 'time', place);
}

function dateValues(element: PageElement): ObservedValue[] {
  const words = wordsIn(element);
  if (words.length > LONGEST_DATE || !/\d/.test(words)) return [];
  return observeValue('published', dateIn(words), 'class', placeOf(element));
}

/** The words of a date without what introduces it: `Posted on 10 November 2019 by …`. */
export function dateIn(words: string): string {
  if (!/\d/.test(words)) return words;
  for (const [found] of words.matchAll(WRITTEN_DATE)) {
    const read = observedDate(found);
    if (read !== found.trim() || isoDate(read) !== null) return withTime(words, read);
  }
  return words;
}

/** A date that stands with its time of day, and little else, is read with it. */
function withTime(words: string, day: string): string {
  if (words.length > LONGEST_TIMED || !/\d[:h]\d\d/.test(words)) return day;
  const read = observedDate(words);
  return read.startsWith(day) ? read : day;
}

const WRITTEN_DATE =
  /\b\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?|\b\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4}|\d\d)\b|\b\d{1,2}(?:st|nd|rd|th|\.)?\s+(?:de\s+)?\p{L}{3,12}\.?,?\s+(?:de\s+)?\d{4}\b|\b\p{L}{3,12}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}\b|\b\d{4}[./年-]\s?\d{1,2}[./月-]\s?\d{1,2}日?/gu;

function placeOf(element: PageElement): string {
  const [first = ''] = (attributeOf(element, 'class') ?? '').trim().split(/\s+/);
  return `${element.tagName}.${first}`;
}
