/** As much of a safety copy as thinning looks at. */
type AgedCopy = { readonly name: string; readonly writtenAt: string; readonly bytes: number };

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** Ages from which on one copy each is kept; with the newest ones at most eight. */
const CLASSES = [0, HOUR, DAY, 7 * DAY, 30 * DAY, 365 * DAY] as const;

/** The newest may be of a case that was damaged unnoticed: the one before it is kept whatever its age. */
const ALWAYS_KEPT = 2;

/** Bytes of the copies of one case beyond those that are always kept. */
const MOST_BYTES = 8 * 1024 ** 3;

/**
 * Chooses which copies of one case stay: the two newest, and one each of under an hour, from an hour, a day, a week, a month
 * and a year on. Of each age the oldest stays, so that it grows into the next one; of the last the newest. Ages count from the
 * newest copy, so that neither a clock that jumps nor a long pause makes all of them old at once.
 *
 * @param copies - of one case, the newest first
 * @returns the names of those that may go
 */
export function copiesToDrop(copies: readonly AgedCopy[], mostBytes = MOST_BYTES): string[] {
  const kept = new Set(copies.slice(0, ALWAYS_KEPT).map(({ name }) => name));
  const [newest] = copies;
  if (!newest) return [];
  let left = mostBytes;
  for (const [at, from] of CLASSES.entries()) {
    const to = CLASSES[at + 1];
    const inClass = copies.filter((copy) => {
      const age = Date.parse(newest.writtenAt) - Date.parse(copy.writtenAt);
      return age >= from && (to === undefined || age < to);
    });
    const chosen = to === undefined ? inClass[0] : inClass.at(-1);
    if (!chosen || kept.has(chosen.name) || chosen.bytes > left) continue;
    kept.add(chosen.name);
    left -= chosen.bytes;
  }
  return copies.map(({ name }) => name).filter((name) => !kept.has(name));
}
