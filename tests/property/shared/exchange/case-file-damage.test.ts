import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/kernel/app-error.ts';
import { read, written } from '#tests/support/casefile/case-file.ts';
import { madeCase } from '#tests/support/casefile/made-case.ts';
import { collect } from '#tests/support/casefile/memory-case.ts';

const { file } = await written(madeCase({ texts: ['One lorry.'], entriesPerDevice: 2 }));
const bytes = new Uint8Array(await file.arrayBuffer());
const whole = await collect((await read(file)).source);

/** Longer than any honest reading of this file takes on a busy machine. */
const HANG_MILLISECONDS = 20_000;

/** Reads a damaged file: either it is refused in our words, or it is the same case as before. */
async function expectRefusedOrSame(damaged: Blob): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hang = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('hangs')), HANG_MILLISECONDS);
  });
  try {
    const { source } = await Promise.race([read(damaged), hang]);
    expect(await collect(source)).toEqual(whole);
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    expect(error).not.toMatchObject({ code: 'internal' });
  } finally {
    clearTimeout(timer);
  }
}

describe('a damaged case file', () => {
  it('CASEFILE-9 with flipped bits is refused or read as the same case', async () => {
    const flips = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 })), {
      minLength: 1,
      maxLength: 3,
    });
    await fc.assert(
      fc.asyncProperty(flips, async (places) => {
        const damaged = bytes.slice();
        for (const [at, mask] of places) damaged[at] = (damaged[at] ?? 0) ^ mask;
        await expectRefusedOrSame(new Blob([damaged]));
      }),
      { numRuns: 150, seed: 11 },
    );
  });

  it('CASEFILE-9 with flipped bits in its table of contents is refused or read as the same case', async () => {
    const tail = 6000;
    await fc.assert(
      fc.asyncProperty(fc.nat(tail - 1), fc.integer({ min: 1, max: 255 }), async (back, mask) => {
        const damaged = bytes.slice();
        const at = bytes.length - 1 - back;
        damaged[at] = (damaged[at] ?? 0) ^ mask;
        await expectRefusedOrSame(new Blob([damaged]));
      }),
      { numRuns: 150, seed: 13 },
    );
  });

  it('CASEFILE-9 that was cut, or lost or doubled a piece, is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(200), fc.boolean(), async (at, length, isDoubled) => {
        const piece = bytes.subarray(at, at + length + 1);
        const parts = isDoubled ? [bytes.subarray(0, at), piece, piece] : [bytes.subarray(0, at)];
        await expectRefusedOrSame(new Blob([...parts, bytes.subarray(at + length + 1)]));
        await expectRefusedOrSame(new Blob([bytes.subarray(0, at)]));
      }),
      { numRuns: 80, seed: 17 },
    );
  });
});
