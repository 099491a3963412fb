import type { LibraryColumn, LibraryFilter, LibraryQuery, WordsColumn } from '#shared/contracts/library-query.ts';
import { articleStatuses } from '#shared/domain/case-article.ts';
import { fold } from '#shared/text/fold-text.ts';
import { type ArticleTable, tagsOf } from './article-table.ts';

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
  for (let slot = 0; slot < fails.length; slot++) if (isAlive[slot] !== 1) fails[slot] = ALL;

  const narrow = (column: LibraryColumn | null, passes: (slot: number) => boolean) => {
    conditions.push(column);
    for (let slot = 0; slot < fails.length; slot++) {
      const failed = fails[slot] ?? 0;
      if (failed === ALL || passes(slot)) continue;
      if (failed === 0) matching--;
      fails[slot] = failed + 1;
      last[slot] = conditions.length;
    }
  };
  const words = foldedWords(query.words);
  if (words.length > 0) narrow(null, anywhere(table, words));
  for (const filter of query.filters) {
    narrow(filter.kind === 'published' ? 'published' : filter.column, passerOf(table, filter));
  }
  return { fails, last, conditions, matching };
}

/** The words of what an analyst typed, as they are compared. */
export function foldedWords(text: string): string[] {
  return fold(text)
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** Each word may stand in another column. */
function anywhere(table: ArticleTable, words: readonly string[]): (slot: number) => boolean {
  const hits = new Uint8Array(table.slots);
  for (const [at, word] of words.entries()) {
    for (const column of SEARCHED) {
      const codes = table.words[column].codes.values;
      const holds = codesWith(table, column, word);
      if (!holds) continue;
      for (let slot = 0; slot < hits.length; slot++) {
        if (hits[slot] === at && holds[codes[slot] ?? 0] === 1) hits[slot] = at + 1;
      }
    }
  }
  return (slot) => hits[slot] === words.length;
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

function passerOf(table: ArticleTable, filter: LibraryFilter): (slot: number) => boolean {
  if (filter.kind === 'contains') return containing(table, filter);
  if (filter.kind === 'chosen') return chosen(table, filter);
  if (filter.kind === 'between') {
    const numbers = table.numbers[filter.column].values;
    const least = filter.least ?? 0;
    const most = filter.most ?? Number.POSITIVE_INFINITY;
    return (slot) => (numbers[slot] ?? 0) >= least && (numbers[slot] ?? 0) <= most;
  }
  const from = filter.from ?? Number.NEGATIVE_INFINITY;
  const to = filter.to ?? Number.POSITIVE_INFINITY;
  const dates = table.dateCodes.values;
  return (slot) => {
    const minute = table.earliest[dates[slot] ?? 0] ?? Number.NaN;
    return Number.isNaN(minute) ? filter.alsoUnknown : minute >= from && minute <= to;
  };
}

function containing(table: ArticleTable, { column, words }: LibraryFilter & { kind: 'contains' }) {
  const each = foldedWords(words).map((word) => codesWith(table, column, word));
  const codes = table.words[column].codes.values;
  return (slot: number) => each.every((holds) => holds?.[codes[slot] ?? 0] === 1);
}

function chosen(table: ArticleTable, { column, values }: LibraryFilter & { kind: 'chosen' }) {
  if (column === 'status') {
    const wanted = articleStatuses.map((status) => values.includes(status));
    const statuses = table.statuses.values;
    return (slot: number) => wanted[statuses[slot] ?? 0] === true;
  }
  const { values: texts } = table.words[column];
  const codes = table.words[column].codes.values;
  const wanted = new Set(values);
  const isWanted = new Uint8Array(texts.size);
  for (let code = 0; code < texts.size; code++) {
    const text = texts.at(code);
    const parts = column === 'tags' && text !== '' ? tagsOf(text) : [text];
    if (parts.some((part) => wanted.has(part))) isWanted[code] = 1;
  }
  return (slot: number) => isWanted[codes[slot] ?? 0] === 1;
}
