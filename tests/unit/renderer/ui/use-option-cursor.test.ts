import { describe, expect, it } from 'vitest';
import { stepFrom } from '#renderer/ui/use-option-cursor.ts';

describe('stepFrom', () => {
  it.each([
    ['down', 'ArrowDown', 1, 2],
    ['round at the foot', 'ArrowDown', 9, 0],
    ['round at the head', 'ArrowUp', 0, 9],
    ['up from nothing to the last', 'ArrowUp', -1, 9],
    ['a page down, to the last at most', 'PageDown', 5, 9],
    ['a page up, to the first at most', 'PageUp', 5, 0],
  ])('goes %s', (_, key, at, to) => {
    expect(stepFrom(key, at, 10)).toBe(to);
  });

  it('leaves Home and End to the text in the field', () => {
    expect(stepFrom('Home', 3, 10)).toBeNull();
    expect(stepFrom('End', 3, 10)).toBeNull();
  });

  it('goes nowhere in an empty list', () => {
    expect(stepFrom('ArrowDown', -1, 0)).toBeNull();
  });
});
