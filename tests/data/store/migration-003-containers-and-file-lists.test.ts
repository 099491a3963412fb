import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { everyTable } from '#renderer/data/migrations/001-every-table.ts';
import { searchTables } from '#renderer/data/migrations/002-search.ts';
import { openDatabase } from '#renderer/data/open-database.ts';
import type { ImportRepository } from '#renderer/data/repositories/imports.ts';
import { countOutcomes } from '#renderer/services/import/import-outcomes.ts';
import { freshStore, testWorkspace } from '#tests/support/test-workspace.ts';

const importId = '01900000-0000-7000-8000-00000000000a';
const early = {
  imports: {
    id: importId,
    caseId: '01900000-0000-7000-8000-000000000001',
    from: '1 file',
    started: '2024-03-14T06:40:00.000Z',
    ended: null,
    state: 'interrupted',
    total: 2,
  },
  outcomes: {
    id: '01900000-0000-7000-8000-00000000000b',
    importId,
    fileName: 'a.txt',
    position: '',
    result: 'imported',
    reason: '',
    articleId: null,
  },
};

describe('migration 3: what files of many records held, and which files an import was asked for', () => {
  it('leaves the imports of before as they were, which told no files and cannot be resumed', async () => {
    const { store, name } = await openedAtVersion2();

    const db = await openDatabase(store, name);

    expect(await db.imports.toArray()).toEqual([early.imports]);
    expect(await db.outcomes.toArray()).toEqual([early.outcomes]);
    expect(await Promise.all([db.containers.count(), db.recordLists.count(), db.fileLists.count()])).toEqual([0, 0, 0]);
    db.close();
  });

  it('counts what was said of files by early ids', async () => {
    const { store, name } = await openedAtVersion2();
    const workspace = await testWorkspace({ store, name });
    const imports: ImportRepository = workspace.imports;

    const row = await imports.get(importId as never);
    if (!row) throw new Error('no import');

    expect(countOutcomes(row, await imports.outcomes(row.id))).toMatchObject({ results: { imported: 1 }, pending: 1 });
    expect(await imports.pending(row.id)).toEqual([]);
  });
});

async function openedAtVersion2() {
  const fresh = freshStore();
  const old = new Dexie(fresh.name, fresh.store);
  old.version(1).stores(everyTable.stores);
  old.version(2).stores(searchTables.stores);
  await old.open();
  await old.table('imports').add(early.imports);
  await old.table('outcomes').add(early.outcomes);
  old.close();
  return fresh;
}
