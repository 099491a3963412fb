import { describe, expect, it } from 'vitest';
import { type ByteSource, memorySource, piecesOf, readRange, wholeOf } from '#shared/ingest/byte-source.ts';
import { unattended } from '#shared/kernel/job-control.ts';
import { codeOf } from '#tests/support/code-of.ts';

const bytes = Uint8Array.from({ length: 2_500_000 }, (_, at) => at % 251);

describe('readRange', () => {
  it.each([
    ['what is asked for', 10, 20, 10],
    ['less where the source ends', 2_499_990, 2_500_100, 10],
    ['nothing behind the end', 2_500_000, 2_500_001, 0],
  ])('reads %s', async (_, start, end, length) => {
    const range = await readRange(memorySource(bytes), start, end);

    expect([...range]).toEqual([...bytes.subarray(start, end)]);
    expect(range).toHaveLength(length);
  });

  it('reads a Blob as it is', async () => {
    expect([...(await readRange(new Blob([bytes]), 5, 8))]).toEqual([5, 6, 7]);
  });

  it.each([
    ['has gone', () => Promise.reject(new DOMException('gone', 'NotReadableError'))],
    ['was cut meanwhile', () => Promise.resolve(new ArrayBuffer(3))],
  ])('READ-5: refuses a file that %s', async (_, arrayBuffer) => {
    const source: ByteSource = { size: 100, slice: () => ({ arrayBuffer }) };

    expect(await codeOf(readRange(source, 0, 50))).toBe('unreadable');
  });
});

describe('piecesOf', () => {
  it('gives all bytes in order, pausing between pieces', async () => {
    const lengths: number[] = [];
    let pauses = 0;
    const job = { ...unattended, pause: async () => void pauses++ };
    for await (const piece of piecesOf(memorySource(bytes), job)) lengths.push(piece.length);

    expect(lengths).toEqual([1_048_576, 1_048_576, 402_848]);
    expect(pauses).toBe(3);
  });

  it('stops when the analyst stops it', async () => {
    const pieces = piecesOf(memorySource(bytes), { ...unattended, signal: { aborted: true } });

    expect(await codeOf(pieces.next())).toBe('cancelled');
  });
});

describe('wholeOf', () => {
  it('gives every byte', async () => {
    expect(Buffer.compare(await wholeOf(memorySource(bytes), 3_000_000), bytes)).toBe(0);
  });

  it('refuses more than is allowed, unread', async () => {
    const source: ByteSource = {
      size: 3_000_001,
      slice: () => {
        throw new Error('read');
      },
    };

    expect(await codeOf(wholeOf(source, 3_000_000))).toBe('too-large');
  });
});
