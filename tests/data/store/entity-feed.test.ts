import { describe, expect, it, vi } from 'vitest';
import { EntityFeed } from '#renderer/data/entity-feed.ts';
import type { Workspace } from '#renderer/data/workspace.ts';
import { creation } from '#shared/custody/make-change.ts';
import type { EntityId } from '#shared/domain/ids.ts';
import { typeNamed } from '#tests/support/sample-rows.ts';
import { testWorkspace } from '#tests/support/test-workspace.ts';

const place = typeNamed('Place');

describe('the feed of entities', () => {
  it('knows nothing before it was read, and everything then', async () => {
    const { workspace, feed } = await withEntities(2500);

    expect(feed.get()).toBeUndefined();
    const known = await feed.settled();

    expect(known.entities.size).toBe(2500);
    expect(known.names).toHaveLength(2500);
    expect(await asStored(workspace, feed)).toBe(true);
  });

  it.each([
    [
      'one is made',
      async (workspace: Workspace, ids: EntityId[], caseId: never) => {
        await workspace.entities.create(caseId, 'Tell Tamr', place);
        expect(ids).toHaveLength(30);
      },
    ],
    [
      'one gets another name',
      async (workspace: Workspace, [id]: EntityId[], caseId: never) => {
        await workspace.entities.edit(caseId, id as EntityId, { name: 'Sarat', names: [] });
      },
    ],
    [
      'one is merged into another',
      async (workspace: Workspace, [kept, gone]: EntityId[], caseId: never) => {
        await workspace.entities.merge(caseId, kept as EntityId, gone as EntityId);
      },
    ],
    [
      'all are taken back at once',
      async (workspace: Workspace, _: EntityId[], caseId: never) => {
        await workspace.undo(caseId);
      },
    ],
  ])('follows when %s', async (_, change) => {
    const { workspace, feed, ids, caseId } = await withEntities(30);
    await feed.settled();
    let told = 0;
    feed.listen(() => told++);

    await change(workspace, [...ids], caseId as never);

    await vi.waitFor(async () => expect(await asStored(workspace, feed)).toBe(true));
    expect(told).toBeGreaterThan(0);
  });

  it('reads again only what changed', async () => {
    const { workspace, feed, caseId } = await withEntities(30);
    await feed.settled();
    const wholeReads = vi.spyOn(Object.getPrototypeOf(workspace.db.names), 'where');

    await workspace.entities.create(caseId, 'Tell Tamr', place);
    wholeReads.mockClear();
    await vi.waitFor(() => expect(feed.get()?.entities.size).toBe(31));

    expect(wholeReads.mock.contexts.map((table) => Object(table).name)).not.toContain('names');
    wholeReads.mockRestore();
  });

  it('misses nothing that is stored while it reads for the first time', async () => {
    const { workspace, feed, caseId } = await withEntities(30);
    const first = feed.settled();
    await workspace.entities.create(caseId, 'Tell Tamr', place);
    await first;

    await vi.waitFor(async () => expect(await asStored(workspace, feed)).toBe(true));
  });

  it('says why it could not read, and reads when it can', async () => {
    const { workspace, feed } = await withEntities(1);
    const failing = vi.spyOn(Object.getPrototypeOf(workspace.db.names), 'where').mockImplementation(() => {
      throw new Error('The disk is away.');
    });

    await expect(feed.settled()).rejects.toThrow('The disk is away.');
    failing.mockRestore();

    expect((await feed.settled()).entities.size).toBe(1);
  });
});

async function withEntities(count: number) {
  const workspace = await testWorkspace();
  const caseId = await workspace.cases.create('Sarat');
  const entities = Array.from({ length: count }, (_, at) => workspace.entities.draft(`Name ${at}`, place));
  const changes = entities.map((entity) => creation('entities', entity));
  await workspace.commit({ caseId, action: 'entity:create', words: 'Create many', changes });
  return { workspace, caseId, feed: new EntityFeed(workspace.db), ids: entities.map(({ id }) => id) };
}

/** Whether a feed knows what the store holds, no more and no less. */
async function asStored(workspace: Workspace, feed: EntityFeed): Promise<boolean> {
  const known = feed.get();
  const byName = (a: { folded: string; entityId: string }, b: typeof a) =>
    a.folded + a.entityId < b.folded + b.entityId ? -1 : 1;
  const rows = await workspace.entities.all();
  const names = await workspace.entities.names();
  return (
    JSON.stringify([...(known?.entities.values() ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1))) ===
      JSON.stringify(rows) &&
    JSON.stringify([...(known?.names ?? [])].sort(byName)) === JSON.stringify([...names].sort(byName))
  );
}
