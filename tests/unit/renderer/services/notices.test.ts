import { describe, expect, it } from 'vitest';
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

    expect(notices.all()).toMatchObject([{ words: 'Undone: Tag "Sarat" as Place', command: { id: 'edit:redo' } }]);
  });

  it('keeps the last three', () => {
    const notices = new Notices();
    for (const words of ['a', 'b', 'c', 'd']) notices.warn(words);

    expect(notices.all().map(({ words }) => words)).toEqual(['b', 'c', 'd']);
  });

  it('takes one away by its id', () => {
    const notices = new Notices();
    notices.warn('a');
    notices.warn('b');
    notices.remove(notices.all()[0]?.id ?? '');

    expect(notices.all().map(({ words }) => words)).toEqual(['b']);
  });
});
