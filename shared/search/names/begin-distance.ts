import type { NameFit } from './begin-states.ts';

/** Letters typed that are compared; longer names are told apart by their beginning. */
const LONGEST = 64;
const rows = [new Int32Array(256), new Int32Array(256), new Int32Array(256)];

/**
 * How a name, from the start of any of its words on, begins with what was typed but for some typos: a letter too much, too
 * few, another, or two neighbours swapped.
 *
 * @param name - letters of the name; words are parted by a space
 * @returns null when more than `most` typos would be needed
 */
export function beginDistance(typed: string, name: string, most: number): NameFit | null {
  const wanted = typed.slice(0, LONGEST);
  let best: NameFit | null = null;
  for (let start = 0; start >= 0 && start < name.length; start = nextWord(name, start)) {
    const whole = edits(wanted, name, start, most, start === 0);
    if (whole === null) continue;
    const place = start > 0 ? 2 : whole.isWhole ? 0 : 1;
    if (best === null || whole.edits < best.edits || (whole.edits === best.edits && place < best.place)) {
      best = { edits: whole.edits, place };
    }
  }
  return best;
}

function nextWord(name: string, start: number): number {
  const space = name.indexOf(' ', start);
  return space < 0 ? -1 : space + 1;
}

/** @param mayBeWhole - whether the end of the name is looked at as well */
function edits(typed: string, name: string, start: number, most: number, mayBeWhole: boolean) {
  const length = Math.min(name.length - start, typed.length + most);
  let [before, row, next] = rows as [Int32Array, Int32Array, Int32Array];
  for (let across = 0; across <= length; across++) row[across] = across;
  for (let down = 1; down <= typed.length; down++) {
    next[0] = down;
    let least = down;
    for (let across = 1; across <= length; across++) {
      const isSame = typed.charCodeAt(down - 1) === name.charCodeAt(start + across - 1);
      let cost = Math.min(
        (row[across] as number) + 1,
        (next[across - 1] as number) + 1,
        (row[across - 1] as number) + (isSame ? 0 : 1),
      );
      if (down > 1 && across > 1 && isSwapped(typed, down, name, start + across)) {
        cost = Math.min(cost, (before[across - 2] as number) + 1);
      }
      next[across] = cost;
      least = Math.min(least, cost);
    }
    // a swap may mend what is one too many in this row only
    if (least > most + 1) return null;
    [before, row, next] = [row, next, before];
  }
  let fewest = most + 1;
  for (let across = 0; across <= length; across++) fewest = Math.min(fewest, row[across] as number);
  if (fewest > most) return null;
  return { edits: fewest, isWhole: mayBeWhole && length === name.length - start && row[length] === fewest };
}

function isSwapped(typed: string, down: number, name: string, across: number): boolean {
  return (
    typed.charCodeAt(down - 1) === name.charCodeAt(across - 2) &&
    typed.charCodeAt(down - 2) === name.charCodeAt(across - 1)
  );
}
