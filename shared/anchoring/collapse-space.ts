/** A text whose space is single blanks, and the way back. */
export type CollapsedText = {
  readonly text: string;
  /** Where each code unit of it stood; one more for the end. */
  readonly offsets: Uint32Array;
};

const RUNS = /\S+/g;

/** Makes one blank of any space, so that texts that differ in space alone are equal. */
export function collapseSpace(text: string): CollapsedText {
  const offsets = new Uint32Array(text.length + 1);
  const pieces: string[] = [];
  let length = 0;
  let at = 0;
  for (const { 0: word, index } of text.matchAll(RUNS)) {
    if (index > at) {
      pieces.push(' ');
      offsets[length++] = at;
    }
    pieces.push(word);
    for (let unit = 0; unit < word.length; unit++) offsets[length++] = index + unit;
    at = index + word.length;
  }
  if (at < text.length) {
    pieces.push(' ');
    offsets[length++] = at;
  }
  offsets[length] = text.length;
  return { text: pieces.join(''), offsets: offsets.subarray(0, length + 1) };
}
