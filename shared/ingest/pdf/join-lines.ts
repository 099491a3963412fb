import type { LineRun } from './page-fragments.ts';
import { lineRuns } from './page-paragraphs.ts';
import type { PageLine } from './reading-order.ts';

const SPACELESS = /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\u3000-\u303f\uff00-\uffef]/u;
const PARTED = /(\p{L})([-\u2010\u00ad])$/u;
/** No word is longer, but for what is written to make parsing slow. */
const LONGEST_WORD = 60;

/** Words with a hyphen in them that stand within lines: where lines part such a word, it keeps its hyphen. */
export function hyphenated(lines: Iterable<readonly LineRun[]>): ReadonlySet<string> {
  const words = new Set<string>();
  for (const runs of lines) {
    const line = runs.map(({ words: own }) => own).join('');
    for (const [word] of line.matchAll(/\p{L}+(?:[-\u2010]\p{L}+)+/gu)) words.add(keyOf(word));
  }
  return words;
}

/** The words of lines as one: a space between them, none between scripts that have none, and words put together that were parted. */
export function joinLines(lines: readonly PageLine[], compounds: ReadonlySet<string>): LineRun[][] {
  const joined: LineRun[][] = [];
  for (const line of lines) {
    const runs = lineRuns(line);
    const before = joined.at(-1);
    if (before !== undefined) joint(before, runs, compounds);
    joined.push([...runs]);
  }
  return joined;
}

/** Changes the end of the line before, so that the next can be written behind it. */
function joint(before: LineRun[], next: readonly LineRun[], compounds: ReadonlySet<string>): void {
  const last = before.at(-1);
  if (last === undefined) return;
  const ending = textOf(before).trimEnd();
  const beginning = textOf(next).trimStart();
  const parted = PARTED.exec(ending);
  if (parted !== null && /^\p{Ll}/u.test(beginning)) {
    const isSoft = parted[2] === '\u00ad';
    const word = `${wordAtEnd(ending)}${/^\p{L}+/u.exec(beginning.slice(0, LONGEST_WORD))?.[0] ?? ''}`;
    const keeps = !isSoft && (compounds.has(keyOf(word)) || /\p{N}|\p{Lu}[-\u2010]$/u.test(ending.slice(-3)));
    before[before.length - 1] = { ...last, words: last.words.trimEnd().slice(0, keeps ? undefined : -1) };
    return;
  }
  if (parted !== null && /^\p{Lu}/u.test(beginning)) return;
  const isTight = SPACELESS.test(ending.at(-1) ?? '') && SPACELESS.test(beginning[0] ?? '');
  if (!isTight) before.push({ words: ' ', address: null });
}

function textOf(runs: readonly LineRun[]): string {
  return runs.map(({ words }) => words).join('');
}

function wordAtEnd(text: string): string {
  return /[\p{L}\u2010-]+$/u.exec(text.slice(-LONGEST_WORD))?.[0] ?? '';
}

function keyOf(word: string): string {
  return word.toLowerCase().replaceAll('\u2010', '-');
}
