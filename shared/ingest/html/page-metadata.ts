import { observedDate } from '../choose-fields.ts';
import { addressDate } from '../metadata/address-date.ts';
import { peopleIn } from '../metadata/byline-names.ts';
import { type LinkedNode, linkedNodes } from '../metadata/json-ld.ts';
import { linkedValues } from '../metadata/linked-values.ts';
import { markedValues } from '../metadata/marked-values.ts';
import { observeValue as observe } from '../metadata/observe-value.ts';
import { namedHeadings, orderTitles } from '../metadata/page-titles.ts';
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
  /** The objects of its linked data. */
  readonly linked: readonly LinkedNode[];
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

/** Values of one field: pages list dozens of authors at most. */
const MOST_OF_A_FIELD = 50;

/** Observes what a page says of itself, in its head and in its text. */
export function observePage(page: PageDocument, address: string | null): PageMetadata {
  const elements = elementsOf(page);
  const base = baseOf(elements.get('base'), address);
  const linked = linkedNodes(page);
  const metas = META.flatMap((rule) => metaValues(elements.get('meta') ?? [], rule, base));
  const canonical = single(
    'canonicalUrl',
    'link',
    'link[rel="canonical"]',
    canonicalLink(elements.get('link')),
    (link) => webAddress(attributeOf(link, 'href'), base),
  );
  const observed = [
    ...linkedValues(linked, base).filter(({ field }) => field !== 'canonicalUrl'),
    ...headings(elements, metas),
    ...metas,
    ...single('title', 'title', 'title', elements.get('title')?.[0], wordsIn),
    ...canonical,
    ...linkedValues(linked, base).filter(({ field }) => field === 'canonicalUrl'),
    ...single('language', 'html', 'html[lang]', elements.get('html')?.[0], (html) => attributeOf(html, 'lang')),
    ...markedValues(page),
    ...addressDate(canonical[0]?.value ?? address),
  ];
  return { observed: orderTitles(distinct(observed)), base, linked };
}

/** The same value at the same place once. */
function distinct(observed: readonly ObservedValue[]): ObservedValue[] {
  const seen = new Set<string>();
  return observed.filter(({ field, value, rule, place }) => {
    const key = `${field}\n${value}\n${rule}\n${place}`;
    return !seen.has(key) && seen.add(key);
  });
}

const WANTED: ReadonlySet<string> = new Set(['base', 'h1', 'h2', 'h3', 'html', 'link', 'meta', 'title']);

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

/** One first heading is the title of the page; of several, or of lesser ones, that which the page's title names. */
function headings(
  elements: ReadonlyMap<string, readonly PageElement[]>,
  metas: readonly ObservedValue[],
): ObservedValue[] {
  const first = elements.get('h1') ?? [];
  const alone = first.length === 1 ? single('title', 'heading', 'h1', first[0], wordsIn) : [];
  const titles = [
    ...metas.filter(({ field }) => field === 'title').map(({ value }) => value),
    ...wordsOf(elements, 'title'),
  ];
  const lesser = ['h1', 'h2', 'h3'].flatMap((level) =>
    namedHeadings(wordsOf(elements, level), titles).flatMap((words) => observe('title', words, 'heading', level)),
  );
  return lesser.length > 0 ? lesser.slice(0, 1) : alone;
}

/** Headings looked at. */
const MOST_HEADINGS = 20;

function wordsOf(elements: ReadonlyMap<string, readonly PageElement[]>, tagName: string): string[] {
  return (elements.get(tagName) ?? []).slice(0, MOST_HEADINGS).map(wordsIn);
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
  if (field === 'byline') return linkAddress(content, null)?.includes('://') ? [] : peopleIn(content);
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
