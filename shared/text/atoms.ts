import type { TextSpan } from '#shared/kernel/text-span.ts';
import { APOSTROPHE, classAt, DIGIT, HYPHEN, LETTER, MARK, OTHER, SPACELESS, widthAt } from './character-class.ts';
import { isAcronymDot } from './word-scan.ts';

/**
 * The smallest part of a word that can be looked for by itself. `O'Neill` has two that may be joined (`o`, `neill`:
 * so `oneill`, `o'neill` and `neill` all find it), `東京` has two that may not.
 */
export type Atom = TextSpan & {
  readonly letters: string;
  /** Atoms of one number belong to one written word and may be looked for as one. */
  readonly word: number;
};

/**
 * The atoms of a folded text in order. The possessive `'s` is none: people look for the name without it.
 *
 * @param folded - as `foldText` gives it; spans count in it
 */
export function atomsOf(folded: string): Atom[] {
  const atoms: Atom[] = [];
  let word = -1;
  for (let at = 0; at < folded.length; ) {
    const end = atomEnd(folded, at);
    if (end === at) {
      at += widthAt(folded, at);
      continue;
    }
    const before = atoms.at(-1);
    const isJoined = before !== undefined && at === before.end + 1 && isJoint(folded, before.end);
    if (!isJoined) word++;
    if (!isJoined || !isPossessive(folded, at, end)) {
      atoms.push({ letters: folded.slice(at, end), start: at, end, word });
    }
    at = end;
  }
  return atoms;
}

/** `at` if no atom begins there. */
function atomEnd(folded: string, at: number): number {
  const first = classAt(folded, at);
  if (first === SPACELESS) return at + widthAt(folded, at);
  if (first !== LETTER && first !== DIGIT) return at;
  let end = at;
  for (let found: number = first; found === LETTER || found === DIGIT || found === MARK; found = classAt(folded, end)) {
    end += widthAt(folded, end);
  }
  return end;
}

/** Whether the sign at `at` stands inside a word that is also written without it. */
function isJoint(folded: string, at: number): boolean {
  const sign = classAt(folded, at);
  if (sign === APOSTROPHE || sign === HYPHEN || folded[at] === '_') return true;
  if (folded[at] === '.') return isAcronymDot(folded, at);
  return folded[at] === ',' && isThousandsComma(folded, at);
}

function isThousandsComma(folded: string, at: number): boolean {
  const isDigit = (place: number) => classAt(folded, place) === DIGIT;
  return isDigit(at - 1) && isDigit(at + 1) && isDigit(at + 2) && isDigit(at + 3) && !isDigit(at + 4);
}

function isPossessive(folded: string, at: number, end: number): boolean {
  if (folded[at] !== 's' || end !== at + 1 || classAt(folded, at - 1) !== APOSTROPHE) return false;
  const next = classAt(folded, end);
  return next === OTHER || next === APOSTROPHE;
}
