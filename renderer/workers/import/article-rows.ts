import type { ImportBatch, IncomingCapture, IncomingText } from '#renderer/data/import-batch.ts';
import { articleIdOf, derivedId, textIdOf } from '#shared/custody/identify.ts';
import { sha256Hex } from '#shared/custody/sha256.ts';
import type { Article } from '#shared/domain/article.ts';
import type { ArticleId, CaptureId, MetadataId, SourceId } from '#shared/domain/ids.ts';
import type { Metadata } from '#shared/domain/metadata.ts';
import type { Source } from '#shared/domain/source.ts';
import type { ReadArticle } from '#shared/ingest/reader.ts';
import { fold } from '#shared/text/fold-text.ts';

/** Everything that a file brings, but for the file itself. */
export type ArticleRows = Pick<ImportBatch, 'captures' | 'articles' | 'texts' | 'metadata' | 'sources'>;

/** A capture and where in it an article stands: empty for the whole. */
export type CapturedArticle = {
  readonly capture: IncomingCapture;
  readonly position: string;
  /** How many articles with other words go by its name already: it is then named by its words as well. */
  readonly strangers?: number;
};

/** Makes the rows of an article that was read. The same bytes make the same rows on every machine. */
export function articleRows({ capture, position, strangers = 0 }: CapturedArticle, read: ReadArticle): ArticleRows {
  const captureId = capture.id;
  const articleId = articleIdOf(captureId, position + `#${sha256Hex(read.text)}`.repeat(strangers));
  const text = textOf(articleId, read);
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
    textId: text.version.id,
    textHash: sha256Hex(read.text),
  };
  return {
    captures: [capture],
    articles: [article],
    texts: [text],
    metadata: metadataOf(articleId, captureId, read),
    sources: source ? [source] : [],
  };
}

function textOf(articleId: ArticleId, read: ReadArticle): IncomingText {
  const { text, blocks, folds, links, pages, extractor, extractorVersion } = read;
  const identified = { articleId, blocks, folds, links, extractor, extractorVersion };
  return { text, version: { ...identified, id: textIdOf(text, identified), length: text.length, pages } };
}

function metadataOf(articleId: ArticleId, captureId: CaptureId, { observed }: ReadArticle): Metadata[] {
  return observed.map(({ field, value, rule, place }) => ({
    id: derivedId('metadata', articleId, field, value, rule, place) as MetadataId,
    articleId,
    field,
    value,
    rule,
    place,
    captureId,
  }));
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
