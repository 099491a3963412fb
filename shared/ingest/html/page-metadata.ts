import { normaliseText } from '#shared/text/normalise-text.ts';
import { observedDate } from '../choose-fields.ts';
import type { ObservedField, ObservedValue } from '../reader.ts';
import { linkAddress, webAddress } from './link-address.ts';
import { attributeOf, isElement, walkPage, wordsIn } from './page-nodes.ts';
import type { PageDocument, PageElement } from './parse-page.ts';

/** What a page says of itself. */
export type PageMetadata = {
  /** The most trusted of each field first. */
  readonly observed: readonly ObservedValue[];
  /** What relative links stand on; null if unknown. */
  readonly base: string | null;
};

type MetaRule = readonly [
  field: ObservedField,
  attribute: 'property' | 'name' | 'itemprop' | 'http-equiv',
  key: string,
];

/** The most trusted first: names made for readers of the page's own address before those for sharing and machines. */
const META: readonly MetaRule[] = [
  ['title', 'property', 'og:title'],
  ['title', 'name', 'twitter:title'],
  ['title', 'name', 'dc.title'],
  ['byline', 'name', 'author'],
  ['byline', 'property', 'article:author'],
  ['byline', 'name', 'article:author'],
  ['byline', 'name', 'parsely-author'],
  ['byline', 'name', 'dc.creator'],
  ['byline', 'name', 'byl'],
  ['published', 'property', 'article:published_time'],
  ['published', 'name', 'article:published_time'],
  ['published', 'itemprop', 'datepublished'],
  ['published', 'name', 'parsely-pub-date'],
  ['published', 'name', 'pubdate'],
  ['published', 'name', 'publish-date'],
  ['published', 'name', 'date'],
  ['published', 'name', 'dc.date'],
  ['published', 'name', 'dc.date.issued'],
  ['modified', 'property', 'article:modified_time'],
  ['modified', 'property', 'og:updated_time'],
  ['modified', 'itemprop', 'datemodified'],
  ['modified', 'name', 'last-modified'],
  ['url', 'property', 'og:url'],
  ['siteName', 'property', 'og:site_name'],
  ['siteName', 'name', 'application-name'],
  ['language', 'http-equiv', 'content-language'],
  ['language', 'property', 'og:locale'],
  ['section', 'property', 'article:section'],
  ['keywords', 'name', 'keywords'],
  ['keywords', 'name', 'news_keywords'],
  ['description', 'property', 'og:description'],
  ['description', 'name', 'description'],
];

/** Longer values are no titles or names but mistakes, or attacks. */
const LONGEST = 2000;
/** Values of one field: pages list dozens of authors at most. */
const MOST_OF_A_FIELD = 50;

/** Observes what a page says of itself, in its head and in its text. */
export function observePage(page: PageDocument, address: string | null): PageMetadata {
  const elements = elementsOf(page);
  const base = baseOf(elements.get('base'), address);
  const observed = [
    ...headings(elements.get('h1')),
    ...META.flatMap((rule) => metaValues(elements.get('meta') ?? [], rule, base)),
    ...single('title', 'title', 'title', elements.get('title')?.[0], wordsIn),
    ...single('canonicalUrl', 'link', 'link[rel="canonical"]', canonicalLink(elements.get('link')), (link) =>
      webAddress(attributeOf(link, 'href'), base),
    ),
    ...single('language', 'html', 'html[lang]', elements.get('html')?.[0], (html) => attributeOf(html, 'lang')),
    ...times(elements.get('time')),
  ];
  return { observed: sharedTitleFirst(observed), base };
}

const WANTED: ReadonlySet<string> = new Set(['base', 'h1', 'html', 'link', 'meta', 'time', 'title']);

function elementsOf(page: PageDocument): ReadonlyMap<string, readonly PageElement[]> {
  const found = new Map<string, PageElement[]>([...WANTED].map((tagName) => [tagName, []]));
  walkPage(page, {
    enter: (node) => {
      // Drawings have titles of their own.
      if (isElement(node) && node.namespaceURI.endsWith('xhtml')) found.get(node.tagName)?.push(node);
      return isElement(node) && node.tagName !== 'template';
    },
  });
  return found;
}

function baseOf(bases: readonly PageElement[] | undefined, address: string | null): string | null {
  const written = bases?.map((element) => attributeOf(element, 'href')).find((href) => href !== null) ?? null;
  return webAddress(written, address) ?? webAddress(address, null);
}

/** One first heading is the title of the page; several are titles of its parts. */
function headings(found: readonly PageElement[] | undefined): ObservedValue[] {
  return found?.length === 1 ? single('title', 'heading', 'h1', found[0], wordsIn) : [];
}

/** What is written for sharing is the plain title; the heading may be shorter or a label. */
function sharedTitleFirst(observed: readonly ObservedValue[]): ObservedValue[] {
  const isShared = ({ place }: ObservedValue) => place === 'meta[property="og:title"]';
  return [...observed.filter(isShared), ...observed.filter((value) => !isShared(value))];
}

function metaValues(
  metas: readonly PageElement[],
  [field, attribute, key]: MetaRule,
  base: string | null,
): ObservedValue[] {
  const place = `meta[${attribute}="${key}"]`;
  const contents = metas
    .filter((meta) => attributeOf(meta, attribute)?.toLowerCase() === key)
    .map((meta) => attributeOf(meta, 'content'))
    .filter((content) => content !== null);
  const values = contents.flatMap((content) => valuesOf(field, content, base));
  return values.slice(0, MOST_OF_A_FIELD).flatMap((value) => observe(field, value, 'meta', place));
}

function valuesOf(field: ObservedField, content: string, base: string | null): string[] {
  if (field === 'keywords') return content.split(/[,;،]/);
  if (field === 'url') return [webAddress(content, base) ?? ''];
  if (field === 'published' || field === 'modified') return [observedDate(content)];
  // Some give the address of the author's page instead of the name.
  if (field === 'byline') return linkAddress(content, null)?.includes('://') ? [] : content.split(/\s*;\s*/);
  return [field === 'language' ? content.replace('_', '-') : content];
}

function single(
  field: ObservedField,
  rule: string,
  place: string,
  element: PageElement | undefined,
  read: (element: PageElement) => string | null,
): ObservedValue[] {
  return element === undefined ? [] : observe(field, read(element) ?? '', rule, place);
}

function canonicalLink(links: readonly PageElement[] | undefined): PageElement | undefined {
  return links?.find((link) => attributeOf(link, 'rel')?.toLowerCase().split(/\s+/).includes('canonical'));
}

function times(found: readonly PageElement[] | undefined): ObservedValue[] {
  const fields = { datepublished: 'published', datemodified: 'modified' } as const;
  return (found ?? []).slice(0, MOST_OF_A_FIELD).flatMap((time) => {
    const property =
      attributeOf(time, 'itemprop')?.toLowerCase() ?? (attributeOf(time, 'pubdate') === null ? '' : 'datepublished');
    const written = attributeOf(time, 'datetime') ?? attributeOf(time, 'content');
    if (written === null || (property !== 'datepublished' && property !== 'datemodified')) return [];
    return observe(fields[property], observedDate(written), 'time', `time[itemprop="${property}"]`);
  });
}

function observe(field: ObservedField, written: string, rule: string, place: string): ObservedValue[] {
  const value = normaliseText(written).replace(/\s+/g, ' ').trim();
  return value === '' || value.length > LONGEST ? [] : [{ field, value, rule, place }];
}
