import { dateInWords } from '#shared/dates/date-words.ts';
import type { OpenArticle } from './use-open-article.ts';

/**
 * A passage with all that is needed to find it again: quote, title, publisher, date, address, and the hash of the bytes it
 * was read from. Plain words, one thing on a line; what is unknown says so.
 */
export function citationOf({ article, source, capture }: OpenArticle, quote: string): string {
  const published = article.published ? dateInWords(article.published) : 'date unknown';
  return [
    `“${quote.replace(/\s+/g, ' ').trim()}”`,
    `${article.title}. ${source?.name || 'publisher unknown'}, ${published}.`,
    article.url ?? 'Address unknown',
    `Capture SHA-256 ${capture?.id ?? article.captureId}`,
  ].join('\n');
}
