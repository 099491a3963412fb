import { describe, expect, it } from 'vitest';
import { gatherBulk, spreadBulk } from '#shared/custody/bulk-change.ts';
import type { Change } from '#shared/domain/ledger.ts';

const made = (table: string, id: string, sha256: string): Change => ({
  table,
  id,
  field: null,
  before: null,
  after: { sha256 },
});
const gone = (table: string, id: string, sha256: string): Change => ({
  table,
  id,
  field: null,
  before: { sha256 },
  after: null,
});
const named: Change = { table: 'cases', id: 'c', field: 'name', before: 'a', after: 'b' };

describe('gatherBulk', () => {
  it('CUSTODY-16 says many rows of a table in one change, and a hash that is the id once', () => {
    expect(
      gatherBulk([made('captures', 'aa', 'aa'), made('articles', '1', 'bb'), made('captures', 'cc', 'cc')]),
    ).toEqual([
      { table: 'captures', id: '*', field: null, before: null, after: { rows: ['aa', 'cc'] } },
      { table: 'articles', id: '*', field: null, before: null, after: { rows: [['1', 'bb']] } },
    ]);
  });

  it('keeps removals apart from what is made', () => {
    expect(gatherBulk([gone('articles', '1', 'aa'), made('articles', '2', 'bb')]).map(({ before }) => before)).toEqual([
      { rows: [['1', 'aa']] },
      null,
    ]);
  });

  it('begins anew after any other change', () => {
    expect(gatherBulk([made('articles', '1', 'aa'), named, made('articles', '2', 'bb')]).map(({ id }) => id)).toEqual([
      '*',
      'c',
      '*',
    ]);
  });

  it('leaves alone what is said in full', () => {
    const full: Change = {
      table: 'cases',
      id: 'c',
      field: null,
      before: null,
      after: { id: 'c', sha256: 'no hash alone' },
    };

    expect(gatherBulk([named, full])).toEqual([named, full]);
  });
});

describe('spreadBulk', () => {
  it('CUSTODY-16 gives back every change that was gathered', () => {
    const changes = [made('articles', '1', 'aa'), made('articles', '2', 'bb'), named, gone('texts', 'cc', 'cc')];

    expect(spreadBulk(gatherBulk(changes))).toEqual(changes);
  });

  it('makes nothing of a value that lists no rows', () => {
    expect(spreadBulk([{ ...named, id: '*', field: null }])).toEqual([]);
  });
});
