import type { LibraryColumn, LibraryFilter, LibraryQuery, WordsColumn } from '#shared/contracts/library-query.ts';
import { articleStatuses } from '#shared/domain/case-article.ts';
import { fold } from '#shared/text/fold-text.ts';
import { type ArticleTable, tagsOf } from './article-table.ts';
import type { Narrow } from './narrow-numbers.ts';

/** More conditions than a query can have: one for each column, one for the words. Dead rows fail this often. */
const ALL = 255;

/** Which rows fail how many conditions of a query, and which one when it is a single one. */
export type Matches = {
  /** By slot; 0 = the row matches. */
  readonly fails: Uint8Array;
  /** By slot: one more than the number of the last condition that failed. */
  readonly last: Uint8Array;
  /** Column of each condition; null for the words of the whole row. */
  readonly conditions: readonly (LibraryColumn | null)[];
  readonly matching: number;
};

const SEARCHED: readonly WordsColumn[] = ['title', 'publisher', 'byline', 'language', 'tags'];

/** Judges every row by the conditions of a query. */
export function matchRows(table: ArticleTable, query: Pick<LibraryQuery, 'words' | 'filters'>): Matches {
  const fails = new Uint8Array(table.slots);
  const last = new Uint8Array(table.slots);
  const conditions: (LibraryColumn | null)[] = [];
  let matching = table.size;
  const isAlive = table.isAlive.values;
  if (matching < fails.length) {
    for (let slot = 0; slot < fails.length; slot++) if (isAlive[slot] !== 1) fails[slot] = ALL;
  }

  const narrow = (column: LibraryColumn | null, { codes, passes }: Condition) => {
    conditions.push(column);
    matching -= countFailing(fails, last, conditions.length, codes, passes);
  };
  const words = foldedWords(query.words);
  if (words.length > 0) narrow(null, anywhere(table, words));
  for (const filter of query.filters) {
    narrow(filter.kind === 'published' ? 'published' : filter.column, conditionOf(table, filter));
  }
  return { fails, last, conditions, matching };
}

/** What rows are asked for: every condition is a number by slot and which numbers pass, so that one plain loop judges all rows. */
type Condition = {
  /** By slot. */
  readonly codes: Narrow;
  /** By code; 1 = passes. Codes beyond its end fail. */
  readonly passes: Uint8Array;
};

/** Counts the condition `number` as failed where it fails. @returns rows that matched until now */
function countFailing(fails: Uint8Array, last: Uint8Array, number: number, codes: Narrow, passes: Uint8Array): number {
  let lost = 0;
  for (let slot = 0; slot < fails.length; slot++) {
    const failed = fails[slot] ?? 0;
    if (failed === ALL || passes[codes[slot] ?? 0] === 1) continue;
    if (failed === 0) lost++;
    fails[slot] = failed + 1;
    last[slot] = number;
  }
  return lost;
}

/** The words of what an analyst typed, as they are compared. */
export function foldedWords(text: string): string[] {
  return fold(text)
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** Each word may stand in another column. */
function anywhere(table: ArticleTable, words: readonly string[]): Condition {
  const hits = new Uint8Array(table.slots);
  for (const [at, word] of words.entries()) {
    for (const column of SEARCHED) {
      const holds = codesWith(table, column, word);
      if (holds) countHits(hits, at, table.words[column].codes.values, holds);
    }
  }
  return { codes: hits, passes: only(words.length) };
}

/** Raises by one what stands at `at` words so far and holds the next. */
function countHits(hits: Uint8Array, at: number, codes: Narrow, holds: Uint8Array): void {
  for (let slot = 0; slot < hits.length; slot++) {
    if (hits[slot] === at && holds[codes[slot] ?? 0] === 1) hits[slot] = at + 1;
  }
}

function codesWith(table: ArticleTable, column: WordsColumn, word: string): Uint8Array | null {
  const { values } = table.words[column];
  let holds: Uint8Array | null = null;
  values.search(word, (code) => {
    holds ??= new Uint8Array(values.size);
    holds[code] = 1;
  });
  return holds;
}

function conditionOf(table: ArticleTable, filter: LibraryFilter): Condition {
  switch (filter.kind) {
    case 'contains':
      return containing(table, filter);
    case 'chosen':
      return chosen(table, filter);
    case 'between':
      return between(table.numbers[filter.column].values, filter.least ?? 0, filter.most ?? Number.POSITIVE_INFINITY);
    case 'published':
      return published(table, filter);
  }
}

function between(numbers: Narrow, least: number, most: number): Condition {
  // by index: `Uint8Array.from` takes five times as long
  const codes = new Uint8Array(numbers.length);
  for (let slot = 0; slot < codes.length; slot++) {
    const number = numbers[slot] ?? 0;
    if (number >= least && number <= most) codes[slot] = 1;
  }
  return { codes, passes: only(1) };
}

function published(table: ArticleTable, filter: LibraryFilter & { kind: 'published' }): Condition {
  const from = filter.from ?? Number.NEGATIVE_INFINITY;
  const to = filter.to ?? Number.POSITIVE_INFINITY;
  const passes = Uint8Array.from({ length: table.dates.size }, (_, code) => {
    const minute = table.earliest[code] ?? Number.NaN;
    return (Number.isNaN(minute) ? filter.alsoUnknown : minute >= from && minute <= to) ? 1 : 0;
  });
  return { codes: table.dateCodes.values, passes };
}

function containing(table: ArticleTable, { column, words }: LibraryFilter & { kind: 'contains' }): Condition {
  const passes = new Uint8Array(table.words[column].values.size).fill(1);
  for (const word of foldedWords(words)) {
    const holds = codesWith(table, column, word);
    if (!holds) passes.fill(0);
    else for (let code = 0; code < passes.length; code++) passes[code] = (passes[code] ?? 0) & (holds[code] ?? 0);
  }
  return { codes: table.words[column].codes.values, passes };
}

function chosen(table: ArticleTable, { column, values }: LibraryFilter & { kind: 'chosen' }): Condition {
  const wanted = new Set(values);
  if (column === 'status') {
    const passes = Uint8Array.from(articleStatuses, (status) => (wanted.has(status) ? 1 : 0));
    return { codes: table.statuses.values, passes };
  }
  const { values: texts, codes } = table.words[column];
  const passes = new Uint8Array(texts.size);
  for (let code = 0; code < texts.size; code++) {
    const text = texts.at(code);
    const parts = column === 'tags' && text !== '' ? tagsOf(text) : [text];
    if (parts.some((part) => wanted.has(part))) passes[code] = 1;
  }
  return { codes: codes.values, passes };
}

/** Lets one code pass. */
function only(code: number): Uint8Array {
  const passes = new Uint8Array(code + 1);
  passes[code] = 1;
  return passes;
}
