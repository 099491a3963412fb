import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginDistance } from '#shared/search/names/begin-distance.ts';
import { NameIndex } from '#shared/search/names/name-index.ts';
import { nameLetters } from '#shared/search/names/name-letters.ts';

const syllable = fc.constantFrom('al', 'ka', 'ro', 'shi', 'mar', 'ben', 'tu', 'дом', 'ри', 'سعد');
const word = fc.array(syllable, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const names = fc.array(name, { minLength: 1, maxLength: 2 });

/** One typo: a letter left out, put in, changed, or swapped with the next. */
const typo = fc.tuple(fc.nat(), fc.constantFrom('drop', 'add', 'change', 'swap', 'none'));

function misspell(text: string, [place, kind]: [number, string]): string {
  const at = 1 + (place % Math.max(1, text.length - 2));
  if (kind === 'none') return text;
  if (kind === 'drop') return text.slice(0, at) + text.slice(at + 1);
  if (kind === 'add') return `${text.slice(0, at)}x${text.slice(at)}`;
  if (kind === 'change') return `${text.slice(0, at)}x${text.slice(at + 1)}`;
  return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);
}

type Step = { readonly key: string; readonly names: readonly string[] | null };
const step: fc.Arbitrary<Step> = fc.record({
  key: fc.nat(9).map((number) => `k${number}`),
  names: fc.option(names, { freq: 5, nil: null }),
});

/** What every name says by itself: the keys that fit, the best first. */
function plainFind(owned: ReadonlyMap<string, readonly string[]>, typed: string): { key: string; edits: number }[] {
  const wanted = nameLetters(typed);
  const most = wanted.length < 3 ? 0 : wanted.length < 6 ? 1 : 2;
  const fits = [...owned].flatMap(([key, own]) =>
    own.flatMap((one) => {
      const letters = nameLetters(one);
      const fit = wanted === '' ? null : beginDistance(wanted, letters, most);
      return fit === null ? [] : [{ key, one, length: letters.length, ...fit }];
    }),
  );
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  fits.sort(
    (a, b) =>
      a.edits - b.edits || a.place - b.place || a.length - b.length || compare(a.one, b.one) || compare(a.key, b.key),
  );
  const first = new Map<string, { key: string; edits: number }>();
  for (const { key, edits } of fits) if (!first.has(key)) first.set(key, { key, edits });
  return [...first.values()];
}

describe('NameIndex', () => {
  it('NAMES-1 NAMES-2 NAMES-3 NAMES-4 finds what looking at every name finds, in its order, whatever was put and removed', () => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 25 }),
        name,
        typo,
        typo,
        fc.integer({ min: 1, max: 12 }),
        (steps, other, first, second, limit) => {
          const index = new NameIndex();
          const owned = new Map<string, readonly string[]>();
          for (const { key, names: own } of steps) {
            if (own === null) {
              index.remove(key);
              owned.delete(key);
            } else {
              index.put(key, own);
              owned.set(key, own);
            }
          }
          const [known = other] = [...owned.values()].flat();
          for (const typed of [known, other, misspell(misspell(known, first), second)]) {
            const found = index.find(typed, limit).map(({ key, edits }) => ({ key, edits }));
            expect([typed, found]).toEqual([typed, plainFind(owned, typed).slice(0, limit)]);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('NAMES-3 finds every name of eight letters and more with a typo in it, however many there are', () => {
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 40 }), fc.nat(), typo, (own, pick, mistake) => {
        const index = new NameIndex();
        // more than are looked at one by one
        for (let at = 0; at < 1200; at++) index.put(`other${at}`, [`zzz ${at}`]);
        for (const one of own) index.put(one, [one]);
        const wanted = own[pick % own.length] ?? '';
        fc.pre(wanted.length >= 8);
        const found = index.find(misspell(wanted, mistake), 2000).map(({ key }) => key);
        expect(found).toContain(wanted);
      }),
      { numRuns: 200 },
    );
  });

  it('NAMES-4 forgets for good what was replaced many times', () => {
    const index = new NameIndex();
    for (let round = 0; round < 5000; round++) index.put('one', [`Name ${round}`, `Other ${round}`]);

    expect(index.find('Name 4999', 5)).toEqual([{ key: 'one', name: 'Name 4999', edits: 0 }]);
    expect(index.find('Other 17', 5).map(({ edits }) => edits)).not.toContain(0);
    index.remove('one');
    expect(index.find('Name 4999', 5)).toEqual([]);
  });
});
