import { writtenWords } from '#shared/search/analysis/written-words.ts';
import type { PhraseSlot, WordParts } from '#shared/search/model/query.ts';

const FUZZY = /^(.+?)~([12]?)$/u;
/** A question mark at the end of a word asks; inside, it stands for a letter. */
const JOKER = /\*|\?(?=[\p{L}\p{M}\p{N}*?])/gu;

/** What one run without space, or what stands between quotes, is looked for by; empty when there is nothing to find. */
export function readSlots(text: string): PhraseSlot[] {
  return text.split(/\s+/u).flatMap((run) => readRun(run.normalize('NFC')));
}

function readRun(run: string): PhraseSlot[] {
  const fuzzy = FUZZY.exec(run);
  if (fuzzy !== null) return readFuzzy(fuzzy[1] ?? '', fuzzy[2] === '2' ? 2 : 1, run);
  return readJokers(run);
}

/** The last word of a run may differ; what stands before it (`al-Bab~`, `example.org~`) belongs to it if it is joined. */
function readFuzzy(text: string, edits: 1 | 2, run: string): PhraseSlot[] {
  const words = writtenWords(text);
  const last = words.at(-1);
  if (last === undefined) return [];
  const letters = last.parts.join('');
  const slots = words.slice(0, -1).map(wordSlot);
  // more changes than letters would find every word there is
  if (letters.length <= edits) return [...slots, wordSlot(last)];
  return [...slots, { kind: 'pattern', pattern: { kind: 'fuzzy', letters, edits }, written: run }];
}

type Piece = { readonly text: string; readonly joker: string };

function readJokers(run: string): PhraseSlot[] {
  const pieces = piecesOf(run);
  if (pieces.length === 1) return writtenWords(run).map(wordSlot);
  const slots: PhraseSlot[] = [];
  let pending = '';
  let isPattern = false;
  const close = (word: WordParts | null) => {
    const letters = pending + (word?.parts.join('') ?? '');
    if (isPattern && /[^*?]/u.test(letters)) slots.push(patternSlot(letters));
    else if (word !== null) slots.push(wordSlot(word));
    pending = '';
    isPattern = false;
  };
  for (const { text, joker } of pieces) {
    const words = writtenWords(text);
    const touchesStart = text === '' || startsWithWord(text);
    if (!touchesStart) close(null);
    for (const [at, word] of words.entries()) {
      const isLast = at === words.length - 1;
      if (isLast && joker !== '' && endsWithWord(text)) pending += word.parts.join('');
      else close(word);
    }
    if (joker !== '') {
      pending += joker;
      isPattern = true;
    }
  }
  close(null);
  return slots;
}

function piecesOf(run: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { index } of run.matchAll(JOKER)) {
    pieces.push({ text: run.slice(from, index), joker: run[index] ?? '' });
    from = index + 1;
  }
  return [...pieces, { text: run.slice(from), joker: '' }];
}

function patternSlot(joined: string): PhraseSlot {
  const letters = joined.replace(/\*+/gu, '*');
  const isPrefix = /^[^*?]+\*$/u.test(letters);
  const pattern = isPrefix
    ? ({ kind: 'prefix', letters: letters.slice(0, -1) } as const)
    : ({ kind: 'wildcard', letters } as const);
  return { kind: 'pattern', pattern, written: letters };
}

function wordSlot(word: WordParts): PhraseSlot {
  return { kind: 'word', word };
}

function startsWithWord(text: string): boolean {
  return /^[\p{L}\p{M}\p{N}'’_-]/u.test(text);
}

function endsWithWord(text: string): boolean {
  return /[\p{L}\p{M}\p{N}'’_-]$/u.test(text);
}
