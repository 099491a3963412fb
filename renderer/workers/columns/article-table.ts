import type { LibraryRow, NumberColumn, WordsColumn } from '#shared/contracts/library-query.ts';
import { type ArticleStatus, articleStatuses } from '#shared/domain/case-article.ts';
import type { ArticleId } from '#shared/domain/ids.ts';
import { fold } from '#shared/text/fold-text.ts';
import { ArticleIds } from './article-ids.ts';
import { Dictionary } from './dictionary.ts';
import { withRoom } from './growing.ts';
import { NarrowNumbers } from './narrow-numbers.ts';
import { Titles } from './titles.ts';

/** Parts the tags of one row within the dictionary of sets of tags; no tag holds it. */
const TAG_BREAK = '\n';

const NUMBERS: readonly NumberColumn[] = ['words', 'highlights', 'events', 'duplicates'];

/** A column of words: which text each row has, and where a word stands. */
export type WordsOfRows = {
  readonly values: Titles | Dictionary;
  /** By slot. */
  readonly codes: NarrowNumbers;
};

/**
 * The rows of a case, column by column, in typed arrays: a hundred thousand in some ten megabytes.
 * A row has a slot for as long as the table lives; a removed row leaves its slot dead until the same article comes back.
 */
export class ArticleTable {
  readonly words: Record<WordsColumn, WordsOfRows>;
  readonly numbers: Record<NumberColumn, NarrowNumbers>;
  /** Published dates as texts, and the first minute of each by its code; NaN when the year is unknown. */
  readonly dates = new Dictionary(fold);
  readonly dateCodes = new NarrowNumbers();
  earliest = new Float64Array(0);
  /** Places in `articleStatuses`. */
  readonly statuses = new NarrowNumbers();
  /** 1 for a slot whose row is there. */
  readonly isAlive = new NarrowNumbers();
  /** Moments of coming in: few, since an import brings many rows at one. */
  private readonly moments = new Dictionary(fold);
  private readonly momentCodes = new NarrowNumbers();
  private readonly ids = new ArticleIds();
  private used = 0;
  private alive = 0;

  constructor() {
    const words = (values: Titles | Dictionary): WordsOfRows => ({ values, codes: new NarrowNumbers() });
    this.words = {
      title: words(new Titles(fold)),
      publisher: words(new Dictionary(fold)),
      byline: words(new Dictionary(fold)),
      language: words(new Dictionary(fold)),
      tags: words(new Dictionary(fold)),
    };
    const none = () => new NarrowNumbers();
    this.numbers = { words: none(), highlights: none(), events: none(), duplicates: none() };
  }

  /** Slots ever used, dead ones among them. */
  get slots(): number {
    return this.used;
  }

  /** Rows that are there. */
  get size(): number {
    return this.alive;
  }

  /**
   * Adds or replaces a row.
   *
   * @throws {AppError} `bad-input` if its id is no UUID; nothing has changed then
   */
  put(row: LibraryRow): void {
    let slot = this.ids.find(row.articleId);
    if (slot < 0) {
      slot = this.used;
      this.ids.set(slot, row.articleId);
      this.used++;
      this.putText('title', slot, row.title);
    } else if (this.textAt('title', slot) !== row.title) {
      this.putText('title', slot, row.title);
    }
    this.putText('publisher', slot, row.publisher);
    this.putText('byline', slot, row.byline);
    this.putText('language', slot, row.language);
    this.putText('tags', slot, row.tags.join(TAG_BREAK));
    for (const column of NUMBERS) this.numbers[column].set(slot, row[column]);
    this.putDate(slot, row);
    this.statuses.set(slot, articleStatuses.indexOf(row.status));
    this.momentCodes.set(slot, this.moments.add(String(row.added)));
    if (this.isAlive.at(slot) !== 1) this.alive++;
    this.isAlive.set(slot, 1);
  }

  /** Takes rows out; unknown ids are passed over. */
  remove(id: ArticleId): void {
    const slot = this.ids.find(id);
    if (slot < 0 || this.isAlive.at(slot) !== 1) return;
    this.isAlive.set(slot, 0);
    this.alive--;
  }

  /** The slot of a row; -1 when it is not there. */
  find(id: ArticleId): number {
    const slot = this.ids.find(id);
    return slot >= 0 && this.isAlive.at(slot) === 1 ? slot : -1;
  }

  /** The id in a slot. */
  idAt(slot: number): ArticleId {
    return this.ids.at(slot) as ArticleId;
  }

  /** When each row came into the case, by slot: milliseconds since 1970. */
  timesOfIntake(): Float64Array {
    return Float64Array.from({ length: this.used }, (_, slot) => this.addedAt(slot));
  }

  /** Orders two slots by the ids of their rows. */
  compareIds(a: number, b: number): number {
    return this.ids.compare(a, b);
  }

  /** The row in a slot, as it was put. */
  rowAt(slot: number): LibraryRow {
    const date = this.dateCodes.at(slot);
    const earliest = this.earliest[date] ?? Number.NaN;
    return {
      articleId: this.idAt(slot),
      title: this.textAt('title', slot),
      publisher: this.textAt('publisher', slot),
      byline: this.textAt('byline', slot),
      published: this.dates.at(date),
      earliest: Number.isNaN(earliest) ? null : earliest,
      language: this.textAt('language', slot),
      words: this.numbers.words.at(slot),
      highlights: this.numbers.highlights.at(slot),
      events: this.numbers.events.at(slot),
      status: statusAt(this.statuses.at(slot)),
      tags: tagsOf(this.textAt('tags', slot)),
      duplicates: this.numbers.duplicates.at(slot),
      added: this.addedAt(slot),
    };
  }

  private putDate(slot: number, { published, earliest }: LibraryRow): void {
    const code = this.dates.add(published);
    this.earliest = withRoom(this.earliest, code + 1);
    this.earliest[code] = earliest ?? Number.NaN;
    this.dateCodes.set(slot, code);
  }

  /** Lets go of room for more, once all rows of a case are in. */
  trim(): void {
    for (const { values, codes } of Object.values(this.words)) {
      values.trim();
      codes.trim();
    }
    const numbers = [...Object.values(this.numbers), this.dateCodes, this.statuses, this.isAlive, this.momentCodes];
    for (const column of numbers) column.trim();
    this.ids.trim();
  }

  private textAt(column: WordsColumn, slot: number): string {
    return this.words[column].values.at(this.words[column].codes.at(slot));
  }

  private putText(column: WordsColumn, slot: number, text: string): void {
    this.words[column].codes.set(slot, this.words[column].values.add(text));
  }

  private addedAt(slot: number): number {
    return Number(this.moments.at(this.momentCodes.at(slot)));
  }
}

/** The tags of a set as the table keeps it. */
export function tagsOf(set: string): string[] {
  return set === '' ? [] : set.split(TAG_BREAK);
}

/** The status at a place in the order of work. */
export function statusAt(place: number): ArticleStatus {
  return articleStatuses[place] ?? 'inbox';
}
