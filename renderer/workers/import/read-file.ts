import { AppError } from '#shared/kernel/app-error.ts';
import { directionOf } from '#shared/text/direction.ts';
import { normaliseText } from '#shared/text/normalise-text.ts';
import { tokensOf } from '#shared/text/tokens.ts';
import type { ReadArticle } from './read-article.ts';

/** Reads a file as plain text. */
export function readFile(bytes: Uint8Array, _fileName: string): ReadArticle {
  let text: string;
  try {
    text = normaliseText(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new AppError('unreadable', 'It is no text.', error);
  }
  text = text.replace(/<style[\s\S]*?<\/style>|<script[\s\S]*?<\/script>/g, '').replace(/<[^>]*>/g, '');
  const blocks = [...text.matchAll(/[^\n]+/g)].map((line) => ({
    kind: 'paragraph' as const,
    start: line.index,
    end: line.index + line[0].length,
    level: 0,
    direction: directionOf(line[0]) === 'rtl' ? ('rtl' as const) : ('ltr' as const),
  }));
  const first = blocks[0];
  return {
    title: first ? text.slice(first.start, first.end).trim() : '',
    byline: [],
    url: null,
    canonicalUrl: null,
    language: null,
    script: null,
    published: null,
    modified: null,
    section: null,
    keywords: [],
    blocks,
    folds: [],
    links: [],
    pages: [],
    extractor: 'plain',
    extractorVersion: '0',
    mediaType: 'text/plain',
    text,
    words: tokensOf(text).length,
    siteName: null,
    observed: [],
  };
}
