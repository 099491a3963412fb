import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLines, writeLines } from '#shared/exchange/case-file/json-lines.ts';

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

/** Lines one by one. */
async function linesOf(...args: Parameters<typeof readLines>) {
  return (await all(readLines(...args))).flat();
}

async function bytesOf(values: readonly unknown[]): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(Buffer.concat(await all(writeLines('x', each(values)))));
}

/** The bytes in pieces of the lengths given, over and over. */
function cut(bytes: Uint8Array<ArrayBuffer>, lengths: readonly number[]): Uint8Array<ArrayBuffer>[] {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const length = lengths[turn % lengths.length] ?? 1;
    pieces.push(bytes.slice(at, at + length));
    at += length;
  }
  return pieces;
}

describe('JSON lines', () => {
  it('come back as they were written, however the bytes are cut', async () => {
    const value = fc.oneof(
      fc.jsonValue(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\n', '\r\n', '\u2028', '\ufeff'),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(value, { maxLength: 20 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
        async (values, lengths) => {
          const bytes = await bytesOf(values);
          const lines = await linesOf('x', each(cut(bytes, lengths)));

          expect(lines.map(({ value: read }) => read)).toEqual(JSON.parse(JSON.stringify(values)));
          expect(lines.map(({ number }) => number)).toEqual(values.map((_, at) => at + 1));
        },
      ),
      { seed: 5 },
    );
  });

  it('write equal values as equal bytes', async () => {
    expect(await bytesOf([{ b: 1, a: 'é' }])).toEqual(await bytesOf([{ a: 'é', b: 1 }]));
  });

  it('are read when the last one has no end', async () => {
    expect(await linesOf('x', each([new TextEncoder().encode('1\n2')]))).toEqual([
      { number: 1, value: 1 },
      { number: 2, value: 2 },
    ]);
  });

  it('of no values are no bytes', async () => {
    expect(await bytesOf([])).toHaveLength(0);
    expect(await linesOf('x', each([]))).toEqual([]);
  });

  it.each([
    ['no JSON', '{"a":1}\n{"a":\n', 2],
    ['an empty line', '1\n\n2\n', 2],
    ['a mark of byte order', '\ufeff1\n', 1],
  ])('are refused with their number: %s', async (_, text, line) => {
    await expect(linesOf('t.jsonl', each([new TextEncoder().encode(text)]))).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringContaining(`t.jsonl, line ${line}:`),
    });
  });

  it('stop reading at a line that does not end', async () => {
    let megabytes = 0;
    async function* endless() {
      for (;;) {
        megabytes += 1;
        yield new Uint8Array(1_048_576).fill(0x20);
      }
    }

    await expect(linesOf('t.jsonl', endless())).rejects.toMatchObject({ code: 'too-large' });
    expect(megabytes).toBe(65);
  });
});
