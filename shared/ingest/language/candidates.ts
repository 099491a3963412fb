import type { Script } from '#shared/text/script.ts';
import { COMMON_WORDS } from './common-words.ts';
import { ENDINGS } from './endings.ts';
import {
  ARABIC_LETTERS,
  ARABIC_TOLD,
  CYRILLIC_LETTERS,
  CYRILLIC_TOLD,
  LATIN_LETTERS,
  RARE_LETTERS,
} from './letters.ts';

/** Languages of one script, with what each word and each letter says for and against them, by their place in the list. */
export type Candidates = {
  readonly languages: readonly string[];
  readonly wordScores: ReadonlyMap<string, readonly (readonly [at: number, gain: number])[]>;
  /** Of words that are not known themselves. */
  readonly endingScores: ReadonlyMap<string, readonly (readonly [at: number, gain: number])[]>;
  readonly letterScores: ReadonlyMap<string, readonly (readonly [at: number, loss: number])[]>;
};

const LANGUAGES: Partial<Record<Script, readonly string[]>> = {
  Latn: Object.keys(LATIN_LETTERS),
  Arab: Object.keys(ARABIC_LETTERS),
  Cyrl: Object.keys(CYRILLIC_LETTERS),
  Deva: ['hi', 'mr', 'ne'],
  Beng: ['bn', 'as'],
  Hebr: ['he', 'yi'],
  Ethi: ['am', 'ti'],
};
/** Languages that are written in two scripts: the tag says which. */
const TAGS: Partial<Record<Script, Readonly<Record<string, string>>>> = {
  Latn: { sr: 'sr-Latn', uz: 'uz-Latn', az: 'az-Latn' },
  Cyrl: { sr: 'sr-Cyrl', uz: 'uz-Cyrl' },
};
/** Words by falling frequency: the n-th is written 1/n times as often as the first (Zipf), and far more than a chance word. */
const FIRST_SHARE = 0.06;
const CHANCE_SHARE = 0.0004;
/** An ending tells less than a word. */
const ENDING_GAIN = 0.8;
/** What a letter of another alphabet costs: names have some. */
const FOREIGN_MARK = 2;
/** What a letter costs that the language writes in foreign words alone. */
const RARE_LETTER = 0.4;

const made = new Map<Script, Candidates>();

/** The languages that are told apart in a script; null where the script tells the language. */
export function candidatesIn(script: Script): Candidates | null {
  const languages = LANGUAGES[script];
  if (languages === undefined) return null;
  const known = made.get(script);
  if (known !== undefined) return known;
  const candidates = {
    languages: languages.map((language) => TAGS[script]?.[language] ?? language),
    wordScores: wordScoresOf(script, languages),
    endingScores: endingScoresOf(script, languages),
    letterScores: letterScoresOf(script, languages),
  };
  made.set(script, candidates);
  return candidates;
}

function wordScoresOf(script: Script, languages: readonly string[]): Candidates['wordScores'] {
  const scores = new Map<string, (readonly [number, number])[]>();
  for (const [at, language] of languages.entries()) {
    const written = COMMON_WORDS[`${language}_${script}`] ?? COMMON_WORDS[language] ?? '';
    for (const [rank, word] of [...new Set(written.normalize('NFC').split(' '))].entries()) {
      const gain = Math.max(1, Math.log(FIRST_SHARE / (rank + 1) / CHANCE_SHARE));
      const list = scores.get(word);
      if (list === undefined) scores.set(word, [[at, gain]]);
      else list.push([at, gain]);
    }
  }
  return scores;
}

function endingScoresOf(script: Script, languages: readonly string[]): Candidates['endingScores'] {
  const scores = new Map<string, (readonly [number, number])[]>();
  for (const [at, language] of languages.entries()) {
    for (const ending of (ENDINGS[`${language}_${script}`] ?? ENDINGS[language] ?? '')
      .split(' ')
      .filter((one) => one !== '')) {
      scores.set(ending, [...(scores.get(ending) ?? []), [at, ENDING_GAIN]]);
    }
  }
  return scores;
}

function letterScoresOf(script: Script, languages: readonly string[]): Candidates['letterScores'] {
  const alphabets = script === 'Latn' ? LATIN_LETTERS : script === 'Arab' ? ARABIC_LETTERS : CYRILLIC_LETTERS;
  const told =
    script === 'Latn'
      ? `${Object.values(LATIN_LETTERS).join('')}abcdefghijklmnopqrstuvwxyz`
      : script === 'Arab'
        ? ARABIC_TOLD
        : script === 'Cyrl'
          ? CYRILLIC_TOLD
          : '';
  return new Map(
    [...new Set(told)].map((letter) => [
      letter,
      languages.flatMap((language, at) => {
        const loss = lossOf(letter, language, alphabets[language] ?? '');
        return loss === 0 ? [] : [[at, loss] as const];
      }),
    ]),
  );
}

function lossOf(letter: string, language: string, alphabet: string): number {
  if (RARE_LETTERS[language]?.includes(letter)) return RARE_LETTER;
  return alphabet.includes(letter) || /[a-z]/.test(letter) ? 0 : FOREIGN_MARK;
}
