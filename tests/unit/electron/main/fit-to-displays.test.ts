import { describe, expect, it } from 'vitest';
import { fitToDisplays } from '#electron/main/fit-to-displays.ts';

const LAPTOP = { x: 0, y: 25, width: 1440, height: 875 };
const BESIDE = { x: 1440, y: 0, width: 2560, height: 1440 };

describe('fitToDisplays', () => {
  it('leaves a window alone that can be seen whole', () => {
    const bounds = { x: 100, y: 100, width: 800, height: 600 };
    expect(fitToDisplays(bounds, [LAPTOP, BESIDE])).toEqual(bounds);
  });

  it('leaves a window on the second display there', () => {
    const bounds = { x: 1500, y: 40, width: 1200, height: 900 };
    expect(fitToDisplays(bounds, [LAPTOP, BESIDE])).toEqual(bounds);
  });

  it('centres a window whose display is gone', () => {
    expect(fitToDisplays({ x: 1500, y: 40, width: 1000, height: 675 }, [LAPTOP])).toEqual({
      x: 220,
      y: 125,
      width: 1000,
      height: 675,
    });
  });

  it('pushes a window in that stands half outside', () => {
    expect(fitToDisplays({ x: -300, y: 700, width: 800, height: 600 }, [LAPTOP])).toEqual({
      x: 0,
      y: 300,
      width: 800,
      height: 600,
    });
  });

  it('shrinks a window that is larger than its display', () => {
    expect(fitToDisplays({ x: 0, y: 0, width: 5000, height: 5000 }, [LAPTOP])).toEqual(LAPTOP);
  });

  it('widens a window that is too small to use', () => {
    expect(fitToDisplays({ x: 10, y: 30, width: 5, height: 5 }, [LAPTOP])).toEqual({
      x: 10,
      y: 30,
      width: 720,
      height: 480,
    });
  });

  it('keeps to the display that shows most of a window between two', () => {
    expect(fitToDisplays({ x: 1300, y: 100, width: 1000, height: 700 }, [LAPTOP, BESIDE]).x).toBe(1440);
  });

  it('changes nothing where no display is known', () => {
    const bounds = { x: 1, y: 2, width: 3, height: 4 };
    expect(fitToDisplays(bounds, [])).toEqual(bounds);
  });
});
