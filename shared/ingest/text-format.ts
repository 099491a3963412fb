import { wholeOf } from './byte-source.ts';
import { decodeText } from './decode-text.ts';
import type { FormatReader, ReadOutcome } from './format-reader.ts';
import { captureOf, foundArticle } from './found-article.ts';
import type { Reader } from './reader.ts';

/** Bytes of a page or a text with what is packed into it: pictures written into a saved page take a hundred times its words. */
const MOST_BYTES = 256 * 1024 * 1024;

/** A reader of decoded text as the reader of a file: the whole file is the capture. */
export function textFormat(name: string, reader: Reader): FormatReader {
  return {
    name,
    mediaType: reader.mediaType,
    fits: ({ text }, hints) => text !== null && reader.fits(text, hints),
    read: async function* (source, hints, { job }): AsyncGenerator<ReadOutcome> {
      const bytes = await wholeOf(source, MOST_BYTES, job);
      const { text, charset } = decodeText(bytes, hints.mediaType);
      const articles = await reader.read({ text, charset, hints }, job);
      const capture = captureOf(bytes, reader.mediaType);
      for (const [at, article] of articles.entries()) {
        const within = articles.length === 1 ? '' : `part ${at + 1}`;
        yield foundArticle({ capture, article, charset, hints }, { within });
      }
    },
  };
}
