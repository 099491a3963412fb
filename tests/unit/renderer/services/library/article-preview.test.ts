import { expect, it } from 'vitest';
import { shortenedTo } from '#renderer/services/library/article-preview.ts';

it.each([
  ['keeps what fits', 'Shells hit', 10, 'Shells hit'],
  ['cuts between words', 'Shells hit the market', 12, 'Shells hit…'],
  ['keeps a word that just fits', 'Shells hit the market', 10, 'Shells hit…'],
  ['leaves out a word of which one letter is too many', 'Shells hit the market', 9, 'Shells…'],
  ['cuts a word that is longer than the room', '炮弹击中了有顶市场', 4, '炮弹击中…'],
  ['cuts no letter of several parts in two', '👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 3, '👩‍👩‍👧‍👦…'],
])('%s', (_, words, room, shown) => {
  expect(shortenedTo(words, room)).toBe(shown);
});
