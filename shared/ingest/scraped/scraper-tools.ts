import type { RecordValues } from '../tables/record-values.ts';
import type { MappedField, TableMapping } from '../tables/table-mapping.ts';

/** A program that takes articles out of pages, and the fields that it writes. */
export type ScraperTool = {
  readonly name: string;
  /** Its fields, by which it is known: of each list at least one is there. */
  readonly known: readonly (readonly string[])[];
  readonly mapping: TableMapping;
};

/** `field: column column …`: those that are trusted most first. */
function mapping(fields: Partial<Record<MappedField, string>>): TableMapping {
  return {
    fields: Object.entries(fields).flatMap(([field, columns]) =>
      columns.split(' ').map((column) => ({ column, field: field as MappedField })),
    ),
  };
}

/**
 * What is read without asking. From the tools' own documentation and output:
 * trafilatura `--json` (adbar/trafilatura, `xml.py`: build_json_output), news-please (fhamborg/news-please, `NewsArticle.get_dict`),
 * newspaper4k `Article.to_json` and newspaper3k's attributes, Fundus `Article.to_json` (flairNLP/fundus), goose3 `Article.infos`,
 * Readability.js `parse()`, Postlight (Mercury) Parser, JSON Feed 1.1, schema.org NewsArticle as JSON-LD.
 */
export const SCRAPER_TOOLS: readonly ScraperTool[] = [
  {
    name: 'trafilatura',
    known: [
      ['source-hostname', 'hostname'],
      ['text', 'raw_text'],
      ['fingerprint', 'filedate', 'pagetype', 'excerpt', 'license', 'source'],
    ],
    mapping: mapping({
      title: 'title',
      byline: 'author',
      published: 'date',
      url: 'source url',
      siteName: 'source-hostname sitename',
      description: 'excerpt description',
      section: 'categories',
      keywords: 'tags',
      language: 'language',
      text: 'text',
    }),
  },
  {
    name: 'news-please',
    known: [['maintext'], ['date_publish', 'date_download', 'source_domain', 'title_page']],
    mapping: mapping({
      title: 'title',
      byline: 'authors',
      published: 'date_publish',
      modified: 'date_modify',
      capturedAt: 'date_download',
      url: 'url',
      siteName: 'source_domain',
      description: 'description',
      language: 'language',
      text: 'maintext',
    }),
  },
  {
    name: 'fundus',
    known: [
      ['publishing_date'],
      ['body.sections.paragraphs', 'body.summary', 'plaintext'],
      ['authors', 'topics', 'title'],
    ],
    mapping: mapping({
      title: 'title',
      byline: 'authors',
      published: 'publishing_date',
      keywords: 'topics',
      url: 'html.responded_url html.requested_url url',
      capturedAt: 'html.crawl_date crawl_date',
      siteName: 'publisher html.source_info.publisher',
      language: 'lang',
      text: 'plaintext',
    }),
  },
  {
    name: 'newspaper',
    known: [
      ['publish_date'],
      ['text'],
      [
        'top_image',
        'top_img',
        'movies',
        'meta_lang',
        'meta_description',
        'meta_keywords',
        'canonical_link',
        'source_url',
      ],
    ],
    mapping: mapping({
      title: 'title',
      byline: 'authors',
      published: 'publish_date',
      url: 'url',
      canonicalUrl: 'canonical_link',
      siteName: 'meta_site_name source_url',
      description: 'meta_description summary',
      language: 'language meta_lang',
      keywords: 'tags meta_keywords',
      text: 'text',
    }),
  },
  {
    name: 'goose3',
    known: [['cleaned_text'], ['title']],
    mapping: mapping({
      title: 'title',
      byline: 'authors',
      published: 'publish_date',
      canonicalUrl: 'meta.canonical',
      siteName: 'opengraph.site_name domain',
      description: 'meta.description',
      language: 'meta.lang',
      keywords: 'tags',
      text: 'cleaned_text',
    }),
  },
  {
    name: 'readability',
    known: [
      ['content', 'textContent'],
      ['siteName', 'excerpt'],
      ['byline', 'publishedTime', 'length', 'dir'],
    ],
    mapping: mapping({
      title: 'title',
      byline: 'byline',
      published: 'publishedTime',
      url: 'url',
      siteName: 'siteName',
      description: 'excerpt',
      language: 'lang',
      html: 'content',
      text: 'textContent',
    }),
  },
  {
    name: 'mercury',
    known: [['content'], ['date_published', 'lead_image_url'], ['word_count', 'domain', 'total_pages']],
    mapping: mapping({
      title: 'title',
      byline: 'author',
      published: 'date_published',
      url: 'url',
      siteName: 'domain',
      description: 'excerpt dek',
      html: 'content',
    }),
  },
  {
    name: 'json-feed',
    known: [
      ['content_html', 'content_text'],
      ['id', 'url'],
      ['date_published', 'url', 'external_url', 'title'],
    ],
    mapping: mapping({
      title: 'title',
      byline: 'authors.name author.name',
      published: 'date_published',
      modified: 'date_modified',
      url: 'url external_url',
      description: 'summary',
      language: 'language',
      keywords: 'tags',
      html: 'content_html',
      text: 'content_text',
    }),
  },
  {
    name: 'json-ld',
    known: [['articleBody'], ['headline'], ['@type']],
    mapping: mapping({
      title: 'headline',
      byline: 'author.name author creator.name',
      published: 'datePublished',
      modified: 'dateModified',
      url: 'url mainEntityOfPage.@id mainEntityOfPage',
      siteName: 'publisher.name',
      description: 'description',
      language: 'inLanguage',
      section: 'articleSection',
      keywords: 'keywords',
      text: 'articleBody',
    }),
  },
];

/** The tool that wrote a record, by its fields; null when none is known by them. Fields that are there but empty count. */
export function toolOf(record: object, values: RecordValues): ScraperTool | null {
  const has = (path: string) => Object.hasOwn(record, path) || values.has(path);
  return SCRAPER_TOOLS.find(({ known }) => known.every((any) => any.some(has))) ?? null;
}
