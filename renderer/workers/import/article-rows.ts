import type { IncomingText } from '#renderer/data/import-batch.ts';
import { articleIdOf, derivedId, textIdOf } from '#shared/custody/identify.ts';
import { sha256Hex } from '#shared/custody/sha256.ts';
import type { Article } from '#shared/domain/article.ts';
import type { CaptureId, MetadataId, SourceId } from '#shared/domain/ids.ts';
import type { Metadata } from '#shared/domain/metadata.ts';
import type { Source } from '#shared/domain/source.ts';
import type { ReadArticle } from '#shared/ingest/reader.ts';
import { fold } from '#shared/text/fold-text.ts';

/** The rows of one article, but for its capture. */
export type ReadRows = {
  /** Where in its capture the article stands: empty for the whole. */
  readonly position: string;
  readonly article: Article;
  readonly text: IncomingText & { readonly text: Uint8Array<ArrayBuffer> };
  readonly metadata: readonly Metadata[];
  readonly source: Source | null;
};

/** A capture and where in it an article stands: empty for the whole. */
export type ArticlePlace = { readonly captureId: CaptureId; readonly position: string };

/** Makes the rows of an article that was read. The same bytes make the same rows on every machine. */
export function articleRows({ captureId, position }: ArticlePlace, read: ReadArticle): ReadRows {
  const articleId = articleIdOf(captureId, position);
  const { text, blocks, folds, links, pages, extractor, extractorVersion } = read;
  const identified = { articleId, blocks, folds, links, extractor, extractorVersion };
  const textId = textIdOf(text, identified);
  const bytes = new TextEncoder().encode(text);
  const source = sourceOf(read);
  const article: Article = {
    id: articleId,
    title: read.title,
    byline: read.byline,
    sourceId: source?.id ?? null,
    url: read.url,
    canonicalUrl: read.canonicalUrl,
    language: read.language,
    script: read.script,
    published: read.published,
    modified: read.modified,
    section: read.section,
    keywords: read.keywords,
    words: read.words,
    captureId,
    textId,
    textHash: sha256Hex(bytes),
  };
  return {
    position,
    article,
    text: { text: bytes, version: { ...identified, id: textId, length: text.length, pages } },
    metadata: read.observed.map(({ field, value, rule, place }) => ({
      id: derivedId('metadata', articleId, field, value, rule, place) as MetadataId,
      articleId,
      field,
      value,
      rule,
      place,
      captureId,
    })),
    source,
  };
}

/**
 * The rows of an article under another name, because strangers go by its own: it is then named by its words as well.
 *
 * @param strangers - how many articles with other words go by its names already
 */
export function renamedRows(rows: ReadRows, strangers: number): ReadRows {
  const { captureId, textHash } = rows.article;
  const articleId = articleIdOf(captureId, rows.position + `#${textHash}`.repeat(strangers));
  const version = { ...rows.text.version, articleId };
  const textId = textIdOf(new TextDecoder('utf-8', { ignoreBOM: true }).decode(rows.text.text), version);
  return {
    ...rows,
    article: { ...rows.article, id: articleId, textId },
    text: { text: rows.text.text, version: { ...version, id: textId } },
    metadata: rows.metadata.map((row) => ({
      ...row,
      articleId,
      id: derivedId('metadata', articleId, row.field, row.value, row.rule, row.place) as MetadataId,
    })),
  };
}

/** A publisher is known by the domain it publishes under, or by its name where there is no address; null without either. */
function sourceOf({ siteName, canonicalUrl, url }: ReadArticle): Source | null {
  const domain = domainOf(canonicalUrl) ?? domainOf(url);
  const name = siteName?.trim() || domain;
  if (!name) return null;
  const id = domain ? derivedId('source', domain) : derivedId('source-name', fold(name));
  return { id: id as SourceId, name, domains: domain ? [domain] : [], affiliation: null, republishes: [] };
}

function domainOf(address: string | null): string | null {
  if (address === null) return null;
  try {
    const { protocol, hostname } = new URL(address);
    return protocol === 'http:' || protocol === 'https:' ? hostname.replace(/^www\./, '') : null;
  } catch {
    // What a page calls its address need not be one.
    return null;
  }
}
