import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteWriter } from '#shared/search/segment/byte-writer.ts';
import { fieldAt, fieldStart } from '#shared/search/segment/fields.ts';
import { CAPITALS, positionsEnd, readPositions, writePositions } from '#shared/search/segment/position-list.ts';

/** Places in any fields, in order: position << 1 | capital. */
const anyNotes = fc
  .uniqueArray(
    fc
      .tuple(fc.integer({ min: 0, max: 6 }), fc.oneof(fc.nat(200), fc.nat(40_000)))
      .map(([field, at]) => fieldStart(field) + at),
    { minLength: 1, maxLength: 40 },
  )
  .chain((positions) =>
    fc
      .array(fc.constantFrom(0, 0, 1), { minLength: positions.length, maxLength: positions.length })
      .map((capitals) => positions.sort((a, b) => a - b).map((position, at) => (position << 1) | (capitals[at] ?? 0))),
  );

function written(notes: readonly number[]) {
  const into = new ByteWriter();
  into.byte(0xaa);
  const start = into.length;
  const use = writePositions(into, Int32Array.from(notes), 0, notes.length);
  const end = into.length;
  into.byte(0xbb);
  return { bytes: into.written(), start, end, use };
}

function readBack(notes: readonly number[], last = Number.POSITIVE_INFINITY): number[] {
  const { bytes, start, use } = written(notes);
  const positions = new Int32Array(notes.length);
  const capitals = new Uint8Array(notes.length);
  const count = readPositions(bytes, start, use, last, positions, capitals);
  return Array.from(positions.subarray(0, count), (position, at) => (position << 1) | (capitals[at] ?? 0));
}

describe('a list of positions', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(anyNotes, (notes) => {
        expect(readBack(notes)).toEqual(notes);
      }),
      { numRuns: 1000 },
    );
  });

  it('ends where the next one begins', () => {
    fc.assert(
      fc.property(anyNotes, (notes) => {
        const { bytes, start, end, use } = written(notes);
        expect(positionsEnd(bytes, start, use, end - start)).toBe(end);
      }),
      { numRuns: 1000 },
    );
  });

  it('says how often, in which fields, and whether any has a capital', () => {
    fc.assert(
      fc.property(anyNotes, (notes) => {
        const { use } = written(notes);
        const fields = notes.reduce((mask, note) => mask | (1 << fieldAt(note >>> 1)), 0);
        expect(use >>> 8).toBe(notes.length);
        expect(use & 0x7f).toBe(fields);
        expect((use & CAPITALS) !== 0).toBe(notes.some((note) => (note & 1) === 1));
      }),
      { numRuns: 500 },
    );
  });

  it('is read no further than the first place that is wanted or lies behind it', () => {
    fc.assert(
      fc.property(anyNotes, fc.nat(60), (notes, last) => {
        const behind = notes.findIndex((note) => note >>> 1 >= last);
        expect(readBack(notes, last)).toEqual(behind < 0 ? notes : notes.slice(0, behind + 1));
      }),
      { numRuns: 500 },
    );
  });

  it('says once where a field begins, however many places follow in it', () => {
    const title = fieldStart(1);
    const { start, end } = written([3, title, title + 1, title + 2].map((position) => position << 1));

    expect(end - start).toBe(1 + 2 + 3);
  });

  it('takes one byte for a place less than 128 behind the one before, and none for letters that are all small', () => {
    const small = written([0, 5 << 1, 130 << 1]);
    const capital = written([0, 5 << 1, (130 << 1) | 1]);

    expect(small.end - small.start).toBe(3);
    expect(capital.end - capital.start).toBe(4);
  });
});
