import { describe, expect, it } from 'vitest';
import { creation } from '#shared/custody/make-change.ts';
import { codeOf } from '#tests/support/code-of.ts';
import { fillCase } from '#tests/support/filled-case.ts';
import { derivedSnapshot, snapshot } from '#tests/support/plain-model.ts';
import { anchorOf, typeNamed } from '#tests/support/sample-rows.ts';
import { testWorkspace } from '#tests/support/test-workspace.ts';

describe('the bin', () => {
  it('takes what means nothing without what is removed', async () => {
    const { workspace, caseId, entityId } = await filled();

    await workspace.bin.remove(caseId, [{ table: 'entities', id: entityId }], 'Remove "Tell Tamr"');

    const [bin] = await workspace.bin.inCase(caseId);
    expect(bin?.rows.map(({ table }) => table).sort()).toEqual(['entities', 'entityNotes', 'mentions']);
    expect((await workspace.events.inCase(caseId)).map(({ placeId }) => placeId)).toEqual([null]);
    expect((await workspace.verify(null)).faults).toEqual([]);
  });

  it('takes an article out of a case with its passages, and leaves the facts', async () => {
    const { workspace, caseId, articleIds } = await filled();
    const [first] = articleIds;

    await workspace.bin.remove(caseId, [{ table: 'caseArticles', id: `${caseId}/${first}` }], 'Remove an article');

    expect(await workspace.articles.idsInCase(caseId)).toEqual(articleIds.slice(1));
    expect(await workspace.db.articles.count()).toBe(2);
    expect(await workspace.db.highlights.count()).toBe(0);
    expect((await workspace.articles.columns(caseId)).length).toBe(1);
    expect((await workspace.verify(null)).faults).toEqual([]);
  });

  it('frees the bytes of an article that no case has any more once it is purged, not before', async () => {
    const { workspace, caseId, articleIds } = await filled();
    const [first, second] = articleIds;
    const other = await workspace.cases.create('Another');
    if (second) await workspace.articles.addToCase(other, [second]);
    const ids = [first, second].map((id) => ({ table: 'caseArticles' as const, id: `${caseId}/${id}` }));
    const bin = await workspace.bin.remove(caseId, ids, 'Remove articles');
    expect(await workspace.db.captures.count()).toBe(2);

    await workspace.bin.purge(bin);
    expect(await workspace.db.captures.count()).toBe(2);
    const [note] = await workspace.bin.inCase(caseId);
    if (note) await workspace.bin.purge(note.id);

    expect((await workspace.db.articles.toArray()).map(({ id }) => id)).toEqual([second]);
    for (const table of ['captures', 'texts', 'acquisitions'] as const) {
      expect([table, await workspace.db.table(table).count()]).toEqual([table, 1]);
    }
    for (const scope of [null, caseId, other]) expect((await workspace.verify(scope)).faults).toEqual([]);
  });

  it('keeps a claim that has another passage', async () => {
    const { workspace, caseId, articleIds, eventId } = await filled();
    const [articleId] = articleIds;
    if (!articleId) throw new Error('No article.');
    const article = await workspace.articles.get(articleId);
    const { text } = await workspace.articles.text(article?.textId as never);
    const one = workspace.highlights.draft(caseId, articleId, anchorOf(text, article?.textId ?? null, 'Shells'));
    const two = workspace.highlights.draft(caseId, articleId, anchorOf(text, article?.textId ?? null, 'hit'));
    const claim = workspace.claims.draft(one, eventId, { highlightIds: [one.id, two.id] });
    const changes = [creation('highlights', one), creation('highlights', two), creation('claims', claim)];
    await workspace.commit({ caseId, action: 'claim:add', words: 'Add', changes });

    await workspace.bin.remove(caseId, [{ table: 'highlights', id: one.id }], 'Remove a passage');

    expect((await workspace.claims.ofEvent(eventId)).find(({ id }) => id === claim.id)?.highlightIds).toEqual([two.id]);
  });

  it.each([['undo'], ['restore']])('gives everything back by %s', async (way) => {
    const { workspace, caseId, entityId } = await filled();
    const before = [await snapshot(workspace), await derivedSnapshot(workspace)];
    const id = await workspace.bin.remove(caseId, [{ table: 'entities', id: entityId }], 'Remove "Tell Tamr"');

    if (way === 'undo') await workspace.undo(caseId);
    else await workspace.bin.restore(id);

    expect([await snapshot(workspace), await derivedSnapshot(workspace)]).toEqual(before);
    expect((await workspace.bin.inCase(caseId)).length).toBe(1);
  });

  it('can remove again what was restored', async () => {
    const { workspace, caseId, entityId } = await filled();
    await workspace.bin.remove(caseId, [{ table: 'entities', id: entityId }], 'Remove "Tell Tamr"');
    const removed = await snapshot(workspace);
    await workspace.undo(caseId);
    await workspace.redo(caseId);

    expect(await snapshot(workspace)).toEqual(removed);
    expect((await workspace.bin.inCase(caseId)).length).toBe(2);
  });

  it('refuses to remove what another case rests on', async () => {
    const { workspace, caseId, entityId } = await filled();
    const other = await workspace.cases.create('Ashmar');
    await workspace.entityNotes.write(other, entityId, null, 'Here too.');
    const before = await snapshot(workspace);

    const removal = workspace.bin.remove(caseId, [{ table: 'entities', id: entityId }], 'Remove');

    expect(await codeOf(removal)).toBe('conflict');
    expect(await snapshot(workspace)).toEqual(before);
  });

  it('removes several rows at once', async () => {
    const { workspace, caseId, entityId, eventId } = await filled();
    const targets = [
      { table: 'entities' as const, id: entityId },
      { table: 'events' as const, id: eventId },
    ];

    await workspace.bin.remove(caseId, targets, 'Remove two');

    expect([await workspace.entities.all(), await workspace.events.inCase(caseId)]).toEqual([[], []]);
    expect((await workspace.claims.inCase(caseId)).length).toBe(0);
    expect((await workspace.verify(null)).faults).toEqual([]);
  });

  it('says so when a row is gone already', async () => {
    const { workspace, caseId } = await filled();

    expect(await codeOf(workspace.bin.remove(caseId, [{ table: 'entities', id: caseId }], 'Remove'))).toBe('not-found');
  });

  it('previews what a removal takes along', async () => {
    const { workspace, caseId, entityId } = await filled();

    const dependents = await workspace.bin.preview(caseId, [{ table: 'entities', id: entityId }]);

    expect(dependents.map(({ table, after }) => `${table} ${after === null ? 'goes' : 'stays'}`).sort()).toEqual([
      'entities goes',
      'entityNotes goes',
      'events stays',
      'mentions goes',
    ]);
  });
});

describe('purging', () => {
  it('leaves hashes only, and chains that verify and say so', async () => {
    const { workspace, caseId } = await filled();
    const secret = await workspace.entities.create(caseId, 'Hidden informant', typeNamed('Person'));
    await workspace.entityNotes.write(caseId, secret, null, 'Lives in the mill.');
    const id = await workspace.bin.remove(caseId, [{ table: 'entities', id: secret }], 'Remove a person');

    await workspace.bin.purge(id);

    const left = JSON.stringify([
      await workspace.db.ledger.toArray(),
      await workspace.db.setAside.toArray(),
      await snapshot(workspace),
    ]);
    expect(left).not.toContain('informant');
    expect(left).not.toContain('mill');
    const report = await workspace.verify(caseId);
    expect([report.faults, report.dropped]).toEqual([[], 3]);
  });

  it('cannot be taken back, and leaves earlier steps to be', async () => {
    const { workspace, caseId } = await filled();
    await workspace.entities.create(caseId, 'Kept', typeNamed('Person'));
    const secret = await workspace.entities.create(caseId, 'Hidden', typeNamed('Person'));
    const id = await workspace.bin.remove(caseId, [{ table: 'entities', id: secret }], 'Remove a person');
    await workspace.bin.purge(id);

    expect(await workspace.undo(caseId)).toBe('Create "Kept" as Person');
    expect(await codeOf(workspace.bin.restore(id))).toBe('not-found');
  });
});

async function filled() {
  const workspace = await testWorkspace();
  return { workspace, ...(await fillCase(workspace)) };
}
