import { afterEach, describe, expect, it, vi } from 'vitest';
import { Notices } from '#renderer/services/notices.ts';

describe('Notices', () => {
  it('offers the way back from what was done', () => {
    const notices = new Notices();
    notices.done('Tagged 41 mentions');

    expect(notices.all()).toMatchObject([{ words: 'Tagged 41 mentions', kind: 'ok', command: { id: 'edit:undo' } }]);
  });

  it('offers to bring again what an undo took back', () => {
    const notices = new Notices();
    notices.turned('undo', 'Tag "Sarat" as Place');

    expect(notices.all()).toMatchObject([{ words: 'Undone: Tag “Sarat” as Place', command: { id: 'edit:redo' } }]);
  });

  it('keeps the last three', () => {
    const notices = new Notices();
    for (const words of ['a', 'b', 'c', 'd']) notices.warn(words);

    expect(notices.all().map(({ words }) => words)).toEqual(['b', 'c', 'd']);
  });

  it('says what was done of the last step alone, and keeps warnings beside it', () => {
    const notices = new Notices();
    notices.done('Removed one');
    notices.warn('Careful');
    notices.done('Removed two');
    notices.turned('undo', 'Remove two');

    expect(notices.all().map(({ words }) => words)).toEqual(['Careful', 'Undone: Remove two']);
    notices.warn('Again');
    expect(notices.all().map(({ words }) => words)).toEqual(['Careful', 'Undone: Remove two', 'Again']);
  });

  it('takes one away by its id', () => {
    const notices = new Notices();
    notices.warn('a');
    notices.warn('b');
    notices.remove(notices.all()[0]?.id ?? '');

    expect(notices.all().map(({ words }) => words)).toEqual(['b']);
  });
});

describe('an undo that takes long', () => {
  afterEach(() => void vi.useRealTimers());
  const wordsOf = (notices: Notices) => notices.all().map(({ words }) => words);

  it('is said to be at work after a second, until it has come to its end', async () => {
    vi.useFakeTimers();
    const notices = new Notices();
    let finish = () => {};
    const work = new Promise<void>((resolve) => {
      finish = resolve;
    });
    notices.turning('undo', 'Set 2,469 articles to done', work);
    await vi.advanceTimersByTimeAsync(999);
    expect(wordsOf(notices)).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(wordsOf(notices)).toEqual(['Taking back: Set 2,469 articles to done…']);
    finish();
    await vi.advanceTimersByTimeAsync(0);
    expect(wordsOf(notices)).toEqual([]);
  });

  it('is not spoken of when it is quick, or when it fails at once', async () => {
    vi.useFakeTimers();
    const notices = new Notices();
    notices.turning('redo', 'a', Promise.resolve());
    notices.turning('undo', 'b', Promise.reject(new Error('conflict')));
    await vi.advanceTimersByTimeAsync(5000);

    expect(wordsOf(notices)).toEqual([]);
  });
});
