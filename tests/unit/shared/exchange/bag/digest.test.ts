import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sha256Stream } from '#shared/custody/sha256.ts';
import { checkedPieces } from '#shared/exchange/bag/check-hash.ts';
import { ownBytes, sha256Of } from '#shared/exchange/bag/digest.ts';

const sum = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('sha256Of', () => {
  it.each([[0], [1], [2047], [2048], [300_000]])('gives the hash of %i bytes', async (length) => {
    const bytes = new Uint8Array(length).fill(7);

    expect(await sha256Of(bytes)).toBe(sum(bytes));
  });
});

describe('ownBytes', () => {
  it('does not copy what nobody else can change', () => {
    const bytes = Uint8Array.of(1, 2, 3).subarray(1);

    expect(ownBytes(bytes).buffer).toBe(bytes.buffer);
    expect([...ownBytes(bytes)]).toEqual([2, 3]);
  });

  it('copies what is shared', () => {
    const shared = new Uint8Array(new SharedArrayBuffer(3));
    shared[1] = 9;

    expect([...ownBytes(shared)]).toEqual([0, 9, 0]);
    expect(ownBytes(shared).buffer).toBeInstanceOf(ArrayBuffer);
  });
});

describe('checkedPieces', () => {
  async function* pieces() {
    yield Uint8Array.of(1, 2);
    yield Uint8Array.of(3);
  }
  const list = (hash: string) => [{ kind: sha256Stream, algorithm: 'sha256', hashes: new Map([['data/x', hash]]) }];

  it('passes on the pieces of a file whose hash fits', async () => {
    const seen: number[] = [];
    for await (const piece of checkedPieces('data/x', pieces(), list(sum(Uint8Array.of(1, 2, 3))))) seen.push(...piece);

    expect(seen).toEqual([1, 2, 3]);
  });

  it('ends with an error when the hash does not fit, after the last piece', async () => {
    const seen: number[] = [];
    const reading = (async () => {
      for await (const piece of checkedPieces('data/x', pieces(), list('0'.repeat(64)))) seen.push(...piece);
    })();

    await expect(reading).rejects.toMatchObject({ code: 'altered', message: expect.stringContaining('data/x') });
    expect(seen).toEqual([1, 2, 3]);
  });
});
