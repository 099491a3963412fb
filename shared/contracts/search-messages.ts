import { z } from 'zod/mini';
import { type ArticleId, type CaseId, caseIdSchema, type EntityId, type EventId } from '#shared/domain/ids.ts';
import type { Reply } from '#shared/kernel/reply.ts';
import type { TextSpan } from '#shared/kernel/text-span.ts';

/** What results can be counted and narrowed by. */
export const narrowNameSchema = z.enum(['publisher', 'language', 'status', 'tag', 'entity', 'event-type', 'month']);

/** What results can be counted and narrowed by. */
export type NarrowName = z.infer<typeof narrowNameSchema>;

/** A value that results are narrowed to: the key of a facet's value. Values of one name are alternatives. */
export const narrowingSchema = z.strictObject({ name: narrowNameSchema, key: z.string() });

/** A value that results are narrowed to. */
export type Narrowing = z.infer<typeof narrowingSchema>;

/** How results are put in order; `fresh` is by score, newer ones a little higher. */
export const searchSortSchema = z.enum(['score', 'fresh', 'newest', 'oldest', 'publisher']);

/** How results are put in order. */
export type SearchSort = z.infer<typeof searchSortSchema>;

/** What is looked for, and where. */
export const searchQuestionSchema = z.strictObject({
  /** In the query language. */
  typed: z.string(),
  /** One case, or null for all of them. */
  caseId: z.nullable(caseIdSchema),
  narrowed: z.array(narrowingSchema),
  sort: searchSortSchema,
});

/** What is looked for, and where. */
export type SearchQuestion = z.infer<typeof searchQuestionSchema>;

/** By what concordance lines are put in order; `article` is the order of results. */
export const lineSortSchema = z.enum(['article', 'before', 'after']);

/** By what concordance lines are put in order. */
export type LineSort = z.infer<typeof lineSortSchema>;

const limit = z.int().check(z.positive());
const question = searchQuestionSchema;

/** What a page asks of the index. */
export const indexQuestionSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('search'), question, limit, withHidden: z.boolean() }),
  z.strictObject({ type: z.literal('hits'), question }),
  z.strictObject({ type: z.literal('lines'), question, sort: lineSortSchema, limit }),
  z.strictObject({ type: z.literal('events'), question, limit }),
  z.strictObject({ type: z.literal('entities'), question, limit }),
  z.strictObject({ type: z.literal('new-since'), question, since: z.nullable(z.number()) }),
  z.strictObject({ type: z.literal('names'), typed: z.string(), limit }),
  z.strictObject({ type: z.literal('export'), question, of: z.enum(['articles', 'lines']) }),
  z.strictObject({ type: z.literal('rebuild') }),
]);

/** What a page asks of the index. */
export type IndexQuestion = z.infer<typeof indexQuestionSchema>;

/** A question of one kind. */
export type QuestionOf<Kind extends IndexQuestion['type']> = Extract<IndexQuestion, { type: Kind }>;

/** What a page says to the search worker. */
export const searchRequestSchema = z.discriminatedUnion('type', [
  /** The newest question of a slot wins: an older one is given up. */
  z.strictObject({ type: z.literal('ask'), ask: z.int(), slot: z.string(), question: indexQuestionSchema }),
  z.strictObject({ type: z.literal('close') }),
]);

/** What a page says to the search worker. */
export type SearchRequest = z.infer<typeof searchRequestSchema>;

/** A piece of text with what to mark in it; `start` is where it begins in the article's text. */
export type MarkedText = { readonly text: string; readonly start: number; readonly marks: readonly TextSpan[] };

/** Words that match outside of title and text, and what they are. */
export type MarkedField = MarkedText & { readonly field: 'byline' | 'note' | 'highlight' | 'entity' | 'event' };

/** One article that matches, as the list shows it. */
export type FoundArticle = {
  readonly caseId: CaseId;
  readonly articleId: ArticleId;
  /** Marks count from the start of the title. */
  readonly title: MarkedText;
  readonly publisher: string;
  /** EDTF level 2; empty when unknown. */
  readonly published: string;
  /** BCP 47; empty when unknown. */
  readonly language: string;
  /** Places in title and text, those in hidden passages only where it matches by them alone. */
  readonly hits: number;
  /** The best passage first. */
  readonly snippets: readonly MarkedText[];
  readonly elsewhere: readonly MarkedField[];
  /** Places in the text, in order. */
  readonly spans: readonly TextSpan[];
};

/** How many results have a value; the key of a month is `2019-11`. */
export type FacetValueCount = { readonly key: string; readonly label: string; readonly count: number };

/** What stands in the index when a question is answered. */
export type CorpusState = {
  /** Whether the index holds every article. */
  readonly isWhole: boolean;
  /** The number of the last change that it has heard of. */
  readonly seq: number;
};

/** What a search found. Counts are exact, whatever the limit. */
export type SearchAnswer = {
  readonly results: readonly FoundArticle[];
  readonly articles: number;
  /** Null until they are counted: ask for them. */
  readonly hits: number | null;
  /** Articles that match only by hidden passages, described up to the same limit where asked for. */
  readonly hidden: readonly FoundArticle[];
  readonly hiddenArticles: number;
  /** Articles of the scope. */
  readonly searched: number;
  readonly facets: { readonly [Name in NarrowName]?: readonly FacetValueCount[] };
  readonly corpus: CorpusState;
  /** What it took, in milliseconds. */
  readonly took: number;
};

/** A place in context. */
export type ConcordanceLine = {
  readonly caseId: CaseId;
  readonly articleId: ArticleId;
  /** In the article's text. */
  readonly span: TextSpan;
  readonly before: string;
  readonly hit: string;
  readonly after: string;
  readonly publisher: string;
  readonly published: string;
  readonly language: string;
};

/** Places in context; `lines` of `total`, from `read` of `articles` found. */
export type LinesAnswer = {
  readonly lines: readonly ConcordanceLine[];
  readonly total: number;
  readonly read: number;
  readonly articles: number;
};

/** An event that found articles speak of. */
export type FoundEvent = {
  readonly caseId: CaseId;
  readonly eventId: EventId;
  readonly type: string;
  readonly title: string;
  /** EDTF level 2; empty when unknown. */
  readonly when: string;
  /** Found articles that it rests on. */
  readonly articles: number;
};

/** An entity that found articles mention. */
export type FoundEntity = {
  readonly entityId: EntityId;
  readonly name: string;
  readonly type: string;
  readonly articles: number;
};

/** Some of what was found, and how many there are. */
export type SomeOf<Found> = { readonly found: readonly Found[]; readonly total: number };

/** A name of an entity that fits what was typed. */
export type NameFound = { readonly entityId: EntityId; readonly name: string; readonly typos: number };

/** What an index says to each kind of question. */
export type IndexAnswers = {
  search: SearchAnswer;
  /** Null when there are too many articles to look through. */
  hits: number | null;
  lines: LinesAnswer;
  events: SomeOf<FoundEvent>;
  entities: SomeOf<FoundEntity>;
  'new-since': { readonly articles: number; readonly fresh: number };
  names: readonly NameFound[];
  /** A table as CSV, its rows, and how many articles were found. */
  export: { readonly file: Blob; readonly rows: number; readonly read: number; readonly articles: number };
  rebuild: null;
};

/** How the index stands. */
export type IndexState = {
  readonly documents: number;
  /** Articles of all cases: what it holds once it is whole. */
  readonly articles: number;
  readonly isWhole: boolean;
  readonly segments: number;
  readonly bytes: number;
  /** Where its files lie. */
  readonly place: 'files' | 'database';
  readonly corpus: CorpusState;
  /** What keeps it from being written, in words for the analyst; null when nothing does. */
  readonly trouble: string | null;
  /** Why it was built anew since it was opened; null when it was not. */
  readonly rebuilt: 'missing' | 'damaged' | 'asked' | null;
};

/** What the search worker says. */
export type SearchMessage =
  | { readonly type: 'state'; readonly state: IndexState }
  | { readonly type: 'answer'; readonly ask: number; readonly reply: Reply<unknown> };

/** What the window that owns the index tells the worker at first; ports of windows follow. */
export const searchOpenSchema = z.strictObject({
  type: z.literal('open'),
  database: z.string(),
  /** Held by the worker as long as it lives. */
  lock: z.string(),
});

/**
 * What windows and the worker that passes ports say to each other; ports travel beside. A window says "this one owns the index",
 * or "pass this port to whoever does"; the hub hands a port on, says that there is an owner, or how its own end is heard of.
 */
export const hubMessageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['own', 'connect', 'serve', 'owner']) }),
  z.strictObject({ type: z.literal('hello'), lock: z.string() }),
]);

/** What windows and the worker that passes ports say to each other. */
export type HubMessage = z.infer<typeof hubMessageSchema>;
