import type { Destination, Route } from '#renderer/services/route.tsx';
import {
  type ArticleId,
  articleIdSchema,
  type EventId,
  eventIdSchema,
  type HighlightId,
  highlightIdSchema,
} from '#shared/domain/ids.ts';
import type { TextSpan } from '#shared/kernel/text-span.ts';

/** What of an article is wanted: a marked passage, words at a place, or an event that it speaks of. */
export type Wanted = {
  readonly highlightId?: HighlightId;
  readonly span?: TextSpan;
  readonly eventId?: EventId;
  /** Words to show wherever they stand. */
  readonly find?: string;
};

/** What the reader's part of the address says. */
export type ReaderTarget = { readonly articleId: ArticleId | null; readonly wanted: Wanted };

/** Where the reader shows an article, at a passage if one is named. */
export function readerAt(articleId: ArticleId, { highlightId, span, eventId, find }: Wanted = {}): Destination {
  const parts = [
    ...(highlightId ? ['passage', highlightId] : []),
    ...(span ? ['at', `${span.start}-${span.end}`] : []),
    ...(eventId ? ['event', eventId] : []),
    ...(find ? ['find', find] : []),
  ];
  return { place: 'reader', rest: [articleId, ...parts] };
}

/** Reads the reader's part of the address; what is malformed counts as absent. */
export function readReaderTarget({ rest }: Pick<Route, 'rest'>): ReaderTarget {
  const [first, ...more] = rest;
  const words = new Map<string, string>();
  for (let at = 0; at + 1 < more.length; at += 2) words.set(more[at] ?? '', more[at + 1] ?? '');
  const highlightId = highlightIdSchema.safeParse(words.get('passage')).data;
  const eventId = eventIdSchema.safeParse(words.get('event')).data;
  const span = readSpan(words.get('at'));
  const find = words.get('find');
  return {
    articleId: articleIdSchema.safeParse(first).data ?? null,
    wanted: {
      ...(highlightId ? { highlightId } : {}),
      ...(span ? { span } : {}),
      ...(eventId ? { eventId } : {}),
      ...(find ? { find } : {}),
    },
  };
}

function readSpan(words: string | undefined): TextSpan | null {
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(words ?? '');
  const start = Number(match?.[1]);
  const end = Number(match?.[2]);
  return match && start < end ? { start, end } : null;
}
