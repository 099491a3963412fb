import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BlockReader } from '#shared/zip/random-access.ts';

/** Two and a half blocks of 512 KiB. */
const bytes = Uint8Array.from({ length: 1_310_720 }, (_, at) => (at * 31 + (at >> 8)) & 0xff);

describe('BlockReader', () => {
  it('reads what slicing the whole file gives, across the borders of its blocks', async () => {
    const reader = new BlockReader(new Blob([bytes]));
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length + 10), fc.oneof(fc.nat(100), fc.nat(1_400_000)), async (index, length) => {
        const read = await reader.readUint8Array(index, length);

        expect(Buffer.compare(read, bytes.subarray(index, index + length))).toBe(0);
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  it('fetches neighbours from the disk once', async () => {
    let fetches = 0;
    const file = {
      size: bytes.length,
      slice: (start: number, end: number) => {
        fetches += 1;
        return new Blob([bytes]).slice(start, end);
      },
    };
    const reader = new BlockReader(file);

    for (let index = 0; index < 5000; index += 50) await reader.readUint8Array(index, 50);

    expect(fetches).toBe(1);
  });
});
