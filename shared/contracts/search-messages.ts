import { z } from 'zod/mini';
import { type ArticleId, caseIdSchema } from '#shared/domain/ids.ts';
import type { ErrorPayload } from '#shared/kernel/app-error.ts';
import type { TextSpan } from '#shared/kernel/text-span.ts';

/** What a page asks of the search worker: the newest question wins, an older one is given up. */
export const searchRequestSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('open'), database: z.string(), caseId: caseIdSchema }),
  z.strictObject({
    type: z.literal('search'),
    ask: z.int(),
    typed: z.string(),
    /** Results to describe; all are counted. */
    limit: z.int().check(z.positive()),
  }),
  /** Rows of the case have changed: what was read before may be stale. */
  z.strictObject({ type: z.literal('changed') }),
]);

/** What a page asks of the search worker. */
export type SearchRequest = z.infer<typeof searchRequestSchema>;

/** A piece of text with what to mark in it; `start` is where it begins in the article's text. */
export type MarkedText = { readonly text: string; readonly start: number; readonly marks: readonly TextSpan[] };

/** One article that matches, as the list shows it. */
export type FoundArticle = {
  readonly articleId: ArticleId;
  /** Marks count from the start of the title. */
  readonly title: MarkedText;
  readonly publisher: string;
  /** EDTF level 2; empty when unknown. */
  readonly published: string;
  /** BCP 47; empty when unknown. */
  readonly language: string;
  readonly hits: number;
  /** The best passage first. */
  readonly snippets: readonly MarkedText[];
  /** Null when it matches by its title alone. */
  readonly firstHit: TextSpan | null;
};

/** What a search found. Counts are exact, whatever the limit. */
export type SearchAnswer = {
  readonly results: readonly FoundArticle[];
  readonly articles: number;
  readonly hits: number;
  /** Articles that match only by hidden passages, described up to the same limit. */
  readonly hidden: readonly FoundArticle[];
  readonly hiddenArticles: number;
  /** Articles that were looked through. */
  readonly searched: number;
};

/** What the search worker says. */
export type SearchMessage =
  /** Texts are being read before the first answer. */
  | { readonly type: 'reading'; readonly done: number; readonly total: number }
  | { readonly type: 'answer'; readonly ask: number; readonly answer: SearchAnswer }
  | { readonly type: 'failed'; readonly ask: number; readonly error: ErrorPayload };
