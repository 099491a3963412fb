import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLines } from '#renderer/platform/read-lines.ts';

function streamOf(pieces: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
}

describe('readLines', () => {
  it('gives the same lines wherever the bytes are cut, in the middle of a letter too', async () => {
    const line = fc.string({ unit: fc.constantFrom('a', 'é', '🚚', 'ש', ' ') });
    await fc.assert(
      fc.asyncProperty(fc.array(line), fc.integer({ min: 1, max: 5 }), async (lines, size) => {
        const bytes = new TextEncoder().encode(lines.map((text) => `${text}\n`).join(''));
        const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
          bytes.subarray(at * size, (at + 1) * size),
        );
        const read: string[] = [];
        await readLines(streamOf(pieces), (text) => read.push(text));

        expect(read).toEqual(lines.filter((text) => text !== ''));
      }),
      { seed: 7, numRuns: 100 },
    );
  });

  it('leaves out a last line that was cut off', async () => {
    const read: string[] = [];
    await readLines(streamOf([new TextEncoder().encode('whole\ncut')]), (text) => read.push(text));

    expect(read).toEqual(['whole']);
  });

  it('gives up on a line that does not end', async () => {
    const piece = new Uint8Array(600_000).fill(97);

    await expect(readLines(streamOf([piece, piece]), () => {})).rejects.toThrow('does not end');
  });
});
