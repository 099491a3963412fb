/** What a character is to a reader of words. Numbers, because they fill a table that is read for every character. */
export type CharacterClass =
  | typeof OTHER
  | typeof LETTER
  | typeof DIGIT
  | typeof MARK
  | typeof JOINER
  | typeof APOSTROPHE
  | typeof HYPHEN
  | typeof SPACELESS;

/** Space, punctuation, symbols: between words. */
export const OTHER = 1;
/** A letter of a script that puts spaces between words. */
export const LETTER = 2;
/** A decimal digit or another number sign. */
export const DIGIT = 3;
/** Sits on the letter before it. */
export const MARK = 4;
/** Has no width; never ends a word. */
export const JOINER = 5;
/** Any of the signs that people write for an apostrophe. */
export const APOSTROPHE = 6;
/** Any hyphen, the en dash among them. */
export const HYPHEN = 7;
/** A letter of a script that writes words without spaces between them. */
export const SPACELESS = 8;

const SPACELESS_SCRIPT =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\u30FC\uFF70]/u;
const APOSTROPHES = "'‘’‛ʹʻʼʽʾʿ`´′＇׳״՚";
const HYPHENS = '-‐‑‒–−﹣－⁃֊־';

/** Classes of the basic plane, filled in as characters are met; 0 = not met yet. */
const CLASSES = new Uint8Array(0x10000);

/** The class of the character that begins at `at`; `OTHER` behind the end and for half of a surrogate pair. */
export function classAt(text: string, at: number): CharacterClass {
  const unit = text.charCodeAt(at);
  if (Number.isNaN(unit)) return OTHER;
  if (unit >= 0xd800 && unit <= 0xdfff) return classOf(String.fromCodePoint(text.codePointAt(at) ?? 0));
  const known = CLASSES[unit] as CharacterClass | 0;
  return known === 0 ? learn(unit) : known;
}

/** Code units of the character that begins at `at`: 2 for a surrogate pair, else 1. */
export function widthAt(text: string, at: number): 1 | 2 {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function learn(unit: number): CharacterClass {
  const found = classOf(String.fromCharCode(unit));
  CLASSES[unit] = found;
  return found;
}

function classOf(character: string): CharacterClass {
  if (APOSTROPHES.includes(character)) return APOSTROPHE;
  if (HYPHENS.includes(character)) return HYPHEN;
  if (/\p{Nd}/u.test(character)) return DIGIT;
  if (/[\p{L}\p{M}]/u.test(character) && SPACELESS_SCRIPT.test(character)) return SPACELESS;
  if (/\p{Default_Ignorable_Code_Point}/u.test(character)) return JOINER;
  if (/\p{L}/u.test(character)) return LETTER;
  if (/\p{M}/u.test(character)) return MARK;
  return /\p{N}/u.test(character) ? DIGIT : OTHER;
}
