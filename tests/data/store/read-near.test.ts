import { describe, expect, it } from 'vitest';
import { rowsById, rowsNear, standingIds } from '#renderer/data/read-near.ts';
import type { Row } from '#shared/domain/tables.ts';
import { testWorkspace } from '#tests/support/test-workspace.ts';

const numbered = (at: number) => String(at).padStart(4, '0');

/** A workspace with names 0000, 0003, 0006 … and observed values of two articles each. */
async function workspaceOf(names: number) {
  const workspace = await testWorkspace();
  const { db } = workspace;
  await db.people.clear();
  const people = Array.from({ length: names }, (_, at) => ({ id: numbered(at * 3), name: `N ${at}` }));
  const values = people.flatMap(({ id }) => [
    { articleId: id, id: 'a-1' },
    { articleId: `${id}-b`, id: 'a-2' },
  ]);
  await db.transaction('rw', [db.people, db.metadata], async () => {
    await db.people.bulkAdd(people as object[] as Row<'people'>[]);
    await db.metadata.bulkAdd(values as object[] as Row<'metadata'>[]);
  });
  return { db, ids: people.map(({ id }) => id) };
}

const idsOf = (rows: readonly { readonly id: string }[] | null) => rows?.map(({ id }) => id) ?? null;

describe('rowsNear', () => {
  it('reads the rows that stand, in the order of their keys, whatever the order of the ids', async () => {
    const { db, ids } = await workspaceOf(40);
    const asked = [...ids.slice(5, 30).reverse(), '0016', '9999', ''];

    expect(idsOf(await rowsNear(db, 'people', asked))).toEqual(ids.slice(5, 30));
  });

  it('leaves out rows in between that are not asked for', async () => {
    const { db, ids } = await workspaceOf(60);
    const asked = ids.filter((_, at) => at % 2 === 0);

    expect(idsOf(await rowsNear(db, 'people', asked))).toEqual(asked);
  });

  it('gives up where most that lie between are not asked for', async () => {
    const { db, ids } = await workspaceOf(120);
    const asked = ids.filter((_, at) => at % 4 === 0);

    expect(await rowsNear(db, 'people', asked)).toBeNull();
  });

  it('orders keys of two parts as the database does', async () => {
    const { db, ids } = await workspaceOf(30);
    // as texts, "0000-b/a-2" comes before "0000/a-1"; as keys it comes after
    const asked = ids.flatMap((id) => [`${id}/a-1`, `${id}-b/a-2`]);

    expect((await rowsNear(db, 'metadata', asked))?.map(({ articleId, id }) => `${articleId}/${id}`)).toEqual(asked);
  });
});

describe.each([
  ['few', 4],
  ['many near each other', 1],
  ['many far from each other', 7],
])('rows asked for by %s ids', (words, each) => {
  it('are those that stand', async () => {
    const { db, ids } = await workspaceOf(words === 'few' ? 30 : 200);
    const asked = ['0001', ...ids.filter((_, at) => at % each === 0), '0002'];
    const standing = new Set(asked.filter((id) => ids.includes(id)));

    expect(new Set((await rowsById(db, 'people', asked)).keys())).toEqual(standing);
    expect(await standingIds(db, 'people', asked)).toEqual(standing);
  });

  it('are none when none is asked for', async () => {
    const { db } = await workspaceOf(3);

    expect((await rowsById(db, 'people', [])).size).toBe(0);
    expect((await standingIds(db, 'people', [])).size).toBe(0);
  });
});
