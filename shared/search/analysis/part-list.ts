import {
  APOSTROPHE,
  type CharacterClass,
  classAt,
  DIGIT,
  HYPHEN,
  LETTER,
  MARK,
  OTHER,
  SPACELESS,
  widthAt,
} from '#shared/text/character-class.ts';
import { isAcronymDot } from '#shared/text/word-scan.ts';

/** Classes of code units, filled in as they are met; half of a surrogate pair is looked at with its other half. */
const CLASSES = new Uint8Array(0x10000);
const HALF = 0xff;

/**
 * The smallest parts of a text's words, in order, as numbers: an index is built from these without a string per word.
 *
 *     text        O'Neill   saw 5km
 *     parts       o neill   saw 5 km
 *     words       0 0       2   3 3      (index of the word's first part)
 *     positions   0 1       2   3 4      (a line break counts one)
 */
export class PartList {
  count = 0;
  starts = new Int32Array(1024);
  ends = new Int32Array(1024);
  words = new Int32Array(1024);
  positions = new Int32Array(1024);
  private end = -1;
  private kind: CharacterClass = OTHER;
  private isBroken = false;

  /** Takes a folded text apart; what was in the list before is gone. */
  scan(folded: string): void {
    this.count = 0;
    this.end = -1;
    this.kind = OTHER;
    this.isBroken = false;
    for (let at = 0; at < folded.length; ) {
      const unit = folded.charCodeAt(at);
      const kind = CLASSES[unit] || learn(unit);
      if (kind === LETTER || kind === DIGIT) at = this.takeRun(folded, at, kind);
      else if (kind === SPACELESS) at = this.take(folded, at, at + 1, SPACELESS);
      else if (kind === HALF) at = this.takePair(folded, at);
      else {
        if (unit === LINE_BREAK) this.isBroken = true;
        at++;
      }
    }
  }

  private takeRun(folded: string, start: number, kind: typeof LETTER | typeof DIGIT): number {
    const { length } = folded;
    let end = start + widthAt(folded, start) - 1;
    for (;;) {
      // no half of a pair is of a kind that goes on here: most characters need nothing but their class
      let found: number = kind;
      while ((found === kind || found === MARK) && ++end < length) found = CLASSES[folded.charCodeAt(end)] as number;
      if (end >= length) break;
      if (found === 0) found = learn(folded.charCodeAt(end));
      if (found === HALF) found = classAt(folded, end);
      if (found !== kind && found !== MARK) break;
      // what has been learnt is one code unit, a pair two: the loop steps over the first
      end += widthAt(folded, end) - 1;
    }
    return this.take(folded, start, end, kind);
  }

  private takePair(folded: string, at: number): number {
    const kind = classAt(folded, at);
    if (kind === LETTER || kind === DIGIT) return this.takeRun(folded, at, kind);
    const end = at + widthAt(folded, at);
    return kind === SPACELESS ? this.take(folded, at, end, SPACELESS) : end;
  }

  private take(folded: string, start: number, end: number, kind: CharacterClass): number {
    const isSplit = start === this.end && kind !== SPACELESS && this.kind !== SPACELESS;
    const isJoined = isSplit || (this.count > 0 && start === this.end + 1 && isJoint(folded, this.end));
    if (isJoined && isPossessive(folded, start, end)) return end;
    if (this.count === this.starts.length) this.grow();
    const at = this.count++;
    const before = at === 0 ? -1 : (this.positions[at - 1] ?? 0);
    this.starts[at] = start;
    this.ends[at] = end;
    this.words[at] = isJoined ? (this.words[at - 1] ?? at) : at;
    this.positions[at] = before + (this.isBroken && at > 0 ? 2 : 1);
    this.isBroken = false;
    this.end = end;
    this.kind = kind;
    return end;
  }

  private grow(): void {
    const twice = (from: Int32Array) => {
      const grown = new Int32Array(from.length * 2);
      grown.set(from);
      return grown;
    };
    this.starts = twice(this.starts);
    this.ends = twice(this.ends);
    this.words = twice(this.words);
    this.positions = twice(this.positions);
  }
}

const LINE_BREAK = 10;

function learn(unit: number): number {
  const isHalf = unit >= 0xd800 && unit <= 0xdfff;
  CLASSES[unit] = isHalf ? HALF : classAt(String.fromCharCode(unit), 0);
  return CLASSES[unit] ?? OTHER;
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

/** People look for a name without its 's. */
function isPossessive(folded: string, at: number, end: number): boolean {
  if (folded[at] !== 's' || end !== at + 1 || classAt(folded, at - 1) !== APOSTROPHE) return false;
  const next = classAt(folded, end);
  return next === OTHER || next === APOSTROPHE;
}
