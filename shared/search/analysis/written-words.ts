import type { WordParts } from '#shared/search/model/query.ts';
import { foldText } from '#shared/text/fold-text.ts';
import { PartList } from './part-list.ts';

/** The written words of what somebody typed, in order, taken apart as texts are. */
export function writtenWords(typed: string): WordParts[] {
  const { folded, map } = foldText(typed);
  const parts = new PartList();
  parts.scan(folded);
  const words: WordParts[] = [];
  for (let from = 0; from < parts.count; ) {
    const letters: string[] = [];
    let at = from;
    for (; at < parts.count && parts.words[at] === from; at++) {
      letters.push(folded.slice(parts.starts[at], parts.ends[at]));
    }
    const start = parts.starts[from] ?? 0;
    const span = map.toOriginal({ start, end: parts.ends[at - 1] ?? 0 });
    words.push({ parts: letters, written: typed.slice(span.start, span.end), sign: signBefore(folded, start) });
    from = at;
  }
  return words;
}

/** A sign makes a hashtag only where it begins what was typed, or follows a space. */
function signBefore(folded: string, start: number): WordParts['sign'] {
  const sign = folded[start - 1];
  const isFirst = start === 1 || /[\s([{]/.test(folded[start - 2] ?? '');
  return isFirst && (sign === '#' || sign === '@') ? sign : '';
}
