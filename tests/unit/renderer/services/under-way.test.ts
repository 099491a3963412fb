import { describe, expect, it } from 'vitest';
import { UnderWay } from '#renderer/services/under-way.ts';

describe('UnderWay', () => {
  it('waits for what is being written, also for what fails', async () => {
    const underWay = new UnderWay();
    const ended: string[] = [];
    const work = (name: string, milliseconds: number, fails = false) =>
      new Promise<void>((resolve, reject) => {
        setTimeout(() => {
          ended.push(name);
          if (fails) reject(new Error(name));
          else resolve();
        }, milliseconds);
      });
    underWay.add(work('tag', 20));
    underWay.add(work('cell', 5, true));
    await underWay.settle();
    expect(ended).toEqual(['cell', 'tag']);
  });

  it('waits for nothing where nothing is being written any more', async () => {
    const underWay = new UnderWay();
    underWay.add(Promise.resolve());
    await underWay.settle();
    let isSettled = false;
    const again = underWay.settle().then(() => {
      isSettled = true;
    });
    await again;
    expect(isSettled).toBe(true);
  });
});
