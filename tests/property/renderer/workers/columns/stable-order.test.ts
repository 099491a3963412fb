import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortByKey } from '#renderer/workers/columns/stable-order.ts';

/** Numbers that differ in their lowest, their highest or hardly any bits. */
const key = fc.oneof(
  fc.constantFrom(0, 1, 2047, 2048, 1 << 22, (1 << 22) + 1, 0x8000_0000, 0xffff_ffff),
  fc.nat(0xffff_ffff),
);

describe('sorting slots by their keys', () => {
  it('orders as a stable comparison of the keys does, whatever bits they differ in', () => {
    fc.assert(
      fc.property(fc.array(key, { maxLength: 60 }), (numbers) => {
        const keys = Uint32Array.from(numbers);
        const order = Uint32Array.from(numbers, (_, slot) => numbers.length - 1 - slot);
        const expected = [...order].sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));

        expect([...sortByKey(order, keys, new Uint32Array(order.length))]).toEqual(expected);
      }),
    );
  });
});
