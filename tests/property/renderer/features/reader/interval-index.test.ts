import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IntervalIndex } from '#renderer/features/reader/surface/interval-index.ts';
import { lanesOf, layOutBars, stacked } from '#renderer/features/reader/surface/lanes.ts';

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

describe('bars beside a text', () => {
  const sorted = spans.map((all) =>
    all.map(({ start, end }) => ({ top: start * 3, bottom: end * 3 })).sort((a, b) => a.top - b.top),
  );

  it('cover no other bar, no label covers another, and every label stands outside of all bars', () => {
    fc.assert(
      fc.property(sorted, (extents) => {
        const { bars, step, labelAt } = layOutBars(extents);
        extents.forEach((one, at) => {
          extents.slice(0, at).forEach((other, before) => {
            const isBeside = other.bottom > one.top;
            if (isBeside) expect(bars[at]?.lane).not.toBe(bars[before]?.lane);
            expect((bars[at]?.labelTop ?? 0) - (bars[before]?.labelTop ?? 0)).toBeGreaterThanOrEqual(14);
          });
          // a bar is 3 px wide; a label begins no nearer than its outer edge in the widest lane
          expect(labelAt).toBeGreaterThanOrEqual((bars[at]?.lane ?? 0) * step + Math.min(3, step));
        });
        expect(labelAt).toBeLessThanOrEqual(21.001);
      }),
    );
  });

  it('keep a label at the top of its passage where there is room', () => {
    const { bars, step, labelAt } = layOutBars([
      { top: 0, bottom: 28 },
      { top: 28, bottom: 56 },
    ]);

    expect(bars).toEqual([
      { lane: 0, labelTop: 0 },
      { lane: 0, labelTop: 28 },
    ]);
    expect([step, labelAt]).toEqual([7, 14]);
  });

  it('name three passages of one line below each other, outside of the third bar', () => {
    const line = { top: 100, bottom: 128 };
    const { bars, labelAt } = layOutBars([line, line, line]);

    expect(bars).toEqual([
      { lane: 0, labelTop: 100 },
      { lane: 1, labelTop: 115 },
      { lane: 2, labelTop: 130 },
    ]);
    expect(labelAt).toBe(21);
  });
});
