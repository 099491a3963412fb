import { describe, expect, it } from 'vitest';
import { tabAfter } from '#renderer/ui/tab-keys.ts';

describe('tabAfter', () => {
  it.each([
    ['the next one', 'ArrowRight', 0, 1],
    ['the first one after the last', 'ArrowRight', 2, 0],
    ['the one before', 'ArrowLeft', 2, 1],
    ['the last one before the first', 'ArrowLeft', 0, 2],
    ['the next one, downwards', 'ArrowDown', 1, 2],
    ['the one before, upwards', 'ArrowUp', 1, 0],
    ['the first one', 'Home', 2, 0],
    ['the last one', 'End', 0, 2],
    ['the last one where none is chosen', 'ArrowLeft', -1, 2],
    ['the first one where none is chosen', 'ArrowRight', -1, 0],
  ])('chooses %s', (_, key, at, chosen) => {
    expect(tabAfter(key, at, 3)).toBe(chosen);
  });

  it('leaves every other key alone, and any where there are no tabs', () => {
    expect([tabAfter('Enter', 0, 3), tabAfter('a', 0, 3), tabAfter('Home', 0, 0)]).toEqual([null, null, null]);
  });
});
