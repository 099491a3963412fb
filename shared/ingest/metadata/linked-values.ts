import { observedDate } from '../choose-fields.ts';
import { webAddress } from '../html/link-address.ts';
import type { ObservedField, ObservedValue } from '../reader.ts';
import { peopleIn } from './byline-names.ts';
import { articleNodes, type LinkedNode, typeOf } from './json-ld.ts';
import { observeValue } from './observe-value.ts';

/** Names and addresses stand in objects, lists or plain; further in stands nothing of use. */
const DEEPEST = 4;

/** What a page's linked data say of its article, the surest object first. */
export function linkedValues(nodes: readonly LinkedNode[], base: string | null): ObservedValue[] {
  return articleNodes(nodes).flatMap((node) => valuesOf(node, base));
}

function valuesOf(node: LinkedNode, base: string | null): ObservedValue[] {
  const type = typeOf(node).split(' ')[0] ?? '';
  const isPage = /WebPage/i.test(type);
  const of = (field: ObservedField, key: string, values: readonly string[]): ObservedValue[] =>
    values.flatMap((value) => observeValue(field, value, 'json-ld', `${type}.${key}`));
  const dates = (key: string) => textsIn(node[key]).map(observedDate);
  const address = (key: string) => textsIn(node[key], '@id').flatMap((written) => webAddress(written, base) ?? []);
  return [
    ...(isPage ? [] : of('title', 'headline', textsIn(node['headline']))),
    ...of('byline', 'author', textsIn(node['author']).flatMap(peopleIn)),
    ...of('byline', 'creator', textsIn(node['creator']).flatMap(peopleIn)),
    ...of('published', 'datePublished', dates('datePublished')),
    ...of('modified', 'dateModified', dates('dateModified')),
    ...of('siteName', 'publisher', textsIn(node['publisher'])),
    ...of(
      'language',
      'inLanguage',
      textsIn(node['inLanguage']).map((tag) => tag.replace('_', '-')),
    ),
    ...of('section', 'articleSection', textsIn(node['articleSection']).slice(0, 1)),
    ...(isPage
      ? []
      : of(
          'keywords',
          'keywords',
          textsIn(node['keywords']).flatMap((list) => list.split(/[,;،]/)),
        )),
    ...of('description', 'description', textsIn(node['description'])),
    ...(isPage ? [] : of('canonicalUrl', 'url', address('url'))),
  ];
}

/** The texts that a value comes to: itself, or the names in it. */
function textsIn(value: unknown, key = 'name', depth = 0): string[] {
  if (typeof value === 'string') return [unescaped(value)];
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.slice(0, 50).flatMap((part) => textsIn(part, key, depth + 1));
  const node = value as LinkedNode;
  return textsIn(node[key] ?? node['@value'] ?? node['name'], key, depth + 1);
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  szlig: 'ß',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  shy: '\u00ad',
};
/** `&ouml;` is a letter and the name of its mark. */
const MARKED = /^([a-z])(uml|acute|grave|circ|tilde|cedil|ring)$/i;
const MARKS: Readonly<Record<string, string>> = {
  uml: '\u0308',
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  tilde: '\u0303',
  cedil: '\u0327',
  ring: '\u030a',
};

/** Many templates write HTML's escapes into what is no HTML. */
function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,6}));/gi, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return namedCharacter(String(name)) ?? whole;
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(String(hexadecimal), 16);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}

function namedCharacter(name: string): string | null {
  const [, letter, mark] = MARKED.exec(name) ?? [];
  if (letter !== undefined && mark !== undefined) return (letter + (MARKS[mark.toLowerCase()] ?? '')).normalize('NFC');
  return NAMED[name.toLowerCase()] ?? null;
}
