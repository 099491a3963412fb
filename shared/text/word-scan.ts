import {
  APOSTROPHE,
  type CharacterClass,
  classAt,
  DIGIT,
  HYPHEN,
  JOINER,
  LETTER,
  MARK,
  widthAt,
} from './character-class.ts';

/** One written word as it was scanned: where it ends and what it is made of. */
export type ScannedWord = { readonly end: number; readonly hasLetter: boolean; readonly hasDigit: boolean };

/** Whether a word of letters or digits begins at `at`. */
export function isWordStart(text: string, at: number): boolean {
  const found = classAt(text, at);
  return found === LETTER || found === DIGIT;
}

/**
 * Scans the written word that begins at `start`: `O'Neill`, `COVID-19`, `U.S.A`, `10,000`, `06:40`, `AT&T` are one.
 *
 * @param start - a place where `isWordStart`
 */
export function scanWord(text: string, start: number): ScannedWord {
  let at = start;
  let end = start;
  let last: CharacterClass = LETTER;
  let hasLetter = false;
  let hasDigit = false;
  for (;;) {
    const found = classAt(text, at);
    if (found === LETTER || found === DIGIT) {
      last = found;
      hasLetter ||= found === LETTER;
      hasDigit ||= found === DIGIT;
    } else if (found !== MARK && found !== JOINER && !isInside(text, at, last)) {
      return { end, hasLetter, hasDigit };
    }
    at += widthAt(text, at);
    end = at;
  }
}

/** Whether the character at `at` joins what stands before it (of class `last`) to what follows. */
function isInside(text: string, at: number, last: CharacterClass): boolean {
  const next = classAt(text, at + 1);
  if (next !== LETTER && next !== DIGIT) return false;
  const found = classAt(text, at);
  if (found === APOSTROPHE || found === HYPHEN) return true;
  switch (text[at]) {
    case '_':
      return true;
    case '&':
    case '·':
      return last === LETTER && next === LETTER;
    case ':':
    case ',':
    case '٫':
    case '٬':
      return last === DIGIT && next === DIGIT;
    case '.':
      return last === DIGIT ? next === DIGIT : next === LETTER && isAcronymDot(text, at);
    default:
      return false;
  }
}

/** A dot between two single letters: `U.S`, `e.g`; not the one in `end.Next` or `example.org`. */
export function isAcronymDot(text: string, at: number): boolean {
  const isSingleBefore = classAt(text, at - 1) === LETTER && classAt(text, at - 2) !== LETTER;
  return isSingleBefore && classAt(text, at + 1) === LETTER && classAt(text, at + 2) !== LETTER;
}
