import type { Block } from '#shared/domain/text-version.ts';
import type { LaidOutText } from '../block-writer.ts';
import { isHeadline } from '../extract/headline.ts';
import type { ObservedValue } from '../reader.ts';
import { bylinePrefix, peopleIn } from './byline-names.ts';
import { dateIn } from './marked-values.ts';
import { observeValue } from './observe-value.ts';

/** Blocks before and behind a headline that may say who wrote the article and when. */
const BEFORE = 4;
const BEHIND = 14;
/** Code units of such a line; longer ones are the article. */
const LONGEST = 140;
/** Paragraphs this long end the head of an article. */
const PROSE = 200;
/** Bylines and dates that are taken. */
const MOST = 4;

/** Who and when, as the lines around the headline say it to readers: `By Ada Lovelace`, `10 November 2019`. */
export function visibleLines({ text, blocks }: LaidOutText, titles: readonly string[]): ObservedValue[] {
  const headline = headlineIn(text, blocks, titles);
  const lines: string[] = [];
  for (const { start, end } of blocks.slice(Math.max(0, headline - BEFORE), headline + 1 + BEHIND)) {
    const words = text.slice(start, end);
    if (words.length > PROSE && lines.length > BEFORE) break;
    if (words.length <= LONGEST && !titles.some((title) => isHeadline(words, title))) lines.push(...words.split('\n'));
  }
  const bylines = lines.filter((line) => bylinePrefix.test(line)).flatMap(namesIn);
  const dates = lines.map((line) => ({ line, date: dateIn(line) })).filter(({ line, date }) => date !== line);
  return [
    ...bylines.slice(0, MOST).flatMap((name) => observeValue('byline', name, 'line', 'line near the headline')),
    ...dates.slice(0, MOST).flatMap(({ date }) => observeValue('published', date, 'line', 'line near the headline')),
  ];
}

/** `By agreement with …` names nobody: where names have capitals, the first has one. */
function namesIn(line: string): string[] {
  const names = peopleIn(line);
  return /^\p{Ll}/u.test(line.replace(bylinePrefix, '')) ? [] : names;
}

function headlineIn(text: string, blocks: readonly Block[], titles: readonly string[]): number {
  const named = blocks.findIndex(
    ({ kind, start, end }) => kind === 'heading' && titles.some((title) => isHeadline(text.slice(start, end), title)),
  );
  if (named >= 0) return named;
  return Math.max(
    0,
    blocks.findIndex(({ kind, level }) => kind === 'heading' && level === 1),
  );
}
