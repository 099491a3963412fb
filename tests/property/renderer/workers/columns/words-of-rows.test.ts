import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ArticleIds } from '#renderer/workers/columns/article-ids.ts';
import { Dictionary } from '#renderer/workers/columns/dictionary.ts';
import { NarrowNumbers } from '#renderer/workers/columns/narrow-numbers.ts';
import { Titles } from '#renderer/workers/columns/titles.ts';
import { fold } from '#shared/text/fold-text.ts';

/** Spaces at odd places, other spaces, scripts of one to four bytes a character, and repeats. */
const text = fc.oneof(
  fc.constantFrom('', ' ', '  ', 'a  b ', 'Дом дом', 'سوق مرجونة', '🚚 🚚', 'a\u00a0b', 'line\nbreak', 'Éclair'),
  fc.string({ unit: fc.constantFrom('a', 'B', ' ', 'é', 'ق', '🚚', '\n'), maxLength: 12 }),
);
const word = fc.constantFrom('a', 'b', 'ab', 'e', 'ق', 'سوق', '🚚', 'дом', 'line', 'zz');

describe('titles and dictionaries', () => {
  it('give back every text as it was added, and find words where they stand', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 20 }), word, (texts, wanted) => {
        const titles = new Titles(fold);
        const dictionary = new Dictionary(fold);
        const codes = texts.map((one) => titles.add(one));
        const entries = texts.map((one) => dictionary.add(one));

        expect(codes.map((code) => titles.at(code))).toEqual(texts);
        expect(entries.map((code) => dictionary.at(code))).toEqual(texts);
        expect(dictionary.size).toBe(new Set(texts).size);
        const having = codes.filter((_, at) => fold(texts[at] ?? '').includes(wanted));
        expect(found((hit) => titles.search(wanted, hit))).toEqual(having);
        expect(new Set(found((hit) => dictionary.search(wanted, hit)))).toEqual(
          new Set(entries.filter((_, at) => fold(texts[at] ?? '').includes(wanted))),
        );
      }),
    );
  });

  it('are the same after letting go of room', () => {
    const titles = new Titles(fold);
    const codes = Array.from({ length: 300 }, (_, at) => titles.add(`Title ${at}`));

    titles.trim();
    codes.push(titles.add('One more'));

    expect(titles.at(codes[299] ?? 0)).toBe('Title 299');
    expect(titles.at(codes[300] ?? 0)).toBe('One more');
  });
});

describe('ids', () => {
  it('are found again by what they are, and none that was not set', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 300 }), fc.uuid(), (ids, other) => {
        const subject = new ArticleIds();
        for (const [slot, id] of ids.entries()) subject.set(slot, id);
        subject.trim();

        expect(ids.map((id) => subject.find(id))).toEqual(ids.map((_, slot) => slot));
        expect(ids.map((_, slot) => subject.at(slot))).toEqual(ids);
        expect(subject.find(other)).toBe(ids.indexOf(other));
        expect(Math.sign(subject.compare(0, ids.length - 1))).toBe(compared(ids[0] ?? '', ids.at(-1) ?? ''));
      }),
    );
  });

  it.each(['', 'not an id', '00000000-0000-0000-0000-00000000000', 'G0000000-0000-0000-0000-000000000000'])(
    'are refused when they are no UUID: "%s"',
    (id) => {
      expect(() => new ArticleIds().set(0, id)).toThrow('is no id of an article');
    },
  );
});

describe('narrow numbers', () => {
  it('hold what a plain list holds, however large and wherever put', () => {
    const put = fc.tuple(fc.nat(200), fc.oneof(fc.nat(300), fc.nat(70_000), fc.nat(0xffff_ffff)));
    fc.assert(
      fc.property(fc.array(put, { maxLength: 40 }), fc.boolean(), (puts, isTrimmed) => {
        const subject = new NarrowNumbers();
        const model: number[] = new Array(201).fill(0);
        for (const [at, value] of puts) {
          subject.set(at, value);
          model[at] = value;
          if (isTrimmed) subject.trim();
        }

        expect(model.map((_, at) => subject.at(at))).toEqual(model);
      }),
    );
  });

  it('take one byte each as long as all are small', () => {
    const subject = new NarrowNumbers();
    for (let at = 0; at < 1000; at++) subject.set(at, at % 256);
    subject.trim();
    expect(subject.values.byteLength).toBe(1000);

    subject.set(0, 256);

    expect(subject.values.BYTES_PER_ELEMENT).toBe(2);
  });
});

function found(search: (hit: (code: number) => void) => void): number[] {
  const codes: number[] = [];
  search((code) => codes.push(code));
  return codes;
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
