import { createHash } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { fromBase64, toBase64 } from '#renderer/services/safety/base64.ts';
import { fetchCopy, sendCopy } from '#renderer/services/safety/carry-copy.ts';
import { storedCopyMemory } from '#renderer/services/safety/copy-memory.ts';
import { FakeHost } from '#tests/support/fake-host.ts';

/** Two and a half pieces, with every byte in it. */
const content = Uint8Array.from({ length: 2_600_001 }, (_, at) => (at * 7) & 0xff);
const sha256 = createHash('sha256').update(content).digest('hex');
const copy = { caseId: 'c', caseName: 'Case', file: new Blob([content]), sha256, bytes: content.length };

describe('a safety copy', () => {
  it('arrives at the host and comes back as it was', async () => {
    const host = new FakeHost();
    const { name } = await sendCopy(host.call, copy);

    const back = new Uint8Array(await (await fetchCopy(host.call, name)).arrayBuffer());

    expect(Buffer.compare(back, content)).toBe(0);
  });

  it('of nothing comes back as nothing', async () => {
    const host = new FakeHost();
    const empty = { ...copy, file: new Blob([]), bytes: 0, sha256: createHash('sha256').digest('hex') };
    const { name } = await sendCopy(host.call, empty);

    expect((await fetchCopy(host.call, name)).size).toBe(0);
  });

  it('is abandoned when it arrives as something else', async () => {
    const host = new FakeHost();

    await expect(sendCopy(host.call, { ...copy, sha256: '0'.repeat(64) })).rejects.toMatchObject({ code: 'altered' });
    expect(host.halfWritten).toBe(0);
    expect(host.copies).toEqual([]);
  });

  it('may be of a case with a very long name', async () => {
    const host = new FakeHost();
    await sendCopy(host.call, { ...copy, caseName: 'x'.repeat(5000) });

    expect(host.copies[0]?.caseName).toHaveLength(400);
  });

  it('that is not there is told', async () => {
    await expect(fetchCopy(new FakeHost().call, 'x')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('base64', () => {
  it.each([[0], [1], [2], [3], [32_767], [32_768], [100_000]])('carries %i bytes there and back', (length) => {
    const bytes = content.subarray(0, length);

    expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    expect(Buffer.compare(fromBase64(toBase64(bytes)), bytes)).toBe(0);
  });
});

describe('storedCopyMemory', () => {
  function store(first: string | null = null) {
    let kept = first;
    const setItem = (_: string, value: string) => {
      kept = value;
    };
    return { getItem: () => kept, setItem };
  }

  it('remembers what was noted', () => {
    const place = store();
    storedCopyMemory(place).note('a', { sha256: '1', state: 'x' });
    storedCopyMemory(place).note('b', { sha256: '2', state: 'y' });

    expect([...storedCopyMemory(place).read()]).toEqual([
      ['a', { sha256: '1', state: 'x' }],
      ['b', { sha256: '2', state: 'y' }],
    ]);
  });

  it.each([['nonsense'], ['{"a":1}'], ['[]'], [null]])('knows nothing from %j', (kept) => {
    expect(storedCopyMemory(store(kept)).read().size).toBe(0);
  });

  it('goes on when the storage is full', () => {
    const full = { getItem: () => null, setItem: () => raise() };

    const warn = vi.spyOn(console, 'warn').mockReturnValue();

    expect(() => storedCopyMemory(full).note('a', { sha256: '1', state: 'x' })).not.toThrow();
    expect(warn).toHaveBeenCalledOnce();
    warn.mockRestore();
  });
});

function raise(): never {
  throw new DOMException('full', 'QuotaExceededError');
}
