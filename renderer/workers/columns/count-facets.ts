import type { FacetValue, LibraryColumn, LibraryFacets, PublishedHistogram } from '#shared/contracts/library-query.ts';
import { articleStatuses } from '#shared/domain/case-article.ts';
import { type ArticleTable, tagsOf } from './article-table.ts';
import type { Matches } from './match-rows.ts';
import type { NarrowNumbers } from './narrow-numbers.ts';

/** Values of one facet that travel: more than anyone reads, few enough to be quick. */
const MOST_VALUES = 200;
/** Bars of the histogram: as many as its place has room for. */
const BARS = 22;

/** Counts what can be narrowed down: for each column all rows that match the conditions of the other columns. */
export function countFacets(table: ArticleTable, matches: Matches, revision: number): LibraryFacets {
  const publishers = countValues(table, matches, 'publisher');
  return {
    revision,
    status: countStatuses(table, matches),
    publisher: publishers.slice(0, MOST_VALUES),
    publishers: publishers.length,
    language: countValues(table, matches, 'language').slice(0, MOST_VALUES),
    tags: countTags(table, matches).slice(0, MOST_VALUES),
    published: histogram(table, matches),
  };
}

/** Counts by code each row that matches, conditions of `column` aside. One plain loop: it runs over every row. */
function countCodes(
  { fails, last, conditions }: Matches,
  column: LibraryColumn,
  { values }: NarrowNumbers,
  size: number,
) {
  const counts = new Uint32Array(size);
  const own = conditions.indexOf(column) + 1;
  for (let slot = 0; slot < fails.length; slot++) {
    if (fails[slot] !== 0 && (fails[slot] !== 1 || last[slot] !== own)) continue;
    const code = values[slot] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

function countStatuses(table: ArticleTable, matches: Matches): FacetValue[] {
  const counts = countCodes(matches, 'status', table.statuses, articleStatuses.length);
  return articleStatuses.map((value, at) => ({ value, count: counts[at] ?? 0 }));
}

function countValues(table: ArticleTable, matches: Matches, column: 'publisher' | 'language' | 'tags'): FacetValue[] {
  const { values, codes } = table.words[column];
  const all: FacetValue[] = [];
  for (const [code, count] of countCodes(matches, column, codes, values.size).entries()) {
    if (count > 0) all.push({ value: values.at(code), count });
  }
  return all.sort(byCount);
}

function countTags(table: ArticleTable, matches: Matches): FacetValue[] {
  const counts = new Map<string, number>();
  for (const { value, count } of countValues(table, matches, 'tags')) {
    for (const tag of tagsOf(value)) counts.set(tag, (counts.get(tag) ?? 0) + count);
  }
  return Array.from(counts, ([value, count]) => ({ value, count })).sort(byCount);
}

function byCount(a: FacetValue, b: FacetValue): number {
  return b.count - a.count || (a.value < b.value ? -1 : 1);
}

function histogram(table: ArticleTable, matches: Matches): PublishedHistogram {
  const rows = countCodes(matches, 'published', table.dateCodes, table.dates.size);
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  let unknown = 0;
  for (const [code, count] of rows.entries()) {
    const minute = table.earliest[code] ?? Number.NaN;
    if (Number.isNaN(minute)) unknown += count;
    else if (count > 0) {
      from = Math.min(from, minute);
      to = Math.max(to, minute);
    }
  }
  if (from > to) return { from: null, to: null, counts: [], unknown };
  const counts: number[] = new Array(BARS).fill(0);
  const width = (to - from + 1) / BARS;
  for (const [code, count] of rows.entries()) {
    const minute = table.earliest[code] ?? Number.NaN;
    if (count === 0 || Number.isNaN(minute)) continue;
    const bar = Math.floor((minute - from) / width);
    counts[bar] = (counts[bar] ?? 0) + count;
  }
  return { from, to, counts, unknown };
}
