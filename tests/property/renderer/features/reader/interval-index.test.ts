import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IntervalIndex } from '#renderer/features/reader/surface/interval-index.ts';
import { lanesOf, stacked } from '#renderer/features/reader/surface/lanes.ts';

const spans = fc
  .array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 40 })), { maxLength: 80 })
  .map((pairs) => pairs.map(([start, length], id) => ({ id, start, end: start + length })));

describe('an interval index', () => {
  it('finds what a look at every passage finds, in order of the text', () => {
    fc.assert(
      fc.property(spans, fc.nat(100), fc.nat(40), (all, start, length) => {
        const end = start + length;
        const naive = all.filter((span) => span.start < end && span.end > start && length > 0);
        const found = new IntervalIndex(all).overlapping({ start, end });

        if (length > 0) expect(new Set(found)).toEqual(new Set(naive));
        expect(found.length).toBe(new Set(found).size);
        expect(found.every((span, at) => at === 0 || (found[at - 1]?.start ?? 0) <= span.start)).toBe(true);
      }),
    );
  });

  it('puts the shortest first of those over one place', () => {
    fc.assert(
      fc.property(spans, fc.nat(100), (all, offset) => {
        const lengths = new IntervalIndex(all).at(offset).map(({ start, end }) => end - start);

        expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
        expect(lengths.length).toBe(all.filter(({ start, end }) => start <= offset && offset < end).length);
      }),
    );
  });
});

describe('lanes beside the text', () => {
  const extents = fc
    .array(fc.tuple(fc.nat(500), fc.integer({ min: 1, max: 90 })), { maxLength: 40 })
    .map((pairs) => pairs.map(([top, height]) => ({ top, bottom: top + height })).sort((a, b) => a.top - b.top));

  it('never hold two extents that meet', () => {
    fc.assert(
      fc.property(extents, (all) => {
        const lanes = lanesOf(all, 30);
        for (const [i, a] of all.entries()) {
          for (const [j, b] of all.entries()) {
            if (i < j && lanes[i] === lanes[j]) expect(b.top).toBeGreaterThanOrEqual(Math.max(a.bottom, a.top + 30));
          }
        }
      }),
    );
  });

  it('leave no inner lane empty where an extent was put further out', () => {
    fc.assert(
      fc.property(extents, (all) => {
        const lanes = lanesOf(all, 1);
        for (const [i, lane] of lanes.entries()) {
          for (let inner = 0; inner < lane; inner++) {
            const meets = all.some((b, j) => j < i && lanes[j] === inner && b.bottom > (all[i]?.top ?? 0));
            expect(meets).toBe(true);
          }
        }
      }),
    );
  });

  it('keep stacked notes in order, below their passage and apart', () => {
    fc.assert(
      fc.property(extents, (all) => {
        const tops = stacked(all, 4);
        for (const [i, top] of tops.entries()) {
          const above = all[i - 1];
          const extent = all[i];
          expect(top).toBeGreaterThanOrEqual(extent?.top ?? 0);
          if (above) expect(top).toBeGreaterThanOrEqual((tops[i - 1] ?? 0) + above.bottom - above.top + 4);
        }
      }),
    );
  });
});
