import { scriptOf } from '#shared/text/script.ts';
import { type Candidates, candidatesIn } from './candidates.ts';
import { hanTag, languageOfScript, likeliestOf } from './script-languages.ts';

/** A language that a text is written in. */
export type DetectedLanguage = {
  /** BCP 47, with the script where the language has several: `de`, `zh-Hant`, `sr-Cyrl`. */
  readonly language: string;
  /** Whether nothing else comes near: enough words, and a clear lead. */
  readonly isSure: boolean;
};

/** Words looked at: more of them tell nothing new. */
const MOST_WORDS = 2000;
/** Code units looked at, for scripts without spaces. */
const LONGEST = 20_000;
const WORD = /[\p{L}\p{M}]+/gu;
/** Words from which a text tells its language for sure. */
const ENOUGH_WORDS = 20;
/** Lead over the next language, for each word: two close relatives differ by as much. */
const CLEAR_LEAD = 0.25;

/**
 * The language of a text: by its script, where that is one language's own, else by the commonest words and the letters of
 * the languages that are written in it.
 *
 * @returns null for a text without letters, and for words of no language that is known
 */
export function languageOf(text: string): DetectedLanguage | null {
  const sample = text.slice(0, LONGEST);
  const script = scriptOf(sample);
  if (script === null) return null;
  if (script === 'Hani') return { language: hanTag(sample), isSure: true };
  const candidates = candidatesIn(script);
  if (candidates === null) return languageOfScript(script);
  const words = wordsIn(sample);
  const [best, next] = ranked(words, candidates);
  if (best === undefined || best.score <= 0) return likeliestOf(script);
  const lead = next === undefined ? Number.POSITIVE_INFINITY : (best.score - next.score) / words.length;
  return { language: best.language, isSure: words.length >= ENOUGH_WORDS && lead >= CLEAR_LEAD };
}

function wordsIn(sample: string): string[] {
  const words: string[] = [];
  for (const [word] of sample.normalize('NFC').toLowerCase().matchAll(WORD)) {
    words.push(word);
    if (words.length >= MOST_WORDS) break;
  }
  return words;
}

const noGain: readonly (readonly [number, number])[] = [];
const SHORTEST_ENDING = 2;
const LONGEST_ENDING = 5;

/** What the longest ending of a word that is known tells. */
function endingOf(word: string, endings: Candidates['endingScores']): readonly (readonly [number, number])[] {
  for (let length = Math.min(LONGEST_ENDING, word.length - 2); length >= SHORTEST_ENDING; length--) {
    const gains = endings.get(word.slice(-length));
    if (gains !== undefined) return gains;
  }
  return noGain;
}

type Ranked = { readonly language: string; readonly score: number };

function ranked(words: readonly string[], { languages, wordScores, endingScores, letterScores }: Candidates): Ranked[] {
  const scores = new Float64Array(languages.length);
  const letters = new Map<string, number>();
  for (const word of words) {
    for (const [at, gain] of wordScores.get(word) ?? endingOf(word, endingScores))
      scores[at] = (scores[at] ?? 0) + gain;
    for (const letter of word) if (letterScores.has(letter)) letters.set(letter, (letters.get(letter) ?? 0) + 1);
  }
  for (const [letter, count] of letters) {
    for (const [at, loss] of letterScores.get(letter) ?? []) scores[at] = (scores[at] ?? 0) - loss * count;
  }
  return languages.map((language, at) => ({ language, score: scores[at] ?? 0 })).sort((a, b) => b.score - a.score);
}
