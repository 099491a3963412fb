import { describe, expect, it } from 'vitest';
import { NameIndex } from '#shared/search/names/name-index.ts';

const people: readonly (readonly [string, readonly string[]])[] = [
  ['assad', ['Bashar al-Assad', 'بشار الأسد']],
  ['asad', ['Asad']],
  ['oneill', ["Eugene O'Neill"]],
  ['munoz', ['José Muñoz']],
  ['kyiv', ['Kyiv', 'Kiev', 'Київ']],
  ['hospital', ['Kafr Nabl Surgical Hospital']],
];

function indexOf(rows = people): NameIndex {
  const index = new NameIndex();
  for (const [key, names] of rows) index.put(key, names);
  return index;
}

const keys = (typed: string, index = indexOf()) => index.find(typed, 20).map(({ key }) => key);

describe('NameIndex', () => {
  it.each([
    ['NAMES-1 a whole name before a longer one', 'asad', ['asad', 'assad']],
    ['NAMES-1 the beginning of a name', 'bash', ['assad']],
    ['NAMES-1 the beginning of a later word', 'surg', ['hospital']],
    ['NAMES-1 two words of a name', 'nabl surg', ['hospital']],
    ['NAMES-1 a single letter', 'k', ['kyiv', 'hospital']],
    ['NAMES-2 a name as it folds', 'munoz', ['munoz']],
    ['NAMES-2 a joined name', 'oneill', ['oneill']],
    ['NAMES-2 a name in another script', 'الاسد', ['assad']],
    ['NAMES-2 a name by its alias', 'Киів', ['kyiv']],
    ['NAMES-3 a letter too few', 'hosptal', ['hospital']],
    ['NAMES-3 a letter too many', 'muunoz', ['munoz']],
    ['NAMES-3 another letter', 'eugena', ['oneill']],
    ['NAMES-3 two letters swapped', 'surgcial', ['hospital']],
    ['NAMES-3 two typos in a long name', 'surgicl hopital', ['hospital']],
    ['NAMES-3 nothing with a typo in two letters', 'kx', []],
    ['NAMES-3 nothing that is too far', 'damascus', []],
    ['NAMES-1 nothing for signs', '…', []],
  ])('finds %s', (_, typed, wanted) => {
    expect(keys(typed)).toEqual(wanted);
  });

  it('NAMES-1 says which name fits, and how well', () => {
    expect(indexOf().find('kiev', 1)).toEqual([{ key: 'kyiv', name: 'Kiev', edits: 0 }]);
  });

  it('NAMES-4 forgets names that were replaced or removed', () => {
    const index = indexOf();
    index.put('kyiv', ['Kharkiv']);
    index.remove('munoz');

    expect([keys('kiev', index), keys('khark', index), keys('munoz', index)]).toEqual([[], ['kyiv'], []]);
  });

  it('NAMES-4 finds the same once there are too many to look at one by one', () => {
    const many = Array.from({ length: 3000 }, (_, at): [string, string[]] => [`n${at}`, [`Ibrahim Nr ${at} Qasim`]]);
    const index = indexOf([...people, ...many]);

    for (const typed of ['asad', 'surgicl hopital', 'muunoz', 'الاسد']) expect(keys(typed, index)).toEqual(keys(typed));
    expect(index.find('Ibrahim Nr 2999 Qasim', 1)).toEqual([{ key: 'n2999', name: 'Ibrahim Nr 2999 Qasim', edits: 0 }]);
    index.put('n2999', ['Zainab']);
    expect(keys('zainab', index)).toEqual(['n2999']);
    expect(index.find('Ibrahim Nr 2999 Qasim', 1)[0]?.edits).toBe(1);
  });
});
