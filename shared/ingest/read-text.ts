import { type JobControl, throwIfCancelled } from '#shared/kernel/job-control.ts';
import { type BlockStyle, BlockWriter } from './block-writer.ts';
import { completeArticle } from './complete-article.ts';
import { foldPlain } from './extract/fold-plain.ts';
import { creditLines } from './metadata/credit-lines.ts';
import type { DecodedFile, ReadArticle, Reader } from './reader.ts';
import { refuseLongText } from './text-limit.ts';
import { withWrittenLinks } from './written-links.ts';

/** What changes when the same text gives other blocks or folds than before. */
const EXTRACTOR = { extractor: 'text', extractorVersion: '3' } as const;
/** Columns at which programs break lines: the longest line of a paragraph tells where. */
const MARGIN = { least: 50, most: 100 } as const;
/** A first line longer than this is no heading. */
const LONGEST_HEADING = 120;
const BULLET = /^\s*(?:[-*•‣◦–]|\(?\d{1,3}[.)])\s+\S/;

const PARAGRAPH: BlockStyle = { kind: 'paragraph', level: 0, direction: null };
const HEADING: BlockStyle = { kind: 'heading', level: 1, direction: null };
const ITEM: BlockStyle = { kind: 'list-item', level: 1, direction: null };

/** Reads plain text: paragraphs, items with bullets, a heading if the first line stands alone. */
export const textReader: Reader = { mediaType: 'text/plain', fits: () => true, read: readText };

async function readText({ text, hints }: DecodedFile, job: JobControl): Promise<readonly ReadArticle[]> {
  refuseLongText(text.length);
  const writer = new BlockWriter();
  const groups = text
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n\s*?(?=\S|$)/)
    .map(linesOf)
    .filter((lines) => lines.length > 0);
  for (const [index, lines] of groups.entries()) {
    writeGroup(writer, lines, index === 0 && isHeading(lines, groups.length));
    if (index % 1000 === 0) {
      throwIfCancelled(job);
      job.onProgress(index, groups.length);
      await job.pause();
    }
  }
  const laidOut = withWrittenLinks(writer.finish());
  return [completeArticle(laidOut, creditLines(laidOut), hints, EXTRACTOR, () => foldPlain(laidOut))];
}

function linesOf(group: string): string[] {
  return group.split('\n').filter((line) => line.trim() !== '');
}

function isHeading(lines: readonly string[], groups: number): boolean {
  const [line = ''] = lines;
  return (
    lines.length === 1 &&
    groups > 1 &&
    line.length <= LONGEST_HEADING &&
    !/[.!?؟。:;,]["'”’»)]*\s*$/.test(line) &&
    !BULLET.test(line)
  );
}

function writeGroup(writer: BlockWriter, lines: readonly string[], isTitle: boolean): void {
  const isBroken = isBrokenAtMargin(lines);
  for (const [index, line] of lines.entries()) {
    const isItem = BULLET.test(line);
    if (index > 0 && isBroken && !isItem) writer.blank();
    else writer.endBlock();
    writer.write(line, isTitle ? HEADING : isItem ? ITEM : PARAGRAPH, null);
  }
  writer.endBlock();
}

/** Only then may lines be put together: poems, tables and addresses are broken on purpose. */
function isBrokenAtMargin(lines: readonly string[]): boolean {
  const lengths = lines.map((line) => line.trimEnd().length);
  const margin = Math.max(...lengths);
  if (lines.length < 2 || margin < MARGIN.least || margin > MARGIN.most) return false;
  // a program breaks where the next word has no room; whoever breaks on purpose leaves room for it
  return lengths.slice(0, -1).every((length, at) => length + 1 + firstWord(lines[at + 1] ?? '') > margin);
}

/** Code units of the word that a line begins with. */
function firstWord(line: string): number {
  return /^\S+/.exec(line.trimStart())?.[0].length ?? 0;
}
