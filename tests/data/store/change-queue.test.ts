import { describe, expect, it } from 'vitest';
import { noSearchChange } from '#renderer/data/derive/keep-search-changes.ts';
import { ChangeQueue, type Watermark } from '#renderer/data/search/change-queue.ts';
import { testWorkspace } from '#tests/support/test-workspace.ts';

/** A queue on a store that lists these changes, each as number and part. */
async function queueOf(...listed: readonly (readonly [number, number])[]) {
  const { db } = await testWorkspace();
  await db.searchChanges.clear();
  await db.searchChanges.bulkAdd(listed.map(([seq, part]) => ({ ...noSearchChange, seq, part })));
  return { db, queue: await ChangeQueue.open(db, 'this-store') };
}

function at(seq: number, store = 'this-store'): Watermark {
  return { store, seq, isWhole: true };
}

describe('the list of what the index has to look at', () => {
  it('gives every part of a change at once, however few are asked for', async () => {
    const { queue } = await queueOf([10, 0], [20, -1], [20, 0], [20, 1], [30, 0]);

    const places = async (seq: number, limit: number) =>
      (await queue.since(seq, limit)).map((row) => [row.seq, row.part]);
    const whole = [
      [20, -1],
      [20, 0],
      [20, 1],
    ];
    expect(await places(10, 1)).toEqual(whole);
    expect(await places(10, 2)).toEqual(whole);
    expect(await places(10, 3)).toEqual(whole);
    expect(await places(10, 4)).toEqual([...whole, [30, 0]]);
    expect(await places(20, 9)).toEqual([[30, 0]]);
    expect(await queue.last()).toBe(30);
  });

  it('reaches an index that stands at what is listed, or at what was forgotten last', async () => {
    const { queue } = await queueOf([10, 0], [20, 0], [20, 1], [30, 0]);
    await queue.forget(20);

    expect(await queue.reaches(at(30))).toBe(true);
    expect(await queue.reaches(at(20))).toBe(true);
    expect(await queue.reaches(at(10))).toBe(false);
    expect(await queue.reaches(at(30, 'another-store'))).toBe(false);
    expect(await queue.since(0, 9)).toHaveLength(1);
  });

  it('does not reach an index that has taken in what the store has lost, also once there are later changes', async () => {
    const { db, queue } = await queueOf([10, 0], [20, 0], [30, 0]);
    await db.searchChanges.delete([30, 0]);
    expect(await queue.reaches(at(30))).toBe(false);

    await db.searchChanges.add({ ...noSearchChange, seq: 40, part: 0 });
    expect(await queue.reaches(at(30))).toBe(false);
    expect(await queue.reaches(at(40))).toBe(true);
  });

  it('stands at what was forgotten when nothing is listed', async () => {
    const { db, queue } = await queueOf([10, 0]);
    await queue.forget(10);

    expect([await queue.last(), await queue.since(0, 9)]).toEqual([10, []]);
    expect(await (await ChangeQueue.open(db, 'another')).reaches(at(10))).toBe(true);
  });
});
