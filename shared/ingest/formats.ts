import { documentFormats } from './documents/document-formats.ts';
import { feedFormat } from './feeds/read-feed.ts';
import type { FormatReader } from './format-reader.ts';
import { htmlReader } from './html/read-html.ts';
import { markdownReader } from './markdown/read-markdown.ts';
import { mhtmlFormat } from './mhtml/read-mhtml.ts';
import { textReader } from './read-text.ts';
import { jsonFormat } from './scraped/read-json.ts';
import { csvFormat } from './tables/read-csv.ts';
import { textFormat } from './text-format.ts';
import { waczFormat } from './wacz/read-wacz.ts';
import { arcFormat } from './warc/read-arc.ts';
import { warcFormat } from './warc/read-warc.ts';

/** The formats that are read, in the order in which they are asked: signatures first, plain text, which fits every text, last. */
export const FORMATS: readonly FormatReader[] = [
  warcFormat,
  arcFormat,
  waczFormat,
  mhtmlFormat,
  ...documentFormats,
  csvFormat,
  feedFormat,
  jsonFormat,
  textFormat('html', htmlReader),
  textFormat('markdown', markdownReader),
  textFormat('text', textReader),
];
