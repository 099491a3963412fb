import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitToDisplays } from '#electron/main/fit-to-displays.ts';

const coordinate = fc.integer({ min: -10_000, max: 10_000 });
const bounds = fc.record({
  x: coordinate,
  y: coordinate,
  width: fc.integer({ min: 0, max: 10_000 }),
  height: fc.integer({ min: 0, max: 10_000 }),
});
const area = fc.record({
  x: coordinate,
  y: coordinate,
  width: fc.integer({ min: 320, max: 7_680 }),
  height: fc.integer({ min: 240, max: 4_320 }),
});
const areas = fc.array(area, { minLength: 1, maxLength: 4 });

describe('fitToDisplays', () => {
  it('puts every window wholly inside one of the displays', () => {
    fc.assert(
      fc.property(bounds, areas, (window, displays) => {
        const fitted = fitToDisplays(window, displays);
        expect(displays.some((display) => isInside(fitted, display))).toBe(true);
      }),
    );
  });

  it('changes nothing the second time, where displays do not overlap', () => {
    fc.assert(
      fc.property(bounds, area, (window, display) => {
        const beside = { ...display, x: display.x + display.width };
        const once = fitToDisplays(window, [display, beside]);
        expect(fitToDisplays(once, [display, beside])).toEqual(once);
      }),
    );
  });
});

type Box = { x: number; y: number; width: number; height: number };

function isInside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}
