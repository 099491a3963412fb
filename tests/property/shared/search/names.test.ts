import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NameIndex } from '#shared/search/names/name-index.ts';

const syllable = fc.constantFrom('al', 'ka', 'ro', 'shi', 'mar', 'ben', 'tu', 'дом', 'ри', 'سعد');
const word = fc.array(syllable, { minLength: 2, maxLength: 4 }).map((parts) => parts.join(''));
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));

/** One typo: a letter left out, put in, changed, or swapped with the next. */
const typo = fc.tuple(fc.nat(), fc.constantFrom('drop', 'add', 'change', 'swap'));

function misspell(text: string, [place, kind]: [number, string]): string {
  const at = 1 + (place % Math.max(1, text.length - 2));
  if (kind === 'drop') return text.slice(0, at) + text.slice(at + 1);
  if (kind === 'add') return `${text.slice(0, at)}x${text.slice(at)}`;
  if (kind === 'change') return `${text.slice(0, at)}x${text.slice(at + 1)}`;
  return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);
}

describe('NameIndex', () => {
  it('NAMES-3 finds every name of eight letters and more with a typo in it, however many there are', () => {
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 40 }), fc.nat(), typo, (names, pick, mistake) => {
        const index = new NameIndex();
        // more than are looked at one by one
        for (let at = 0; at < 1200; at++) index.put(`other${at}`, [`zzz ${at}`]);
        for (const one of names) index.put(one, [one]);
        const wanted = names[pick % names.length] ?? '';
        if (wanted.length < 8) return;
        const found = index.find(misspell(wanted, mistake), 2000).map(({ key }) => key);
        expect(found).toContain(wanted);
      }),
      { numRuns: 300 },
    );
  });
});
