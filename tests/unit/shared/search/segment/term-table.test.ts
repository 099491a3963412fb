import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRST_HASH, PRIME, TermTable } from '#shared/search/segment/term-table.ts';

const anyKey = fc.oneof(
  { weight: 5, arbitrary: fc.uint8Array({ minLength: 1, maxLength: 9 }) },
  // the same first bytes, so that order is not theirs alone
  fc.uint8Array({ minLength: 0, maxLength: 4 }).map((rest) => Uint8Array.from([1, 97, 97, 97, 97, 97, 97, ...rest])),
);

function numberOf(table: TermTable, key: Uint8Array): number {
  table.key.set(key);
  return table.numberOf(key.length);
}

const text = (key: Uint8Array) => Array.from(key).join();

function compare(one: Uint8Array, other: Uint8Array): number {
  for (let at = 0; at < Math.min(one.length, other.length); at++) {
    if (one[at] !== other[at]) return (one[at] ?? 0) - (other[at] ?? 0);
  }
  return one.length - other.length;
}

describe('TermTable', () => {
  it('gives equal keys the same number and others another, in the order in which they come', () => {
    fc.assert(
      fc.property(fc.array(anyKey, { maxLength: 60 }), (keys) => {
        const table = new TermTable();
        const known = new Map<string, number>();
        for (const key of keys) {
          const number = numberOf(table, key);
          expect(number).toBe(known.get(text(key)) ?? known.size);
          known.set(text(key), number);
        }
        expect(table.count).toBe(known.size);
        for (const key of keys) expect([...table.keyOf(known.get(text(key)) ?? -1)]).toEqual([...key]);
      }),
      { numRuns: 500 },
    );
  });

  it('puts keys in the order of their bytes, the shorter one first', () => {
    fc.assert(
      fc.property(fc.array(anyKey, { maxLength: 60 }), (keys) => {
        const table = new TermTable();
        for (const key of keys) numberOf(table, key);
        const sorted = Array.from(table.sorted(), (term) => text(table.keyOf(term)));
        const different = [...new Map(keys.map((key) => [text(key), key])).values()];
        expect(sorted).toEqual(different.sort(compare).map(text));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps apart as many as come', () => {
    const table = new TermTable();
    const many = Array.from({ length: 20_000 }, (_, at) => Uint8Array.from([at & 255, (at >> 8) & 255, at >> 16, 7]));
    const numbers = many.map((key) => numberOf(table, key));

    expect(numbers).toEqual(many.map((_, at) => at));
    expect(many.map((key) => numberOf(table, key))).toEqual(numbers);
  });

  it('takes a hash that was made along with the key', () => {
    fc.assert(
      fc.property(anyKey, (key) => {
        const table = new TermTable();
        const number = numberOf(table, key);
        table.key.set(key);
        let hash = FIRST_HASH;
        for (const byte of key) hash = Math.imul(hash ^ byte, PRIME);
        expect(table.numberOfHashed(key.length, hash)).toBe(number);
      }),
      { numRuns: 200 },
    );
  });

  it('knows nothing once it was cleared', () => {
    const table = new TermTable();
    numberOf(table, Uint8Array.of(1, 2, 3));
    table.clear();

    expect(table.count).toBe(0);
    expect(numberOf(table, Uint8Array.of(9))).toBe(0);
    expect(numberOf(table, Uint8Array.of(1, 2, 3))).toBe(1);
  });
});
