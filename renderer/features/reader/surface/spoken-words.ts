import type { Mark } from '#renderer/services/reader/mark.ts';
import { wordAt } from '#shared/text/caret-words.ts';
import { nextGrapheme } from '#shared/text/graphemes.ts';
import type { CaretMove } from './caret-keys.ts';
import type { TextSelection } from './text-selection.ts';

/**
 * What is said when the caret has moved: the character it came to, the word, the line's first word; while selecting, the
 * selected words. With it what the passage there is marked as, once it is entered.
 *
 * @param marks - over the place, the innermost first
 * @param before - the marks that were told of last
 */
export function spokenWords(
  text: string,
  { granularity, alter }: Pick<CaretMove, 'granularity' | 'alter'>,
  { anchor, focus }: TextSelection,
  marks: readonly Mark[],
  before: readonly Mark[],
): string {
  const entered = marks.filter(({ id }) => !before.some((one) => one.id === id));
  return [said(text, granularity, alter, anchor, focus), ...entered.map(markWords)].filter(Boolean).join(', ');
}

function said(
  text: string,
  granularity: CaretMove['granularity'],
  alter: CaretMove['alter'],
  anchor: number,
  focus: number,
): string {
  if (alter === 'extend')
    return anchor === focus ? '' : `${text.slice(Math.min(anchor, focus), Math.max(anchor, focus))} selected`;
  if (granularity === 'character') return text.slice(focus, nextGrapheme(text, focus)).trim() || 'space';
  const word = wordAt(text, focus);
  return word ? text.slice(word.start, word.end) : '';
}

/** A mark in words: "Place Marjouna", "E2 denies", "note". */
export function markWords({ entities, claims, note }: Mark): string {
  return [
    ...entities.map(({ typeName, name }) => `${typeName} ${name}`),
    ...claims.map(({ eventLabel, stance }) => `${eventLabel} ${stance}`),
    ...(note === '' ? [] : [`note ${note}`]),
  ].join(', ');
}
