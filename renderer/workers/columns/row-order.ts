import type { LibrarySort, WordsColumn } from '#shared/contracts/library-query.ts';
import type { ArticleTable } from './article-table.ts';
import type { Narrow } from './narrow-numbers.ts';
import { Ranked, WITHOUT_VALUE } from './ranked.ts';
import { sortByKey } from './stable-order.ts';

/** Digits of a minute's sortable form; minutes reach 10^10 in the year 19,000. */
const DIGITS = 12;
/** Added to a minute so that none is negative: more than the minutes of ten thousand years. */
const OFFSET = 10 ** 11;

/** Puts the rows of a table in order, by ranks that are made once and kept up as rows change. */
export class RowOrder {
  private readonly table: ArticleTable;
  private readonly ranks: Record<WordsColumn | 'published', Ranked>;
  private intake = new Uint32Array(0);
  private intakeIsStale = true;

  constructor(table: ArticleTable) {
    this.table = table;
    // "Article 9" before "Article 10"; one fixed locale, so that every machine shows one order.
    const collator = new Intl.Collator('en', { numeric: true });
    const byLanguage = (column: WordsColumn) => new Ranked(table.words[column].values, collator.compare);
    this.ranks = {
      title: byLanguage('title'),
      publisher: byLanguage('publisher'),
      byline: byLanguage('byline'),
      language: byLanguage('language'),
      tags: byLanguage('tags'),
      published: new Ranked(dateValues(table), (a, b) => (a < b ? -1 : a > b ? 1 : 0)),
    };
  }

  /** Says that rows came or went. */
  rowsChanged(): void {
    this.intakeIsStale = true;
  }

  /** Ranks every column ahead of need, a little at a time. */
  async warmUp(pause: () => Promise<void>): Promise<void> {
    for (const ranked of Object.values(this.ranks)) await ranked.catchUp(pause);
  }

  /** All rows in the order asked for; ties as they came in. The result is the caller's. */
  async sorted(sort: readonly LibrarySort[], pause: () => Promise<void>): Promise<Uint32Array<ArrayBuffer>> {
    for (const { column } of sort) if (column in this.ranks) await this.ranks[column as WordsColumn].catchUp(pause);
    let order = Uint32Array.from(this.byIntake());
    let spare = new Uint32Array(order.length);
    const keys = new Uint32Array(this.table.slots);
    for (const key of [...sort].reverse()) {
      this.fill(keys, key);
      const result = sortByKey(order, keys, spare);
      [order, spare] = result === order ? [order, spare] : [spare, order];
    }
    return order;
  }

  /** Slots as their rows came into the case; of one moment, by id. */
  private byIntake(): Uint32Array {
    if (!this.intakeIsStale) return this.intake;
    const { table } = this;
    const slots = new Uint32Array(table.size);
    let count = 0;
    for (let slot = 0; slot < table.slots; slot++) if (table.isAlive.at(slot) === 1) slots[count++] = slot;
    const when = table.timesOfIntake();
    const order = (a: number, b: number) => (when[a] ?? 0) - (when[b] ?? 0) || table.compareIds(a, b);
    this.intake = slots.sort(order);
    this.intakeIsStale = false;
    return this.intake;
  }

  private fill(keys: Uint32Array, { column, direction }: LibrarySort): void {
    const isDescending = direction === 'descending';
    if (column === 'added') {
      const last = this.intake.length - 1;
      for (const [place, slot] of this.intake.entries()) keys[slot] = isDescending ? last - place : place;
    } else if (column === 'status') {
      fillNumbers(keys, this.table.statuses.values, isDescending);
    } else if (column === 'words' || column === 'highlights' || column === 'events' || column === 'duplicates') {
      fillNumbers(keys, this.table.numbers[column].values, isDescending);
    } else {
      const codes = column === 'published' ? this.table.dateCodes : this.table.words[column].codes;
      fillRanks(keys, codes.values, this.ranks[column], isDescending);
    }
  }
}

function fillNumbers(keys: Uint32Array, numbers: Narrow, isDescending: boolean): void {
  let largest = 0;
  if (isDescending) for (let slot = 0; slot < keys.length; slot++) largest = Math.max(largest, numbers[slot] ?? 0);
  for (let slot = 0; slot < keys.length; slot++) {
    keys[slot] = isDescending ? largest - (numbers[slot] ?? 0) : (numbers[slot] ?? 0);
  }
}

function fillRanks(keys: Uint32Array, codes: Narrow, { byCode, count }: Ranked, isDescending: boolean): void {
  for (let slot = 0; slot < keys.length; slot++) {
    const rank = byCode[codes[slot] ?? 0] ?? WITHOUT_VALUE;
    if (rank === WITHOUT_VALUE) keys[slot] = count;
    else keys[slot] = isDescending ? count - 1 - rank : rank;
  }
}

/** Dates as texts that sort by their first minute; empty when the year is unknown. */
function dateValues(table: ArticleTable) {
  return {
    get size() {
      return table.dates.size;
    },
    at(code: number) {
      const minute = table.earliest[code] ?? Number.NaN;
      return Number.isNaN(minute) ? '' : String(minute + OFFSET).padStart(DIGITS, '0');
    },
  };
}
