import type { ObservedValue } from '../reader.ts';

/** What parts a title from the name of the site; a dash may also belong to the title. */
const BAR =
  /\s*(?:[|｜•·]|::)\s*|\s+[»›]\s+(?!.*«)|\s+(?:[–—-]|--)\s+|(?<=\S):\s+(?=\S+$)|：(?=[^：]{2,12}$)|-(?=[^-\s]{2,6}ㅣ)/u;
const SURE_BAR = /^\s*(?:[|｜»›]|::)\s*$/u;
/** Words of a site's name. */
const MOST_WORDS = 5;

/**
 * Orders the titles that a page states, the most trusted first. Behind a value that bears the site's name stands the value
 * as it was written: what was cut is never lost.
 */
export function orderTitles(observed: readonly ObservedValue[]): ObservedValue[] {
  const titles = observed.filter(({ field }) => field === 'title');
  const others = observed.filter(({ field }) => field !== 'title');
  const names = siteNames(others);
  const bare = titles.map((title) => ({ ...title, value: withoutSite(title, titles, names) }));
  const isName = ({ value }: ObservedValue) => names.includes(squashed(value));
  const ordered = [...bare]
    .sort((a, b) => trustIn(b, bare) - trustIn(a, bare))
    .sort((a, b) => Number(isName(a)) - Number(isName(b)));
  const written = titles.filter(({ value }, at) => bare[at]?.value !== value);
  return [...ordered, ...written, ...others];
}

const TRUST: Readonly<Record<string, number>> = {
  'json-ld': 7,
  'og:title': 6,
  heading: 5,
  microdata: 4,
  'twitter:title': 3,
  meta: 2,
  title: 1,
};

/** By where it stands; a heading that the name of the page begins with or holds is what its visitors read. */
function trustIn(title: ObservedValue, all: readonly ObservedValue[]): number {
  const kind = kindOf(title);
  const isNews = all.some(({ rule }) => rule === 'json-ld');
  if (kind === 'heading' && !isNews && all.some((other) => other !== title && isAkin(other.value, title.value)))
    return 8;
  return TRUST[kind] ?? 0;
}

/** Whether two titles speak of one thing: half of the shorter one's words stand in the other. */
function isAkin(one: string, other: string): boolean {
  const words = new Set(plain(one).split(' '));
  const others = plain(other).split(' ');
  const both = others.filter((word) => words.has(word)).length;
  return both * 2 >= Math.min(words.size, others.length) && both > 0;
}

function kindOf({ rule, place }: ObservedValue): string {
  return /og:title/.test(place) ? 'og:title' : /twitter:title/.test(place) ? 'twitter:title' : rule;
}

/** Names of the site, squashed: as it calls itself, and as its address does. */
export function siteNames(observed: readonly ObservedValue[]): string[] {
  return observed.flatMap(({ field, value }) => {
    if (field === 'siteName') return [squashed(value), squashed(value.replace(/\.[a-z]{2,4}$/i, ''))];
    if (field !== 'canonicalUrl' && field !== 'url') return [];
    const labels = /^https?:\/\/(?:www\.)?([^/:?#]+)/.exec(value)?.[1]?.split('.') ?? [];
    return [
      squashed(labels.join('')),
      ...labels
        .slice(0, -1)
        .filter((label) => label.length > 3)
        .map(squashed),
    ];
  });
}

function withoutSite(
  { value, rule, place }: ObservedValue,
  all: readonly ObservedValue[],
  names: readonly string[],
): string {
  if (rule === 'heading' || rule === 'microdata') return value;
  const bars = [...value.matchAll(new RegExp(BAR, 'gu'))];
  const [first] = bars;
  for (const bar of bars) {
    const head = value.slice(0, bar.index).trim();
    const tail = value.slice(bar.index + bar[0].length).trim();
    if (head !== '' && isSite(tail, names)) return head;
    if (
      head.length > 7 &&
      rule !== 'json-ld' &&
      !/og:title/.test(place) &&
      all.some((other) => other.rule !== rule && plain(other.value) === plain(head))
    )
      return head;
    if (
      tail.length > 7 &&
      rule === 'title' &&
      all.some((other) => other.rule === 'heading' && plain(other.value) === plain(tail))
    )
      return tail;
  }
  if (first === undefined || rule === 'json-ld') return value;
  const start = value.slice(0, first.index);
  if (isSite(start, names)) return value.slice(first.index + first[0].length).trim();
  return cutAtSureBar(value, bars);
}

/** Behind the last upright bar stands a site's name, if it is short. */
function cutAtSureBar(value: string, bars: readonly RegExpExecArray[]): string {
  const last = bars.findLast(([bar]) => SURE_BAR.test(bar));
  if (last === undefined) return value;
  const head = value.slice(0, last.index).trim();
  const tail = value.slice(last.index + last[0].length).trim();
  if (last[0].trim() === '»') return tail.length > 7 ? tail : value;
  return head !== '' && tail.split(' ').length <= MOST_WORDS && head.split(' ').length >= 2 ? head : value;
}

function isSite(part: string, names: readonly string[]): boolean {
  const squeezed = squashed(part);
  return (
    squeezed.length > 1 &&
    names.some((name) => name.length > 1 && (squeezed === name || (name.length > 3 && squeezed.startsWith(name))))
  );
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Letters and figures alone, in lower case: names as addresses write them. */
export function squashed(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The headings that the title of a page holds as one of its parts: several may stand there, this one names the page. */
export function namedHeadings(headings: readonly string[], titles: readonly string[]): string[] {
  const parts = new Set(titles.flatMap((title) => [title, ...title.split(new RegExp(BAR, 'u'))]).map(plain));
  return headings.filter((heading) => heading.length > 7 && parts.has(plain(heading)));
}
