import { patternMatcher } from '#shared/search/analysis/match-pattern.ts';
import type { FilterName } from '#shared/search/model/index-document.ts';
import type { PhraseSlot } from '#shared/search/model/query.ts';
import type { Dictionary, TermEntry } from '#shared/search/segment/dictionary.ts';
import { filterStart, filterValueOf } from '#shared/search/segment/term-key.ts';
import { fold } from '#shared/text/fold-text.ts';
import { findHits } from './find-hits.ts';

/** The terms of a filter's values that a query names: by the words of the label, in order, or by the key. */
export function filterEntries(
  dictionary: Dictionary,
  name: FilterName,
  slots: readonly PhraseSlot[],
  written: string,
): TermEntry[] {
  const entries: TermEntry[] = [];
  dictionary.visitStarting(filterStart(name), () => {
    const { key, label } = filterValueOf(dictionary.key, dictionary.length);
    if (namesLabel(key, label, slots, written)) entries.push(dictionary.entry());
  });
  return entries;
}

/** Whether a query names a value. */
export function namesLabel(key: string, label: string, slots: readonly PhraseSlot[], written: string): boolean {
  const folded = fold(label);
  if (folded === fold(written) || fold(key) === fold(written)) return true;
  const [only] = slots;
  // keys such as `in-progress` fit a pattern as a whole
  if (slots.length === 1 && only?.kind === 'pattern' && patternMatcher(only.pattern)(folded)) return true;
  const [part = ''] = only?.kind === 'word' ? only.word.parts : [];
  if (!folded.includes(part)) return false;
  const node = { kind: 'phrase', slots, fields: null, isExact: false } as const;
  return findHits({ kind: 'text', node }, 'text', label).length > 0;
}
