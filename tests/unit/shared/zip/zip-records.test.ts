import { describe, expect, it } from 'vitest';
import { ZipArchive } from '#shared/zip/zip-archive.ts';
import { directoryRecord, endRecords, localHeader, type MemberRecord } from '#shared/zip/zip-records.ts';

const GIBIBYTE = 2 ** 30;

const plain: MemberRecord = {
  name: new TextEncoder().encode('a/x'),
  modified: Date.parse('2026-03-14T06:40:01.000Z'),
  ...{ isPacked: true, isStreamed: true, crc: 7, packedBytes: 100, bytes: 200, offset: 0 },
};

/** A file of any size of which only the records are in memory; all else reads as zeros. */
function sparse(size: number, parts: readonly (readonly [start: number, bytes: Uint8Array])[]) {
  return {
    size,
    slice: (start: number, end: number) => ({
      async arrayBuffer() {
        const bytes = new Uint8Array(end - start);
        for (const [at, part] of parts) {
          const from = Math.max(start, at);
          const to = Math.min(end, at + part.length);
          if (from < to) bytes.set(part.subarray(from - at, to - at), from - start);
        }
        return bytes.buffer;
      },
    }),
  };
}

/** Opens a zip that holds one member and nothing else, wherever that lies and however long it is. */
async function opened(member: MemberRecord) {
  const record = directoryRecord(member);
  const start = member.offset + localHeader(member).length + member.packedBytes + 24;
  const end = endRecords(1, { start, bytes: record.length });
  const file = sparse(start + record.length + end.length, [
    [member.offset, localHeader(member)],
    [start, record],
    [start + record.length, end],
  ]);
  const archive = await ZipArchive.open(file, () => true, {
    limits: { members: 10, memberBytes: 100 * GIBIBYTE, totalBytes: 100 * GIBIBYTE },
  });
  return [...archive.members.values()];
}

describe('the records of a zip', () => {
  it.each<[string, Partial<MemberRecord>]>([
    ['small', {}],
    ['longer than 4 GiB unpacked', { bytes: 5 * GIBIBYTE, packedBytes: GIBIBYTE }],
    ['longer than 4 GiB packed too', { bytes: 6 * GIBIBYTE, packedBytes: 5 * GIBIBYTE }],
    ['of the very size that means "elsewhere"', { bytes: 2 ** 32 - 1, packedBytes: GIBIBYTE }],
    ['of one byte less', { bytes: 2 ** 32 - 2, packedBytes: GIBIBYTE }],
  ])('tell of a member that is %s', async (_, differs) => {
    expect(await opened({ ...plain, ...differs })).toEqual([{ name: 'a/x', bytes: differs.bytes ?? 200 }]);
  });

  it('give where a member lies beyond 4 GiB', () => {
    const offset = 5 * GIBIBYTE + 3;
    const record = directoryRecord({ ...plain, isStreamed: false, offset });
    const view = new DataView(record.buffer);
    const extra = 46 + plain.name.length;

    expect(view.getUint32(42, true)).toBe(0xffffffff);
    expect(view.getUint16(30, true)).toBe(record.length - extra);
    expect(view.getUint16(extra, true)).toBe(1);
    expect(view.getUint16(extra + 2, true)).toBe(8);
    expect(view.getBigUint64(extra + 4, true)).toBe(BigInt(offset));
  });

  it('end a zip in four or in eight bytes a number, as they are needed', () => {
    expect(endRecords(65_534, { start: 2 ** 32 - 2, bytes: 10 }).length).toBe(22);
    expect(endRecords(65_535, { start: 10, bytes: 10 }).length).toBe(98);
    expect(endRecords(1, { start: 2 ** 32 - 1, bytes: 10 }).length).toBe(98);
    expect(endRecords(1, { start: 10, bytes: 2 ** 32 - 1 }).length).toBe(98);
  });
});
