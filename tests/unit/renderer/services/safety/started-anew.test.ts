import { describe, expect, it } from 'vitest';
import { startedAnewMemory } from '#renderer/services/safety/started-anew.ts';

function storage(isFull = false) {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem(key: string, value: string) {
      if (isFull) throw new Error('full');
      kept.set(key, value);
    },
  };
}

describe('startedAnewMemory', () => {
  it('knows of nothing in a new profile', () => {
    expect(startedAnewMemory(storage()).read()).toBeNull();
  });

  it('remembers across restarts beyond which copy the analyst went on', () => {
    const store = storage();
    startedAnewMemory(store).note('x');

    expect(startedAnewMemory(store).read()).toBe('x');
  });

  it('holds the answer until the page closes where it cannot be written, or the question came for ever', () => {
    const memory = startedAnewMemory(storage(true));
    memory.note('x');

    expect(memory.read()).toBe('x');
  });
});
