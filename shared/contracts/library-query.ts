import { z } from 'zod/mini';
import type { ArticleStatus } from '#shared/domain/case-article.ts';
import type { ArticleId } from '#shared/domain/ids.ts';

/** What the library shows of one article; one row of its grid. */
export type LibraryRow = {
  readonly articleId: ArticleId;
  readonly title: string;
  /** Empty when unknown. */
  readonly publisher: string;
  /** Authors in the order printed, joined by a comma; empty when unknown. */
  readonly byline: string;
  /** EDTF level 2; empty when unknown. */
  readonly published: string;
  /** First minute of `published` in UTC since 1970; null when the year is unknown or nothing is. */
  readonly earliest: number | null;
  /** BCP 47; empty when unknown. */
  readonly language: string;
  readonly words: number;
  readonly highlights: number;
  readonly events: number;
  readonly status: ArticleStatus;
  readonly tags: readonly string[];
  /** How often the same bytes came in again, and how many other articles of the case are copies of it. */
  readonly duplicates: number;
  /** Milliseconds since 1970 of its coming into the case. */
  readonly added: number;
};

const wordsColumn = z.enum(['title', 'publisher', 'byline', 'language', 'tags']);
const numberColumn = z.enum(['words', 'highlights', 'events', 'duplicates']);
const choiceColumn = z.enum(['publisher', 'byline', 'language', 'status', 'tags']);

/** A column of the library. `added` sorts, and is not shown. */
export const libraryColumnSchema = z.enum([
  'title',
  'publisher',
  'byline',
  'published',
  'language',
  'words',
  'highlights',
  'events',
  'status',
  'tags',
  'duplicates',
  'added',
]);

/** A column whose cells are words. */
export type WordsColumn = z.infer<typeof wordsColumn>;
/** A column whose cells are counts. */
export type NumberColumn = z.infer<typeof numberColumn>;
/** A column whose cells repeat, so that values can be picked from a list with counts. */
export type ChoiceColumn = z.infer<typeof choiceColumn>;
/** A column of the library. */
export type LibraryColumn = z.infer<typeof libraryColumnSchema>;

/** What one column has to say. Filters of several columns all have to hold. */
export const libraryFilterSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('contains'), column: wordsColumn, words: z.string() }),
  /** Any of `values`; the empty text stands for "none". */
  z.strictObject({ kind: z.literal('chosen'), column: choiceColumn, values: z.array(z.string()) }),
  /** Both bounds belong to the range; null is open. */
  z.strictObject({
    kind: z.literal('between'),
    column: numberColumn,
    least: z.nullable(z.number()),
    most: z.nullable(z.number()),
  }),
  /** Minutes in UTC since 1970, both included; null is open. */
  z.strictObject({
    kind: z.literal('published'),
    from: z.nullable(z.number()),
    to: z.nullable(z.number()),
    alsoUnknown: z.boolean(),
  }),
]);

/** What one column has to say. */
export type LibraryFilter = z.infer<typeof libraryFilterSchema>;

/** One key of an order. What has no value comes last in both directions. */
export const librarySortSchema = z.strictObject({
  column: libraryColumnSchema,
  direction: z.enum(['ascending', 'descending']),
});

/** One key of an order. */
export type LibrarySort = z.infer<typeof librarySortSchema>;

/** Which articles, in which order. Rows that no key tells apart stand as they came in. */
export const libraryQuerySchema = z.strictObject({
  /** Each word has to stand somewhere in title, publisher, byline, language or tags. */
  words: z.string(),
  filters: z.array(libraryFilterSchema),
  /** The weightiest key first. */
  sort: z.array(librarySortSchema),
});

/** Which articles, in which order. */
export type LibraryQuery = z.infer<typeof libraryQuerySchema>;

/** A part of the rows that match, as the grid draws it. */
export type LibraryWindow = {
  /** Rises with every change of rows or query: answers of an older one are stale. */
  readonly revision: number;
  /** Rows that match. */
  readonly matching: number;
  /** Rows of the case. */
  readonly total: number;
  readonly start: number;
  readonly rows: readonly LibraryRow[];
};

/** How many rows would match with this value of a column, all filters of other columns kept. */
export type FacetValue = { readonly value: string; readonly count: number };

/** Articles by the time of publication, in equal steps. */
export type PublishedHistogram = {
  /** Minutes in UTC since 1970; null when no date is known. */
  readonly from: number | null;
  readonly to: number | null;
  readonly counts: readonly number[];
  readonly unknown: number;
};

/** What can be narrowed down, with exact counts. */
export type LibraryFacets = {
  readonly revision: number;
  readonly status: readonly FacetValue[];
  /** By count; the most frequent ones. */
  readonly publisher: readonly FacetValue[];
  readonly publishers: number;
  readonly language: readonly FacetValue[];
  readonly tags: readonly FacetValue[];
  readonly published: PublishedHistogram;
};
