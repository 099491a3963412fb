import type { LibraryRow, NumberColumn, WordsColumn } from '#shared/contracts/library-query.ts';
import { type ArticleStatus, articleStatuses } from '#shared/domain/case-article.ts';
import type { ArticleId } from '#shared/domain/ids.ts';
import { fold } from '#shared/text/fold-text.ts';
import { ArticleIds } from './article-ids.ts';
import { Dictionary } from './dictionary.ts';
import { withRoom } from './growing.ts';
import { Titles } from './titles.ts';

/** Parts the tags of one row within the dictionary of sets of tags; no tag holds it. */
const TAG_BREAK = '\n';

const NUMBERS: readonly NumberColumn[] = ['words', 'highlights', 'events', 'duplicates'];

/** A column of words: which text each row has, and where a word stands. */
export type WordsOfRows = {
  readonly values: Titles | Dictionary;
  /** By slot. */
  codes: Uint32Array<ArrayBuffer>;
};

/**
 * The rows of a case, column by column, in typed arrays: a hundred thousand in some twenty megabytes.
 * A row has a slot for as long as the table lives; a removed row leaves its slot dead until the same article comes back.
 */
export class ArticleTable {
  readonly words: Record<WordsColumn, WordsOfRows>;
  readonly numbers: Record<NumberColumn, Uint32Array<ArrayBuffer>>;
  /** Published dates as texts, and the first minute of each by its code; NaN when the year is unknown. */
  readonly dates = new Dictionary(fold);
  dateCodes = new Uint32Array(0);
  earliest = new Float64Array(0);
  /** Places in `articleStatuses`. */
  statuses = new Uint8Array(0);
  added = new Float64Array(0);
  isAlive = new Uint8Array(0);
  private readonly ids = new ArticleIds();
  private used = 0;
  private alive = 0;

  constructor() {
    const words = (values: Titles | Dictionary): WordsOfRows => ({ values, codes: new Uint32Array(0) });
    this.words = {
      title: words(new Titles(fold)),
      publisher: words(new Dictionary(fold)),
      byline: words(new Dictionary(fold)),
      language: words(new Dictionary(fold)),
      tags: words(new Dictionary(fold)),
    };
    const none = () => new Uint32Array(0);
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
      this.makeRoom();
      this.words.title.codes[slot] = this.words.title.values.add(row.title);
    } else if (this.words.title.values.at(this.words.title.codes[slot] ?? 0) !== row.title) {
      this.words.title.codes[slot] = this.words.title.values.add(row.title);
    }
    this.words.publisher.codes[slot] = this.words.publisher.values.add(row.publisher);
    this.words.byline.codes[slot] = this.words.byline.values.add(row.byline);
    this.words.language.codes[slot] = this.words.language.values.add(row.language);
    this.words.tags.codes[slot] = this.words.tags.values.add(row.tags.join(TAG_BREAK));
    for (const column of NUMBERS) this.numbers[column][slot] = row[column];
    this.putDate(slot, row);
    this.statuses[slot] = articleStatuses.indexOf(row.status);
    this.added[slot] = row.added;
    if (this.isAlive[slot] !== 1) this.alive++;
    this.isAlive[slot] = 1;
  }

  /** Takes rows out; unknown ids are passed over. */
  remove(id: ArticleId): void {
    const slot = this.ids.find(id);
    if (slot < 0 || this.isAlive[slot] !== 1) return;
    this.isAlive[slot] = 0;
    this.alive--;
  }

  /** The slot of a row; -1 when it is not there. */
  find(id: ArticleId): number {
    const slot = this.ids.find(id);
    return slot >= 0 && this.isAlive[slot] === 1 ? slot : -1;
  }

  /** The id in a slot. */
  idAt(slot: number): ArticleId {
    return this.ids.at(slot) as ArticleId;
  }

  /** Orders two slots by when their rows came into the case; of one moment, by id. */
  compareIntake(a: number, b: number): number {
    return (this.added[a] ?? 0) - (this.added[b] ?? 0) || this.ids.compare(a, b);
  }

  /** The row in a slot, as it was put. */
  rowAt(slot: number): LibraryRow {
    const text = (column: WordsColumn) => this.words[column].values.at(this.words[column].codes[slot] ?? 0);
    const date = this.dateCodes[slot] ?? 0;
    const earliest = this.earliest[date] ?? Number.NaN;
    return {
      articleId: this.idAt(slot),
      title: text('title'),
      publisher: text('publisher'),
      byline: text('byline'),
      published: this.dates.at(date),
      earliest: Number.isNaN(earliest) ? null : earliest,
      language: text('language'),
      words: this.numbers.words[slot] ?? 0,
      highlights: this.numbers.highlights[slot] ?? 0,
      events: this.numbers.events[slot] ?? 0,
      status: statusAt(this.statuses[slot] ?? 0),
      tags: tagsOf(text('tags')),
      duplicates: this.numbers.duplicates[slot] ?? 0,
      added: this.added[slot] ?? 0,
    };
  }

  private putDate(slot: number, { published, earliest }: LibraryRow): void {
    const code = this.dates.add(published);
    this.earliest = withRoom(this.earliest, code + 1);
    this.earliest[code] = earliest ?? Number.NaN;
    this.dateCodes[slot] = code;
  }

  private makeRoom(): void {
    for (const column of Object.values(this.words)) column.codes = withRoom(column.codes, this.used);
    for (const column of NUMBERS) this.numbers[column] = withRoom(this.numbers[column], this.used);
    this.dateCodes = withRoom(this.dateCodes, this.used);
    this.statuses = withRoom(this.statuses, this.used);
    this.added = withRoom(this.added, this.used);
    this.isAlive = withRoom(this.isAlive, this.used);
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
