import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dictionary } from '#shared/search/segment/dictionary.ts';
import { DictionaryWriter } from '#shared/search/segment/dictionary-writer.ts';
import { encodeLetters } from '#shared/search/segment/term-key.ts';

const anyWord = fc.string({ unit: fc.constantFrom('a', 'b', 'z', 'é', 'я', '京'), minLength: 1, maxLength: 10 });
const anyWords = fc.uniqueArray(anyWord, { maxLength: 120 }).map((words) => words.sort());
const bytes = (word: string) => Uint8Array.from(encodeLetters(word));

/** Each word has as many documents as its place, from 1 on, and twice and three times as many bytes. */
function dictionaryOf(words: readonly string[]): Dictionary {
  const writer = new DictionaryWriter();
  for (const [at, word] of words.entries()) writer.add(bytes(word), at + 1, (at + 1) * 2, (at + 1) * 3);
  const { terms, groups } = writer.finish();
  return new Dictionary(terms, groups, writer.count);
}

const wordAt = ({ key, length }: Dictionary) => new TextDecoder().decode(key.subarray(0, length));
const sumBelow = (at: number) => (at * (at + 1)) / 2;

describe('Dictionary', () => {
  it('finds the terms that were written, with where their bytes lie, and no others', () => {
    fc.assert(
      fc.property(anyWords, anyWord, (words, other) => {
        const dictionary = dictionaryOf(words);
        for (const [at, word] of words.entries()) {
          expect(dictionary.find(bytes(word))).toEqual({
            documents: at + 1,
            postings: sumBelow(at) * 2,
            postingsLength: (at + 1) * 2,
            positions: sumBelow(at) * 3,
            positionsLength: (at + 1) * 3,
          });
        }
        expect(dictionary.find(bytes(other)) !== null).toBe(words.includes(other));
      }),
      { numRuns: 300 },
    );
  });

  it('finds terms of many groups that begin alike', () => {
    const words = Array.from({ length: 200 }, (_, at) => `alike beginning ${String(at).padStart(4, '0')}`);
    const dictionary = dictionaryOf(words);

    expect(words.map((word) => dictionary.find(bytes(word))?.documents)).toEqual(words.map((_, at) => at + 1));
    expect(dictionary.find(bytes('alike beginning'))).toBeNull();
    expect(dictionary.find(bytes('alike beginning 00005'))).toBeNull();
  });

  it('moves to the first term that is not before what is sought', () => {
    fc.assert(
      fc.property(anyWords, anyWord, (words, wanted) => {
        const dictionary = dictionaryOf(words);
        const next = words.find((word) => word >= wanted);
        expect(dictionary.seek(bytes(wanted))).toBe(next !== undefined);
        if (next !== undefined) expect(wordAt(dictionary)).toBe(next);
      }),
      { numRuns: 500 },
    );
  });

  it('goes through all terms in order from wherever it stands', () => {
    fc.assert(
      fc.property(anyWords, anyWord, (words, from) => {
        const dictionary = dictionaryOf(words);
        const seen: string[] = [];
        for (let isThere = dictionary.seek(bytes(from)); isThere; isThere = dictionary.advance()) {
          seen.push(wordAt(dictionary));
        }
        expect(seen).toEqual(words.filter((word) => word >= from));
      }),
      { numRuns: 300 },
    );
  });

  it('visits the terms that begin so', () => {
    fc.assert(
      fc.property(anyWords, anyWord, (words, start) => {
        const dictionary = dictionaryOf(words);
        const seen: string[] = [];
        dictionary.visitStarting(bytes(start.slice(0, 2)), () => seen.push(wordAt(dictionary)));
        expect(seen).toEqual(words.filter((word) => word.startsWith(start.slice(0, 2))));
      }),
      { numRuns: 300 },
    );
  });

  it('has a cursor of its own in a copy', () => {
    const dictionary = dictionaryOf(['a', 'b', 'c']);
    dictionary.seek(bytes('b'));
    const copy = dictionary.copy();
    copy.rewind();
    copy.advance();

    expect([wordAt(dictionary), wordAt(copy)]).toEqual(['b', 'a']);
  });

  it('is empty without a term', () => {
    const empty = dictionaryOf([]);

    expect([empty.seek(bytes('a')), empty.find(bytes('a')), empty.advance()]).toEqual([false, null, false]);
  });
});
