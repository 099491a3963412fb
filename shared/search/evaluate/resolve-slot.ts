import { patternMatcher } from '#shared/search/analysis/match-pattern.ts';
import { wordForms } from '#shared/search/analysis/word-forms.ts';
import { CAPITAL, OTHERWISE, writtenStyle } from '#shared/search/analysis/written-style.ts';
import type { PhraseSlot, WordParts, WordPattern } from '#shared/search/model/query.ts';
import type { Dictionary, TermEntry } from '#shared/search/segment/dictionary.ts';
import {
  decodeLetters,
  encodeLetters,
  exactStart,
  HIDDEN,
  lettersEnd,
  PLAIN,
  plainKey,
  SPELLED,
  spelledStart,
  TAGGED,
} from '#shared/search/segment/term-key.ts';
import { visitFuzzy } from './visit-fuzzy.ts';

/**
 * One way in which a slot may stand in a text: terms one after the other, each any of several (shown or hidden words).
 * A single step may take several positions; `without` are places that do not count.
 */
export type Alternative = {
  readonly steps: readonly (readonly TermEntry[])[];
  readonly span: number;
  readonly without: readonly TermEntry[];
  /** Whether only places with a capital in front count, only those without, or both. */
  readonly capital: 'any' | 'only' | 'none';
  readonly weight: number;
};

/** A word with a typo is worth so much of the word itself. */
const TYPO_WEIGHT = 0.5;

/** The ways in which a slot stands in a segment; none when it does not stand there. */
export function resolveSlot(
  dictionary: Dictionary,
  slot: PhraseSlot,
  isExact: boolean,
  withHidden: boolean,
): Alternative[] {
  const sides = withHidden ? [0, HIDDEN] : [0];
  if (slot.kind === 'pattern') return resolvePattern(dictionary, slot.pattern, sides);
  if (isExact) return resolveExact(dictionary, slot.word, sides);
  const { runs, spellings, tags } = wordForms(slot.word);
  return [
    ...runs.flatMap((run) => resolveRun(dictionary, run, sides)),
    ...spellings.flatMap((letters) => resolveSpelled(dictionary, SPELLED, letters, sides)),
    ...tags.flatMap((letters) => resolveSpelled(dictionary, TAGGED, letters, sides)),
  ];
}

function resolveRun(dictionary: Dictionary, run: readonly string[], sides: readonly number[]): Alternative[] {
  const steps = run.map((letters) => sides.flatMap((hidden) => dictionary.find(plainKey(letters, hidden)) ?? []));
  if (steps.some(({ length }) => length === 0)) return [];
  return [{ steps, span: steps.length, without: [], capital: 'any', weight: 1 }];
}

function resolveSpelled(
  dictionary: Dictionary,
  kind: typeof SPELLED | typeof TAGGED,
  letters: string,
  sides: readonly number[],
): Alternative[] {
  return sides.flatMap((hidden) => {
    const found: Alternative[] = [];
    dictionary.visitStarting(spelledStart(kind, letters, hidden), () => {
      found.push(single(dictionary.entry(), dictionary.key[dictionary.length - 1] as number));
    });
    return found;
  });
}

function single(entry: TermEntry, span: number, weight = 1): Alternative {
  return { steps: [[entry]], span, without: [], capital: 'any', weight };
}

/** Words that are written as they fold, or with a capital in front, have no term of their own. */
function resolveExact(dictionary: Dictionary, word: WordParts, sides: readonly number[]): Alternative[] {
  const letters = word.parts.join('');
  const style = word.parts.length === 1 ? writtenStyle(letters, word.written) : OTHERWISE;
  if (style !== OTHERWISE) {
    const [run] = resolveRun(dictionary, wordForms({ ...word, sign: '' }).runs[0] ?? [], sides);
    if (run === undefined) return [];
    if (style === CAPITAL) return [{ ...run, capital: 'only' }];
    const without: TermEntry[] = [];
    for (const hidden of sides) {
      dictionary.visitStarting(exactStart(letters, hidden), () => {
        if (dictionary.key[dictionary.length - 1] === 1) without.push(dictionary.entry());
      });
    }
    return [{ ...run, without, capital: 'none' }];
  }
  return sides.flatMap((hidden) => {
    const found: Alternative[] = [];
    dictionary.visitStarting(exactStart(letters, hidden), () => {
      const span = dictionary.key[dictionary.length - 1] as number;
      const start = lettersEnd(dictionary.key, dictionary.length) + 1;
      const written = decodeLetters(dictionary.key, start, dictionary.length - 2);
      if (span === word.parts.length && written === word.written) found.push(single(dictionary.entry(), span));
    });
    return found;
  });
}

function resolvePattern(dictionary: Dictionary, pattern: WordPattern, sides: readonly number[]): Alternative[] {
  const found: Alternative[] = [];
  for (const hidden of sides) {
    for (const kind of [PLAIN, SPELLED]) visitPattern(dictionary, kind + hidden, pattern, (one) => found.push(one));
  }
  return found;
}

function visitPattern(
  dictionary: Dictionary,
  kind: number,
  pattern: WordPattern,
  visit: (found: Alternative) => void,
): void {
  const isSpelled = kind === SPELLED || kind === SPELLED + HIDDEN;
  const take = (weight: number) =>
    visit(single(dictionary.entry(), isSpelled ? (dictionary.key[dictionary.length - 1] as number) : 1, weight));
  const letters = () => decodeLetters(dictionary.key, 1, lettersEnd(dictionary.key, dictionary.length));
  if (pattern.kind === 'fuzzy') {
    visitFuzzy(dictionary, kind, pattern.letters, pattern.edits, () =>
      take(letters() === pattern.letters ? 1 : TYPO_WEIGHT),
    );
    return;
  }
  const literal = pattern.kind === 'prefix' ? pattern.letters : (/^[^*?]*/u.exec(pattern.letters)?.[0] ?? '');
  const start = Uint8Array.from([kind, ...encodeLetters(literal)]);
  if (pattern.kind === 'prefix') dictionary.visitStarting(start, () => take(1));
  else {
    const fits = patternMatcher(pattern);
    dictionary.visitStarting(start, () => fits(letters()) && take(1));
  }
}
