import { observedDate } from '../choose-fields.ts';
import { webAddress } from '../html/link-address.ts';
import type { ObservedField, ObservedValue } from '../reader.ts';

/** What stands before a Markdown text, and the text. */
export type FrontMatter = { readonly observed: readonly ObservedValue[]; readonly body: string };

const FIELDS: ReadonlyMap<string, ObservedField> = new Map([
  ['title', 'title'],
  ['author', 'byline'],
  ['authors', 'byline'],
  ['byline', 'byline'],
  ['creator', 'byline'],
  ['date', 'published'],
  ['published', 'published'],
  ['datepublished', 'published'],
  ['updated', 'modified'],
  ['modified', 'modified'],
  ['lastmod', 'modified'],
  ['url', 'url'],
  ['source', 'url'],
  ['link', 'url'],
  ['canonical', 'canonicalUrl'],
  ['canonical_url', 'canonicalUrl'],
  ['site', 'siteName'],
  ['sitename', 'siteName'],
  ['publisher', 'siteName'],
  ['lang', 'language'],
  ['language', 'language'],
  ['section', 'section'],
  ['category', 'section'],
  ['tags', 'keywords'],
  ['keywords', 'keywords'],
  ['description', 'description'],
]);
const LINE = /^([\w-]+)\s*:\s*(.*)$/;
const ITEM = /^\s*-\s+(.+)$/;
/** Lines looked at: a longer head is none. */
const MOST_LINES = 200;

/** Whether a text begins with front matter: a line `---`, named values, a line `---`. */
export function hasFrontMatter(text: string): boolean {
  return splitHead(text) !== null;
}

/** Reads the named values before a Markdown text: a small part of YAML, one value or a flat list each. */
export function readFrontMatter(text: string): FrontMatter {
  const parts = splitHead(text);
  if (parts === null) return { observed: [], body: text };
  const observed: ObservedValue[] = [];
  let key = '';
  for (const line of parts.head) {
    const named = LINE.exec(line);
    const item = ITEM.exec(line)?.[1];
    if (named !== null) key = named[1] ?? '';
    for (const value of named !== null ? valuesOf(named[2] ?? '') : item === undefined ? [] : [item]) {
      observed.push(...observe(key, unquoted(value)));
    }
  }
  return { observed, body: parts.body };
}

function splitHead(text: string): { head: string[]; body: string } | null {
  if (!/^---[^\S\n]*\n/.test(text)) return null;
  const lines = text.split('\n', MOST_LINES);
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  const head = lines.slice(1, end);
  if (end < 0 || !head.some((line) => LINE.test(line))) return null;
  const length = lines.slice(0, end + 1).reduce((sum, line) => sum + line.length + 1, 0);
  return { head, body: text.slice(length) };
}

function valuesOf(written: string): string[] {
  const list = /^\[(.*)\]$/.exec(written.trim())?.[1];
  return list === undefined ? [written] : list.split(',');
}

function unquoted(written: string): string {
  const value = written.trim();
  return (
    /^"(.*)"$/.exec(value)?.[1]?.replace(/\\(["\\])/g, '$1') ??
    /^'(.*)'$/.exec(value)?.[1]?.replaceAll("''", "'") ??
    value
  );
}

function observe(key: string, value: string): ObservedValue[] {
  const field = FIELDS.get(key.toLowerCase());
  if (field === undefined || value === '') return [];
  const place = `front matter, ${key}`;
  if (field === 'published' || field === 'modified')
    return [{ field, value: observedDate(value), rule: 'front-matter', place }];
  if (field !== 'url' && field !== 'canonicalUrl') return [{ field, value, rule: 'front-matter', place }];
  const address = webAddress(value, null);
  return address === null ? [] : [{ field, value: address, rule: 'front-matter', place }];
}
