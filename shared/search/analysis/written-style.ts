/** How a word is written compared with how it is folded. */
export type WrittenStyle = typeof AS_FOLDED | typeof CAPITAL | typeof OTHERWISE;

/** Letter for letter as it is folded. */
export const AS_FOLDED = 0;
/** As it is folded but for a capital in front. */
export const CAPITAL = 1;
/** In any other way. */
export const OTHERWISE = 2;

/** How the letters at `from` of a text are written that are folded to those from `start` to `end`. */
export function styleAt(text: string, from: number, folded: string, start: number, end: number): WrittenStyle {
  for (let at = start + 1; at < end; at++) {
    if (text.charCodeAt(from + at - start) !== folded.charCodeAt(at)) return OTHERWISE;
  }
  const first = text.charCodeAt(from);
  const plain = folded.charCodeAt(start);
  if (first === plain) return AS_FOLDED;
  return first === capitalOf(plain) ? CAPITAL : OTHERWISE;
}

/** How a word is written. */
export function writtenStyle(letters: string, written: string): WrittenStyle {
  return letters.length === written.length ? styleAt(written, 0, letters, 0, letters.length) : OTHERWISE;
}

/** The capital of a letter; NaN where it is not one code unit, or folds to another letter. */
function capitalOf(unit: number): number {
  if (unit >= 0x61 && unit <= 0x7a) return unit - 0x20;
  if (unit < 0x80) return Number.NaN;
  const capital = String.fromCharCode(unit).toUpperCase();
  return capital.length === 1 ? capital.charCodeAt(0) : Number.NaN;
}
