import type { Metadata } from '#shared/domain/metadata.ts';

const RULES: Readonly<Record<string, string>> = {
  address: 'read from its address',
  analyst: 'written by hand',
  canonical: 'the address that the page gives for itself',
  class: 'the page’s text, by how it is marked',
  'front-matter': 'head of the file',
  heading: 'heading of the page',
  html: 'the page’s own language mark',
  http: 'sent with the page by the server',
  'json-ld': 'the page’s data for search engines',
  line: 'a line of the text',
  link: 'a link in the page',
  mail: 'head of the message',
  meta: 'head of the page',
  microdata: 'the page’s text, by how it is marked',
  time: 'a time marked in the page',
  title: 'title of the page',
  words: 'read from the words of the text',
};

const RULES_BEGIN: readonly (readonly [RegExp, string])[] = [
  [/^words/, 'read from the words of the text'],
  [/^(?:rel|link)/, 'a link in the head of the page'],
];

/** Where a value was read, in words; what no word is known for stands as it is. */
export function provenanceWords({ rule }: Pick<Metadata, 'rule'>): string {
  return RULES[rule] ?? RULES_BEGIN.find(([begin]) => begin.test(rule))?.[1] ?? rule;
}

/** The same for who has to check it: the rule and the very place. */
export function provenanceDetail({ rule, place }: Pick<Metadata, 'rule' | 'place'>): string {
  return place === '' ? rule : `${rule}: ${place}`;
}
