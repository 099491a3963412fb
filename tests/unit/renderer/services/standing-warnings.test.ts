import { expect, it } from 'vitest';
import { warningsOf } from '#renderer/services/standing-warnings.ts';

const safe = { isHostGone: false, isOwnBrowser: false, isKept: true };
const ids = (known: Parameters<typeof warningsOf>[0]) => warningsOf(known).map(({ id }) => id);

it('says nothing of a window that is cut off and whose store is kept, nor of what nobody has said yet', () => {
  expect(ids(safe)).toEqual([]);
  expect(ids({ isHostGone: false, isOwnBrowser: null, isKept: null })).toEqual([]);
});

it('names the own browser and the store that may be cleared, each by itself', () => {
  expect(ids({ ...safe, isOwnBrowser: true })).toEqual(['own-browser']);
  expect(ids({ ...safe, isKept: false })).toEqual(['not-kept']);
  expect(ids({ ...safe, isOwnBrowser: true, isKept: false })).toEqual(['own-browser', 'not-kept']);
});

it('says of a host that has gone nothing but that', () => {
  expect(ids({ isHostGone: true, isOwnBrowser: true, isKept: false })).toEqual(['host-gone']);
});
