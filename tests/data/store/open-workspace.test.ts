import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { everyTable } from '#renderer/data/migrations/001-every-table.ts';
import { openDatabase } from '#renderer/data/open-database.ts';
import { DATABASE_VERSION } from '#renderer/data/workbench-database.ts';
import { generalCodebook } from '#shared/domain/general-codebook.ts';
import { codeOf } from '#tests/support/code-of.ts';
import { seededPorts } from '#tests/support/seeded-ports.ts';
import { freshStore, testWorkspace } from '#tests/support/test-workspace.ts';

describe('openWorkspace', () => {
  it('begins with the General codebook, no case and no name', async () => {
    const workspace = await testWorkspace();

    expect(await workspace.codebooks.all()).toEqual([generalCodebook]);
    expect([await workspace.cases.list(), await workspace.people.me(), await workspace.history.heads()]).toEqual([
      [],
      null,
      [],
    ]);
  });

  it('keeps its device through a restart', async () => {
    const place = freshStore();
    const first = await testWorkspace(place);
    const again = await testWorkspace({ ...place, ...seededPorts(5) });

    expect(again.personId).toBe(first.personId);
  });

  it('agrees on one device when two windows start at once', async () => {
    const place = freshStore();
    const [one, two] = await Promise.all([
      testWorkspace({ ...place, ...seededPorts(1) }),
      testWorkspace({ ...place, ...seededPorts(2) }),
    ]);

    expect(one.personId).toBe(two.personId);
  });

  it('refuses a store from the future and leaves it untouched', async () => {
    const { store, name } = freshStore();
    const future = new Dexie(name, store);
    future.version(DATABASE_VERSION + 1).stores({ wonders: 'id' });
    await future.open();
    await future.table('wonders').add({ id: 'a' });
    future.close();

    expect(await codeOf(testWorkspace({ store, name }))).toBe('newer-version');

    const reopened = new Dexie(name, store);
    await reopened.open();
    expect([reopened.verno, await reopened.table('wonders').toArray()]).toEqual([DATABASE_VERSION + 1, [{ id: 'a' }]]);
    reopened.close();
  });

  it('sweeps what a crash left staged, and nothing that is younger', async () => {
    const place = freshStore();
    const ports = seededPorts();
    const workspace = await testWorkspace({ ...place, ...ports });
    const old = '019ceb00-0000-7000-8000-000000000000';
    const pack = { id: old as never, bytes: new Uint8Array(3) };
    await workspace.db.bodies.add(pack);
    await workspace.db.staged.bulkAdd([
      { job: old, part: 0, content: { kind: 'packs', ids: [old] } },
      { job: `fffffff${old.slice(7)}`, part: 0, content: { kind: 'packs', ids: [] } },
    ]);
    ports.advance(7 * 60 * 60 * 1000);

    const again = await testWorkspace({ ...place, ...ports });

    expect([await again.db.bodies.count(), await again.db.staged.count()]).toEqual([0, 1]);
  });

  it('says that the store was closed', async () => {
    const workspace = await testWorkspace();
    workspace.close();

    expect(await codeOf(workspace.cases.create('Sarat'))).toBe('unavailable');
  });
});

describe('all migrations', () => {
  it('make each table with the keys that rows are found by', async () => {
    const { db } = await testWorkspace();
    const keys = db.tables.map(
      ({ name, schema }) => `${name}: ${[schema.primKey, ...schema.indexes].map(({ src }) => src).join(', ')}`,
    );

    expect(keys.sort()).toMatchInlineSnapshot(`
      [
        "acquisitions: id, articleId",
        "articleColumns: [caseId+articleId]",
        "articleEvents: [caseId+articleId+eventId], [caseId+eventId]",
        "articles: id",
        "bin: id, caseId",
        "bodies: id",
        "captures: id",
        "caseArticles: [caseId+articleId]",
        "cases: id",
        "claims: id, caseId",
        "codebooks: id",
        "columnChanges: [caseId+revision+part]",
        "containers: id, caseId",
        "decisions: id",
        "device: id",
        "entities: id",
        "entityNotes: id, caseId",
        "events: id, caseId",
        "fileLists: [importId+first]",
        "heads: chain",
        "highlights: id, [caseId+articleId]",
        "imports: id, caseId",
        "ledger: [chain+seq], group",
        "mappings: id",
        "mentions: id, caseId",
        "metadata: [articleId+id]",
        "names: [folded+entityId]",
        "outcomes: [importId+id]",
        "people: id",
        "pointers: [to+from]",
        "recordLists: id, caseId, containerId",
        "relations: id",
        "savedSearches: id, caseId",
        "searchChanges: [seq+part]",
        "searchLog: id, caseId",
        "searchState: id",
        "setAside: key",
        "sourceGrades: id, caseId",
        "sources: id",
        "staged: [job+part]",
        "suggestions: id, articleId",
        "texts: id",
      ]
    `);
  });

  it('bring a store of version 1 forward with all that it holds', async () => {
    const place = freshStore();
    const old = new Dexie(place.name, { indexedDB: place.store.indexedDB, IDBKeyRange: place.store.IDBKeyRange });
    old.version(1).stores(everyTable.stores);
    await old.open();
    await old.table('people').add({ id: 'someone', name: 'Mara' });
    old.close();

    const db = await openDatabase(place.store, place.name);

    expect([db.verno, await db.searchChanges.count(), await db.table('people').get('someone')]).toEqual([
      3,
      0,
      { id: 'someone', name: 'Mara' },
    ]);
    db.close();
  });
});
