import { describe, expect, it } from 'vitest';
import {
  applyChange,
  invertChanges,
  isByHash,
  type PlainRow,
  parseFieldPath,
  rowHash,
  sortedSet,
} from '#shared/custody/change.ts';
import { creation, creationByHash, difference, removal } from '#shared/custody/make-change.ts';
import type { Source } from '#shared/domain/source.ts';
import type { AppError } from '#shared/kernel/app-error.ts';

const source: Source = {
  id: '01957c11-3e00-7000-8000-000000000001' as Source['id'],
  name: 'Northline',
  domains: ['a.invalid', 'b.invalid'],
  affiliation: null,
  republishes: [],
};
const rename = { table: 'sources', id: source.id, field: 'name', before: 'Northline', after: 'Northline Post' };

describe('parseFieldPath', () => {
  it.each([
    ['a field', 'name', { field: 'name', element: null }],
    ['an element', 'names[Tell Tamr]', { field: 'names', element: 'Tell Tamr' }],
    ['brackets within a key', 'names[a[b]c]', { field: 'names', element: 'a[b]c' }],
    ['an empty key', 'tags[]', { field: 'tags', element: '' }],
  ])('reads %s', (_, path, parsed) => {
    expect(parseFieldPath(path)).toEqual(parsed);
  });
});

describe('applyChange', () => {
  it('changes a field and leaves the row it was given', () => {
    expect([applyChange(source, rename), source.name]).toEqual([{ ...source, name: 'Northline Post' }, 'Northline']);
  });

  it('adds an element where it sorts', () => {
    const change = { ...rename, field: 'domains[aa.invalid]', before: null, after: 'aa.invalid' };

    expect(applyChange(source, change)).toMatchObject({ domains: ['a.invalid', 'aa.invalid', 'b.invalid'] });
  });

  it('removes an element', () => {
    const change = { ...rename, field: 'domains[a.invalid]', before: 'a.invalid', after: null };

    expect(applyChange(source, change)).toMatchObject({ domains: ['b.invalid'] });
  });

  it('stores a set given whole in its order', () => {
    const change = { ...rename, field: 'domains', before: source.domains, after: ['z.invalid', 'c.invalid'] };

    expect(applyChange(source, change)).toMatchObject({ domains: ['c.invalid', 'z.invalid'] });
  });

  it.each([
    ['another value stands', { ...rename, before: 'Southline' }, source],
    ['the row is gone', rename, null],
    ['the row stands already', creation('sources', source), source],
    ['the row to remove differs', removal('sources', { ...source, name: 'Else' }), source],
    ['the element is gone', { ...rename, field: 'domains[c.invalid]', before: 'c.invalid', after: null }, source],
    [
      'the element stands already',
      { ...rename, field: 'domains[a.invalid]', before: null, after: 'a.invalid' },
      source,
    ],
    ['the row by hash differs', { ...rename, field: null, before: { sha256: '00' }, after: null }, source],
  ])('CUSTODY-12 is refused when %s', (_, change, row) => {
    expect(codeOf(() => applyChange(row, change))).toBe('conflict');
  });

  it.each([
    ['an unknown table', { ...rename, table: 'spies' }],
    ['an unknown field', { ...rename, field: 'title' }],
    ['an element of what is no set', { ...rename, field: 'name[a]', before: null, after: 'a' }],
    ['an element under another key', { ...rename, field: 'domains[c.invalid]', before: null, after: 'd.invalid' }],
    ['a set that is no list', { ...rename, field: 'domains', before: source.domains, after: 'a.invalid' }],
  ])('refuses %s', (_, change) => {
    expect(codeOf(() => applyChange(source, change))).toBe('bad-input');
  });

  it('CUSTODY-15 makes a row named by its hash from contents with that hash only', () => {
    const made = creationByHash('sources', source);

    expect([
      applyChange(null, made, source),
      codeOf(() => applyChange(null, made, { ...source, name: 'Else' })),
      codeOf(() => applyChange(null, made)),
    ]).toEqual([source, 'conflict', 'conflict']);
  });

  it('CUSTODY-15 takes it back by the same hash', () => {
    expect(invertChanges([creationByHash('sources', source)]).map((change) => applyChange(source, change))).toEqual([
      null,
    ]);
  });
});

describe('invertChanges', () => {
  it('CUSTODY-11 takes back the last of several changes of one field first', () => {
    const changes = [rename, { ...rename, before: 'Northline Post', after: 'Northline Daily' }];
    const after = changes.reduce<PlainRow | null>((row, change) => applyChange(row, change), source);

    expect(invertChanges(changes).reduce<PlainRow | null>((row, change) => applyChange(row, change), after)).toEqual(
      source,
    );
  });
});

describe('rowHash', () => {
  it('is the id of what is named by its hash already, wherever its body lies', () => {
    expect(rowHash('texts', { id: 'a', body: { offset: 1 } })).toBe('a');
  });

  it('covers every field of all other rows', () => {
    expect(rowHash('articles', { id: 'a', title: 'b' })).not.toBe(rowHash('articles', { id: 'a', title: 'c' }));
  });

  it('is known from a row', () => {
    expect([isByHash({ sha256: 'a' }), isByHash({ sha256: 'a', id: 'b' }), isByHash(null)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('difference', () => {
  it('is empty between equal rows', () => {
    expect(difference('sources', source, { ...source, domains: [...source.domains] })).toEqual([]);
  });

  it('names fields whole and sets by element', () => {
    const after = { ...source, name: 'Else', domains: ['b.invalid', 'c.invalid'] };

    expect(difference('sources', source, after).map(({ field, before, after }) => [field, before, after])).toEqual([
      ['name', 'Northline', 'Else'],
      ['domains[a.invalid]', 'a.invalid', null],
      ['domains[c.invalid]', null, 'c.invalid'],
    ]);
  });
});

describe('sortedSet', () => {
  it('sorts by the property that names an element', () => {
    expect(sortedSet([{ text: 'b' }, { text: 'a' }], 'text')).toEqual([{ text: 'a' }, { text: 'b' }]);
  });
});

function codeOf(act: () => unknown): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return (error as AppError).code;
  }
}
