import { type JobControl, throwIfCancelled } from '#shared/kernel/job-control.ts';
import { completeArticle } from '../complete-article.ts';
import { foldPlain } from '../extract/fold-plain.ts';
import type { DecodedFile, ObservedValue, ReadArticle, Reader, ReadingHints } from '../reader.ts';
import { refuseLongText } from '../text-limit.ts';
import { hasFrontMatter, readFrontMatter } from './front-matter.ts';
import { markdownBlocks } from './markdown-blocks.ts';

/** What changes when the same text gives other blocks or folds than before. */
const EXTRACTOR = { extractor: 'markdown', extractorVersion: '2' } as const;
/** Code units looked at for the signs of Markdown. */
const SAMPLE = 20_000;
/** Signs that plain text does not have two of by accident. */
const SIGNS: readonly RegExp[] = [
  /^#{1,6} \S/m,
  /\[[^[\]\n]{1,300}\]\((?:https?:|mailto:|\/|#|\.)[^()\s]*\)/,
  /^```/m,
  /^> \S/m,
  /\*\*[^\s*][^*\n]*\*\*/,
  /^\|.*\|\s*\n\|[\s:|-]+\|\s*$/m,
  /^(?:=|-){3,}\s*$/m,
];

/** Reads Markdown, with the named values that may stand before it. */
export const markdownReader: Reader = { mediaType: 'text/markdown', fits: isMarkdown, read: readMarkdown };

function isMarkdown(text: string, { fileName, mediaType }: ReadingHints): boolean {
  const isNamed =
    /\.(?:md|markdown|mdown|mkd)$/i.test(fileName ?? '') || /^\s*text\/(?:x-)?markdown/i.test(mediaType ?? '');
  const plain = text.slice(0, SAMPLE).replace(/\r\n?/g, '\n');
  return isNamed || hasFrontMatter(plain) || SIGNS.filter((sign) => sign.test(plain)).length > 1;
}

async function readMarkdown({ text, hints }: DecodedFile, job: JobControl): Promise<readonly ReadArticle[]> {
  refuseLongText(text.length);
  throwIfCancelled(job);
  await job.pause();
  const { observed, body } = readFrontMatter(text.replace(/\r\n?/g, '\n'));
  const laidOut = markdownBlocks(body);
  const heading = laidOut.blocks.find(({ kind, level }) => kind === 'heading' && level === 1);
  const title: ObservedValue[] =
    heading === undefined
      ? []
      : [{ field: 'title', value: laidOut.text.slice(heading.start, heading.end), rule: 'heading', place: '# …' }];
  return [completeArticle(laidOut, [...observed, ...title], hints, EXTRACTOR, () => foldPlain(laidOut))];
}
