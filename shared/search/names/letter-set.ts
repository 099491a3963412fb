/** Letters that share a bit: sets stay small whole numbers. */
const BITS = 30;
const SPACE = 32;

/** The letters of a name as bits, several letters to one: what is missing there is missing in the name. */
export function letterSet(letters: string): number {
  let set = 0;
  for (let at = 0; at < letters.length; at++) {
    const unit = letters.charCodeAt(at);
    if (unit !== SPACE) set |= 1 << (unit % BITS);
  }
  return set;
}

/** Whether more than so many bits of the one set are missing in the other: at most two are asked for. */
export function isLackingMore(wanted: number, held: number, most: number): boolean {
  let missing = wanted & ~held;
  if (missing === 0) return false;
  if (most === 0) return true;
  missing &= missing - 1;
  if (missing === 0) return false;
  return most === 1 || (missing & (missing - 1)) !== 0;
}
