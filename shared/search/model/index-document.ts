import type { ArticleId, CaseId } from '#shared/domain/ids.ts';
import type { TextSpan } from '#shared/kernel/text-span.ts';

/** Parts of an article that are searched; a word without a field is looked for in all of them. */
export type SearchField = 'title' | 'text' | 'byline' | 'note' | 'highlight' | 'entity' | 'event';

/** What articles are filtered and counted by. */
export type FilterName = 'publisher' | 'language' | 'status' | 'tag' | 'entity' | 'event-type' | 'has' | 'is';

/** A value of a filter: `key` tells values apart (an id, a language code), `label` is what is shown and what a query names. */
export type FilterValue = { readonly key: string; readonly label: string };

/** What is counted of events; `casualties` is "killed or injured", never either of the two. */
export type CountName = 'killed' | 'injured' | 'casualties';

/** What an assessment or a claim says of a number; null where a side is open. */
export type CountRange = { readonly name: CountName; readonly min: number | null; readonly max: number | null };

/** Days since 1970-01-01, whole; the earliest and the latest that a date may mean. */
export type DayRange = { readonly first: number; readonly last: number };

/**
 * An article of a case as the index takes it in. An article of two cases is two documents: tags, notes and events are the
 * case's own, and what is found under "All cases" is opened in its case.
 */
export type IndexDocument = {
  readonly caseId: CaseId;
  readonly articleId: ArticleId;
  readonly title: string;
  /** The text as it stands, offsets as in the text version; paragraphs are parted by line breaks. */
  readonly text: string;
  /** Passages that are hidden at first, in order: counted apart. */
  readonly folds: readonly TextSpan[];
  /** Authors; each stands for itself, as do the elements of all lists below: no phrase goes from one to the next. */
  readonly byline: readonly string[];
  /** The note on the article. */
  readonly notes: readonly string[];
  /** Notes on highlights; the words of the passages stand in the text. */
  readonly highlights: readonly string[];
  /** Names and aliases of the entities that are mentioned. */
  readonly entities: readonly string[];
  /** Titles and notes of the events that rest on it. */
  readonly events: readonly string[];
  readonly filters: { readonly [Name in FilterName]?: readonly FilterValue[] };
  readonly published: DayRange | null;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly imported: number;
  readonly words: number;
  readonly counts: readonly CountRange[];
};
