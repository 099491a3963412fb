import type { FacetValue, LibraryColumn, LibraryFacets, PublishedHistogram } from '#shared/contracts/library-query.ts';
import { articleStatuses } from '#shared/domain/case-article.ts';
import { type ArticleTable, tagsOf } from './article-table.ts';
import type { Matches } from './match-rows.ts';

/** Values of one facet that travel: more than anyone reads, few enough to be quick. */
const MOST_VALUES = 200;
/** Bars of the histogram: as many as its place has room for. */
const BARS = 22;

/** Counts what can be narrowed down: for each column all rows that match the conditions of the other columns. */
export function countFacets(table: ArticleTable, matches: Matches, revision: number): LibraryFacets {
  const publishers = countCodes(table, matches, 'publisher');
  return {
    revision,
    status: countStatuses(table, matches),
    publisher: publishers.slice(0, MOST_VALUES),
    publishers: publishers.length,
    language: countCodes(table, matches, 'language').slice(0, MOST_VALUES),
    tags: countTags(table, matches).slice(0, MOST_VALUES),
    published: histogram(table, matches),
  };
}

/** Calls `visit` for each row that matches, conditions of `column` aside. */
function visitOthers(matches: Matches, column: LibraryColumn, visit: (slot: number) => void): void {
  const { fails, last, conditions } = matches;
  for (let slot = 0; slot < fails.length; slot++) {
    if (fails[slot] === 0) visit(slot);
    else if (fails[slot] === 1 && conditions[(last[slot] ?? 0) - 1] === column) visit(slot);
  }
}

function countStatuses(table: ArticleTable, matches: Matches): FacetValue[] {
  const counts = new Uint32Array(articleStatuses.length);
  const statuses = table.statuses.values;
  visitOthers(matches, 'status', (slot) => {
    const status = statuses[slot] ?? 0;
    counts[status] = (counts[status] ?? 0) + 1;
  });
  return articleStatuses.map((value, at) => ({ value, count: counts[at] ?? 0 }));
}

function countCodes(table: ArticleTable, matches: Matches, column: 'publisher' | 'language' | 'tags'): FacetValue[] {
  const { values } = table.words[column];
  const codes = table.words[column].codes.values;
  const counts = new Uint32Array(values.size);
  visitOthers(matches, column, (slot) => {
    const code = codes[slot] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  });
  const all: FacetValue[] = [];
  for (const [code, count] of counts.entries()) if (count > 0) all.push({ value: values.at(code), count });
  return all.sort(byCount);
}

function countTags(table: ArticleTable, matches: Matches): FacetValue[] {
  const counts = new Map<string, number>();
  for (const { value, count } of countCodes(table, matches, 'tags')) {
    for (const tag of tagsOf(value)) counts.set(tag, (counts.get(tag) ?? 0) + count);
  }
  return Array.from(counts, ([value, count]) => ({ value, count })).sort(byCount);
}

function byCount(a: FacetValue, b: FacetValue): number {
  return b.count - a.count || (a.value < b.value ? -1 : 1);
}

function histogram(table: ArticleTable, matches: Matches): PublishedHistogram {
  const dates = table.dateCodes.values;
  const minuteOf = (slot: number) => table.earliest[dates[slot] ?? 0] ?? Number.NaN;
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  let unknown = 0;
  visitOthers(matches, 'published', (slot) => {
    const minute = minuteOf(slot);
    if (Number.isNaN(minute)) unknown++;
    else {
      from = Math.min(from, minute);
      to = Math.max(to, minute);
    }
  });
  if (from > to) return { from: null, to: null, counts: [], unknown };
  const counts: number[] = new Array(BARS).fill(0);
  const width = (to - from + 1) / BARS;
  visitOthers(matches, 'published', (slot) => {
    const minute = minuteOf(slot);
    if (Number.isNaN(minute)) return;
    const bar = Math.floor((minute - from) / width);
    counts[bar] = (counts[bar] ?? 0) + 1;
  });
  return { from, to, counts, unknown };
}
