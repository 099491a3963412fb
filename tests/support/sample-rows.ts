import { articleIdOf, captureIdOf, textIdOf } from '#shared/custody/identify.ts';
import { sha256Hex } from '#shared/custody/sha256.ts';
import type { Article } from '#shared/domain/article.ts';
import type { EntityType } from '#shared/domain/codebook.ts';
import { generalCodebook } from '#shared/domain/general-codebook.ts';
import type { MadeAnchor } from '#shared/domain/highlight.ts';
import type { TextId } from '#shared/domain/ids.ts';
import type { TextVersion } from '#shared/domain/text-version.ts';

/** One plain-text article with its capture and text, as an importer hands them over. */
export type SampleArticle = {
  readonly capture: { readonly id: Article['captureId']; readonly mediaType: string; readonly bytes: Uint8Array };
  readonly article: Article;
  readonly text: { readonly version: Omit<TextVersion, 'body'>; readonly text: string };
};

/** Makes an article whose ids follow from its text. */
export function sampleArticle(text: string, fields: Partial<Article> = {}): SampleArticle {
  const bytes = new TextEncoder().encode(text);
  const captureId = captureIdOf(bytes);
  const id = articleIdOf(captureId, '');
  const version = {
    articleId: id,
    length: text.length,
    blocks: [{ kind: 'paragraph' as const, start: 0, end: text.length, level: 0, direction: 'ltr' as const }],
    folds: [],
    links: [],
    pages: [],
    extractor: 'plain-text',
    extractorVersion: '1',
  };
  const textId = textIdOf(text, version);
  const article: Article = {
    id,
    title: text.slice(0, 20),
    byline: [],
    sourceId: null,
    url: null,
    canonicalUrl: null,
    language: 'en',
    script: 'Latn',
    published: '2024-03-14',
    modified: null,
    section: null,
    keywords: [],
    words: text.split(' ').length,
    captureId,
    textId,
    textHash: sha256Hex(text),
    ...fields,
  };
  return {
    capture: { id: captureId, mediaType: 'text/plain', bytes },
    article,
    text: { version: { id: textId, ...version }, text },
  };
}

/** The anchor of the first occurrence of `quote`. */
export function anchorOf(text: string, textId: TextId | null, quote: string): MadeAnchor {
  const start = text.indexOf(quote);
  if (textId === null || start < 0) throw new RangeError(`"${quote}" does not stand there.`);
  const end = start + quote.length;
  return {
    textId,
    start,
    end,
    quote,
    prefix: text.slice(Math.max(0, start - 32), start),
    suffix: text.slice(end, end + 32),
  };
}

/** An entity type of the General codebook by its name. */
export function typeNamed(name: string): EntityType {
  const type = generalCodebook.entityTypes.find((each) => each.name === name);
  if (!type) throw new RangeError(`No type ${name}.`);
  return type;
}
