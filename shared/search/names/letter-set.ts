/** The letters of a name as bits, several letters to one: what is missing there is missing in the name. */
export function letterSet(letters: string): number {
  let set = 0;
  for (let at = 0; at < letters.length; at++) {
    const unit = letters.charCodeAt(at);
    if (unit !== SPACE) set |= 1 << (unit & 31);
  }
  return set;
}

/** How many bits of the one set are not in the other. */
export function lettersMissing(wanted: number, held: number): number {
  let count = 0;
  for (let missing = wanted & ~held; missing !== 0; missing &= missing - 1) count++;
  return count;
}

const SPACE = 32;
