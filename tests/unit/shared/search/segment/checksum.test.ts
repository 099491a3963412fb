import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checksum } from '#shared/search/segment/checksum.ts';

describe('checksum', () => {
  it('INDEX-6 changes with every change within one word of four bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 40 }),
        fc.nat(),
        fc.uint8Array({ minLength: 4, maxLength: 4 }),
        (bytes, place, change) => {
          fc.pre(change.some((byte) => byte !== 0));
          const word = (place % bytes.length) & ~3;
          const changed = bytes.map((byte, at) =>
            at >= word && at < word + 4 ? byte ^ (change[at - word] ?? 0) : byte,
          );
          fc.pre(changed.some((byte, at) => byte !== bytes[at]));
          expect(checksum(changed, 3)).not.toBe(checksum(bytes, 3));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is the same wherever the bytes lie in memory', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), fc.nat(7), fc.nat(), (bytes, shift, seed) => {
        const moved = new Uint8Array(bytes.length + shift);
        moved.set(bytes, shift);
        expect(checksum(moved.subarray(shift), seed)).toBe(checksum(bytes, seed));
      }),
      { numRuns: 500 },
    );
  });

  it('tells places and lengths apart', () => {
    const zeros = new Uint8Array(64);

    expect(new Set(Array.from({ length: 100 }, (_, seed) => checksum(zeros, seed)))).toHaveLength(100);
    expect(new Set(Array.from({ length: 65 }, (_, length) => checksum(zeros.subarray(0, length), 0)))).toHaveLength(65);
  });
});
