import { foldCharacter, isVoicedSoundMark } from './fold-character.ts';
import { OffsetMap } from './offset-map.ts';

/** A text as it is compared, with the way back to the text as it is written. */
export type FoldedText = { readonly folded: string; readonly map: OffsetMap };

const NOT_ASCII = /[^\0-\x7f]/;
/** Marks a code unit in `UNITS` that does not become exactly one other. */
const SPECIAL = 0xffff;
/** Marks one that becomes nothing. */
const DROPPED = 0xfffe;
/** The longest single folding (U+FDFA, a whole phrase, has 18), with room. */
const LONGEST = 64;

/** What each code unit becomes, filled in as units are met; 0 = not met yet. One table serves all texts. */
const UNITS = new Uint16Array(0x10000);
const SPECIALS = new Map<number, string>();

/**
 * Folds a text for comparing: case, accents, apostrophes, hyphens, digits, letter forms, invisible characters.
 * Whatever folds alike is taken for the same by search, anchoring and suggestions.
 *
 * @param text - best NFC-normalised; unpaired surrogates are kept as they are
 */
export function foldText(text: string): FoldedText {
  if (!NOT_ASCII.test(text)) {
    return { folded: text.toLowerCase().replaceAll('`', "'"), map: OffsetMap.same(text.length) };
  }
  return new Folding(text).run();
}

/** The folded form alone, where nobody needs the way back. */
export function fold(text: string): string {
  return foldText(text).folded;
}

class Folding {
  private readonly text: string;
  private units: Uint16Array;
  private starts: Uint32Array;
  private length = 0;

  constructor(text: string) {
    this.text = text;
    const room = text.length + LONGEST;
    this.units = new Uint16Array(room);
    this.starts = new Uint32Array(room);
  }

  run(): FoldedText {
    const { text } = this;
    for (let at = 0; at < text.length; ) {
      const unit = text.charCodeAt(at);
      const folded = UNITS[unit] || learn(unit);
      if (folded === DROPPED) {
        at++;
      } else if (folded === SPECIAL) {
        at += this.appendSpecial(at);
      } else {
        if (this.length + LONGEST > this.units.length) this.grow();
        this.units[this.length] = folded;
        this.starts[this.length++] = at++;
      }
    }
    const map = OffsetMap.of(this.starts.subarray(0, this.length), text.length);
    return { folded: toText(this.units.subarray(0, this.length)), map };
  }

  /** @returns code units of the text that were taken */
  private appendSpecial(at: number): number {
    if (this.length + LONGEST > this.units.length) this.grow();
    const code = this.text.codePointAt(at) ?? 0;
    const folded = SPECIALS.get(code) ?? learnSpecial(code);
    if (isVoicedSoundMark(folded) && this.joinToLast(folded)) return 1;
    for (let index = 0; index < folded.length; index++) {
      this.units[this.length] = folded.charCodeAt(index);
      this.starts[this.length++] = at;
    }
    return code > 0xffff ? 2 : 1;
  }

  /** Halfwidth kana write が as two characters; they become the one that everybody else writes. */
  private joinToLast(mark: string): boolean {
    if (this.length === 0) return false;
    const joined = (String.fromCharCode(this.units[this.length - 1] ?? 0) + mark).normalize('NFC');
    if (joined.length === 1) this.units[this.length - 1] = joined.charCodeAt(0);
    return joined.length === 1;
  }

  private grow(): void {
    const room = this.units.length * 2;
    const units = new Uint16Array(room);
    const starts = new Uint32Array(room);
    units.set(this.units);
    starts.set(this.starts);
    this.units = units;
    this.starts = starts;
  }
}

function learn(unit: number): number {
  const character = String.fromCharCode(unit);
  // Surrogates need their other half; NUL and the two marks above would be mistaken in the table.
  const isPlain = unit !== 0 && unit < DROPPED && !isSurrogate(unit);
  UNITS[unit] = isPlain ? tableEntry(foldCharacter(character)) : SPECIAL;
  return UNITS[unit] ?? SPECIAL;
}

function tableEntry(folded: string): number {
  if (folded === '') return DROPPED;
  return folded.length === 1 && !isVoicedSoundMark(folded) ? folded.charCodeAt(0) : SPECIAL;
}

function learnSpecial(code: number): string {
  const character = String.fromCodePoint(code);
  const folded = isSurrogate(code) || code === 0 ? character : foldCharacter(character);
  SPECIALS.set(code, folded);
  return folded;
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

/** Code units handed to one call: engines bound the number of arguments. */
const PIECE = 8192;

function toText(units: Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += PIECE)
    text += String.fromCharCode.apply(null, Array.from(units.subarray(at, at + PIECE)));
  return text;
}
