import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areWithinEdits } from '#shared/search/analysis/match-pattern.ts';
import { EditStates, MOST_LETTERS } from '#shared/search/evaluate/edit-states.ts';

const anyLetters = (most: number) =>
  fc.array(fc.constantFrom('a', 'b', 'c', 'é', 'я', '京', '𐌰'), { minLength: 1, maxLength: most });
const codes = (letters: readonly string[]) => letters.map((letter) => letter.codePointAt(0) ?? 0);
const anyEdits = fc.constantFrom(1 as const, 2 as const);

/** Reads letters; how many of them could be read, and whether they are near then. */
function read(word: readonly string[], letters: readonly string[], edits: 1 | 2) {
  const states = new EditStates(Int32Array.from(codes(word)), edits);
  let count = 0;
  while (count < letters.length && states.step(count, codes(letters)[count] ?? 0)) count++;
  return { count, isNear: count === letters.length && states.isNear(count), states };
}

describe('EditStates', () => {
  it('HITS-3 is near what becomes the word by so many edits, and nothing else', () => {
    fc.assert(
      fc.property(anyLetters(9), anyLetters(9), anyEdits, (word, letters, edits) => {
        expect(read(word, letters, edits).isNear).toBe(areWithinEdits(letters, word, edits));
      }),
      { numRuns: 5000 },
    );
  });

  it('HITS-3 follows words as long as it has bits for', () => {
    const word = Array.from({ length: MOST_LETTERS }, (_, at) => 'abcdefghij'[at % 10] ?? 'a');

    expect(read(word, word, 1).isNear).toBe(true);
    expect(read(word, word.slice(0, -1), 1).isNear).toBe(true);
    expect(read(word, [...word, 'x'], 1).isNear).toBe(true);
    expect(read(word, word.slice(0, -2), 1).isNear).toBe(false);
    expect(read(word, word.slice(2), 2).isNear).toBe(true);
  });

  it('HITS-3 gives up only what no continuation can mend', () => {
    fc.assert(
      fc.property(anyLetters(6), anyLetters(6), anyLetters(4), anyEdits, (word, start, rest, edits) => {
        fc.pre(read(word, start, edits).count < start.length);
        expect(areWithinEdits([...start, ...rest], word, edits)).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });

  it('HITS-3 passes over no letter that might follow', () => {
    fc.assert(
      fc.property(
        anyLetters(6),
        anyLetters(6),
        fc.constantFrom('a', 'b', 'c', 'é'),
        anyEdits,
        (word, start, dead, edits) => {
          const { count, states } = read(word, start, edits);
          fc.pre(count === start.length && !states.step(count, codes([dead])[0] ?? 0));
          const [next] = states.nextLetters(count, codes([dead])[0] ?? 0);
          for (const letter of ['a', 'b', 'c', 'é', 'я', '京']) {
            const code = codes([letter])[0] ?? 0;
            const isPassedOver = code > (codes([dead])[0] ?? 0) && (next === undefined || code < next);
            if (isPassedOver) expect(read(word, [...start, letter], edits).count).toBe(start.length);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
});
