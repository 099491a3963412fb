import { observedDate } from '../choose-fields.ts';
import { peopleIn } from '../metadata/byline-names.ts';
import { observeValue } from '../metadata/observe-value.ts';
import type { ObservedField, ObservedValue } from '../reader.ts';
import { withoutEntities } from './xml-entities.ts';
import type { XmlElement } from './xml-tree.ts';
import { childrenOf, descendantsOf, markupIn, wordsIn } from './xml-values.ts';

/** One item of a feed. */
export type FeedItem = {
  /** Its guid or id; null for none. */
  readonly name: string | null;
  readonly url: string | null;
  /** As HTML; empty when the item says nothing but its title. */
  readonly html: string;
  readonly observed: readonly ObservedValue[];
};

/** A feed of any kind. */
export type Feed = {
  readonly title: string | null;
  readonly language: string | null;
  readonly items: readonly FeedItem[];
};

/** Where items have what, those that hold most first. */
const CONTENT: readonly string[] = [
  'content:encoded',
  'content',
  'xhtml:body',
  'body',
  'fullitem',
  'description',
  'summary',
  'abstract',
];
const FIELDS: readonly (readonly [ObservedField, readonly string[]])[] = [
  [
    'published',
    [
      'pubdate',
      'published',
      'dc:date',
      'issued',
      'created',
      'dcterms:issued',
      'dcterms:created',
      'date',
      'prism:publicationdate',
      'a10:published',
    ],
  ],
  ['modified', ['updated', 'modified', 'dcterms:modified', 'lastbuilddate', 'a10:updated']],
  ['byline', ['author', 'dc:creator', 'itunes:author', 'creator', 'dc:author', 'managingeditor']],
  ['keywords', ['category', 'dc:subject', 'media:keywords', 'keywords']],
  ['language', ['dc:language', 'language']],
];

/** Code units of a line that names a person and an address. */
const LONGEST_LINE = 1000;

/** Takes a feed apart: RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, CDF; null for XML that is no feed. */
export function feedOf(root: XmlElement): Feed | null {
  if (!/^(?:rss|feed|rdf:rdf|rdf|channel)$/.test(root.name)) return null;
  const channel = root.name === 'feed' || root.name === 'channel' ? root : (childrenOf(root, 'channel')[0] ?? root);
  const [title] = childrenOf(channel, 'title');
  const [language] = childrenOf(channel, 'language', 'dc:language');
  const site = title === undefined ? '' : plain(title);
  const shared: ObservedValue[] = [
    ...observeValue('siteName', site, 'feed', 'title'),
    ...observeValue(
      'language',
      (language ? wordsIn(language) : (root.attributes.get('xml:lang') ?? '')).trim(),
      'feed',
      'language',
    ),
  ];
  const items = descendantsOf(root, 'item', 'entry').map((element) => itemOf(element, shared));
  return { title: site === '' ? null : site, language: language ? wordsIn(language).trim() : null, items };
}

function itemOf(element: XmlElement, shared: readonly ObservedValue[]): FeedItem {
  const [guid] = childrenOf(element, 'guid', 'id');
  const url = addressOf(element);
  const bodies = CONTENT.flatMap((name) => childrenOf(element, name)).filter((body) => htmlOf(body).trim() !== '');
  const [body, ...others] = bodies.sort((a, b) => rank(a) - rank(b));
  const teaser = others.find(({ name }) => name === 'description' || name === 'summary');
  const observed = [
    ...childrenOf(element, 'title').flatMap((title) => observeValue('title', plain(title), 'feed', 'title')),
    ...observeValue('url', url ?? '', 'feed', 'link'),
    ...FIELDS.flatMap(([field, names]) =>
      names.flatMap((name) => childrenOf(element, name).flatMap((each) => observedValue(field, each))),
    ),
    ...(teaser ? observeValue('description', plain(teaser), 'feed', teaser.name) : []),
    ...shared,
  ];
  return { name: guid ? wordsIn(guid).trim() || null : null, url, html: body ? htmlOf(body) : '', observed };
}

function observedValue(field: ObservedField, element: XmlElement): ObservedValue[] {
  const observe = (value: string) => observeValue(field, value, 'feed', element.name);
  if (field === 'published' || field === 'modified') return observe(observedDate(wordsIn(element).trim()));
  if (field === 'keywords')
    return observe(element.attributes.get('label') ?? element.attributes.get('term') ?? wordsIn(element));
  if (field !== 'byline') return observe(wordsIn(element));
  const [name] = childrenOf(element, 'name', 'foaf:name');
  // RSS has it as `ada@example.org (Ada Lovelace)`.
  const words = wordsIn(name ?? element).trim();
  const line = (words.length > LONGEST_LINE ? null : /^\S+@\S+\s+\((.+)\)$/.exec(words))?.[1] ?? words;
  const people = peopleIn(line);
  return (people.length > 0 ? people : [line]).flatMap(observe);
}

function addressOf(element: XmlElement): string | null {
  const links = childrenOf(element, 'link');
  const alternate = links.find(
    ({ attributes }) => attributes.has('href') && /^(?:alternate)?$/.test(attributes.get('rel') ?? ''),
  );
  const [guid] = childrenOf(element, 'guid');
  const isPermanent = guid !== undefined && guid.attributes.get('ispermalink') !== 'false';
  const written = [
    ...childrenOf(element, 'feedburner:origlink').map(wordsIn),
    alternate?.attributes.get('href') ?? '',
    ...links.map(wordsIn),
    isPermanent ? wordsIn(guid) : '',
    element.attributes.get('rdf:about') ?? '',
    element.attributes.get('href') ?? '',
  ];
  return written.map((each) => each.trim()).find((each) => /^https?:\/\/\S+$/i.test(each)) ?? null;
}

/** Words as HTML: as they are where they are escaped HTML, which RSS does not say; as Atom says. */
function htmlOf(element: XmlElement): string {
  const type = (element.attributes.get('type') ?? element.attributes.get('mode') ?? '').toLowerCase();
  const hasElements = element.children.some((child) => typeof child !== 'string');
  if (type.includes('xhtml') || hasElements || element.name.startsWith('xhtml:')) return markupIn(element);
  const words = wordsIn(element);
  const isPlain =
    type === 'text' || type === 'text/plain' || !/<[a-z!/][^<>]*>|&(?:[a-z]+|#\d+|#x[\da-f]+);/i.test(words);
  if (!isPlain) return words;
  return words
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
    .join('');
}

/** Titles are written as words or as escaped HTML, whatever they say they are. */
function plain(element: XmlElement): string {
  return withoutEntities(wordsIn(element).replace(/<\/?[a-z][^<>]*>/gi, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

function rank({ name }: XmlElement): number {
  return CONTENT.findIndex((each: string) => each === name);
}
