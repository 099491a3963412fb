import { afterEach, describe, expect, it, vi } from 'vitest';
import { keptList, type ReadingList, readFrom } from '#renderer/services/reader/reading-queue.ts';

const list = { caseId: 'c1', name: 'Library, filtered', articleIds: ['a2', 'a1'] } as unknown as ReadingList;

describe('the list that articles are read from', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is there again, in its order, when the window is loaded anew', () => {
    const kept = keeping();

    readFrom(list);

    expect(keptList(kept.get('reading-list') ?? null)).toEqual(list);
  });

  it('is looked for where the window kept it', async () => {
    const getItem = vi.fn(() => null);
    vi.stubGlobal('sessionStorage', { getItem });
    vi.resetModules();

    await import('#renderer/services/reader/reading-queue.ts');

    expect(getItem.mock.calls).toEqual([['reading-list']]);
  });

  it('is forgotten when one reads from the whole case, and when it is too long to be kept', () => {
    const kept = keeping();
    readFrom(list);
    readFrom({ ...list, articleIds: Array.from({ length: 50_001 }, () => 'a1') } as unknown as ReadingList);
    expect(kept.size).toBe(0);

    readFrom(list);
    readFrom(null);
    expect(kept.size).toBe(0);
  });

  it('is read from even where a window may keep nothing', () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    vi.stubGlobal('sessionStorage', {
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    });

    expect(() => readFrom(list)).not.toThrow();
    expect(warned).toHaveBeenCalledOnce();
    warned.mockRestore();
  });

  it.each([
    ['nothing', null],
    ['what was cut short', '{"caseId":"c1","name":'],
    ['a list of something else', '{"caseId":"c1","name":"Library","articleIds":[1]}'],
    ['a list without a case', '{"name":"Library","articleIds":[]}'],
  ])('is none where %s was kept', (_, text) => {
    expect(keptList(text)).toBeNull();
  });
});

/** What a window keeps. */
function keeping(): Map<string, string> {
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  return kept;
}
