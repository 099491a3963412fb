import { describe, expect, it } from 'vitest';
import { gridMove } from '#renderer/ui/grid/grid-move.ts';

const held = { shiftKey: false, ctrlKey: false, metaKey: false };
const press = (key: string, more: Partial<typeof held> = {}) => ({ key, ...held, ...more });

describe('gridMove', () => {
  it.each([
    ['down by one', 'ArrowDown', 4, 5],
    ['up by one', 'ArrowUp', 4, 3],
    ['down by a page less one row, so that one stays in sight', 'PageDown', 4, 23],
    ['up by a page, to the first row at most', 'PageUp', 4, 0],
    ['to the first row', 'Home', 4, 0],
    ['to the last row', 'End', 4, 99],
    ['no further than the last row', 'ArrowDown', 99, 99],
    ['no further than the first row', 'ArrowUp', 0, 0],
  ])('goes %s', (_, key, cursor, to) => {
    expect(gridMove(press(key), cursor, 100, 20)).toEqual({ to, extends: false });
  });

  it('begins at the near end when no row is in hand', () => {
    expect(gridMove(press('ArrowDown'), null, 100, 20)?.to).toBe(0);
    expect(gridMove(press('ArrowUp'), null, 100, 20)?.to).toBe(99);
  });

  it('extends the choice while Shift is held', () => {
    expect(gridMove(press('ArrowDown', { shiftKey: true }), 1, 100, 20)).toEqual({ to: 2, extends: true });
  });

  it('leaves other keys, and a grid without rows, alone', () => {
    expect(gridMove(press('d'), 4, 100, 20)).toBeNull();
    expect(gridMove(press('ArrowDown'), null, 0, 20)).toBeNull();
  });

  it('moves at least one row a page in a very low window', () => {
    expect(gridMove(press('PageDown'), 4, 100, 0)?.to).toBe(5);
  });
});
