import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextMap } from '#renderer/features/reader/surface/text-map.ts';

/** Alternating gaps (hidden or between blocks) and pieces, as a page has them. */
const layouts = fc
  .array(fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 30 })
  .map((pairs) => {
    let at = 0;
    const pieces = pairs.map(([gap, length], node) => {
      const start = at + gap;
      at = start + length;
      return { node, start, end: at };
    });
    return { pieces, length: at + 2 };
  });

describe('a text map', () => {
  it('gives back every shown offset through its node', () => {
    fc.assert(
      fc.property(layouts, ({ pieces, length }) => {
        const map = new TextMap(pieces);
        for (let offset = 0; offset < length; offset++) {
          const holder = pieces.find(({ start, end }) => start <= offset && offset < end);
          expect(map.isShown(offset)).toBe(holder !== undefined);
          if (!holder) continue;
          const point = map.pointAt(offset, 'start');
          expect(point).toEqual({ node: holder.node, offset: offset - holder.start });
          expect(map.offsetAt(holder.node, offset - holder.start)).toBe(offset);
        }
      }),
    );
  });

  it('covers with two points exactly the shown code units of a passage', () => {
    fc.assert(
      fc.property(layouts, fc.nat(150), fc.nat(60), ({ pieces, length }, from, size) => {
        const map = new TextMap(pieces);
        const span = { start: Math.min(from, length), end: Math.min(from + size, length) };
        const shown = units(pieces).filter((unit) => span.start <= unit && unit < span.end);
        const points = map.pointsOf(span);

        expect(points === null).toBe(shown.length === 0);
        if (!points) return;
        expect(map.offsetAt(points.start.node, points.start.offset)).toBe(shown[0]);
        expect(map.offsetAt(points.end.node, points.end.offset)).toBe((shown.at(-1) ?? 0) + 1);
      }),
    );
  });

  it('takes a hidden offset to a shown one that no other is nearer to', () => {
    fc.assert(
      fc.property(layouts, fc.nat(150), ({ pieces }, offset) => {
        const map = new TextMap(pieces);
        const places = pieces.flatMap(({ start, end }) => Array.from({ length: end - start + 1 }, (_, i) => start + i));
        const least = Math.min(...places.map((place) => Math.abs(place - offset)));

        expect(Math.abs((map.nearest(offset) ?? Number.NaN) - offset)).toBe(least);
      }),
    );
  });

  it('knows no offset of a foreign node and none of an empty page', () => {
    const map = new TextMap<string>([]);

    expect(map.offsetAt('elsewhere', 3)).toBeNull();
    expect(map.pointAt(0, 'start')).toBeNull();
    expect(map.pointsOf({ start: 0, end: 4 })).toBeNull();
    expect(map.nearest(0)).toBeNull();
  });
});

function units(pieces: readonly { start: number; end: number }[]): number[] {
  return pieces.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i));
}
