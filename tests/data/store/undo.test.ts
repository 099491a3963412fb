import { describe, expect, it, vi } from 'vitest';
import { newGroup } from '#renderer/data/commit.ts';
import { creation, difference } from '#shared/custody/make-change.ts';
import { fold } from '#shared/text/fold-text.ts';
import { codeOf } from '#tests/support/code-of.ts';
import { importSamples } from '#tests/support/filled-case.ts';
import { derivedSnapshot, snapshot } from '#tests/support/plain-model.ts';
import { anchorOf, sampleArticle, typeNamed } from '#tests/support/sample-rows.ts';
import { freshStore, testWorkspace } from '#tests/support/test-workspace.ts';

const place = typeNamed('Place');

describe('undo and redo', () => {
  it('take back and bring again the last step, in words', async () => {
    const { workspace, caseId } = await withCase();
    await workspace.entities.create(caseId, 'Tell Tamr', place);

    expect(await workspace.undoWords(caseId)).toEqual({ undo: 'Create "Tell Tamr" as Place', redo: null });
    expect(await workspace.undo(caseId)).toBe('Create "Tell Tamr" as Place');
    expect(await workspace.entities.all()).toEqual([]);
    expect(await workspace.undoWords(caseId)).toEqual({ undo: null, redo: 'Create "Tell Tamr" as Place' });
    expect(await workspace.redo(caseId)).toBe('Create "Tell Tamr" as Place');
    expect(await namesIn(workspace)).toEqual(['Tell Tamr']);
  });

  it('walk back and forth over several steps', async () => {
    const { workspace, caseId } = await withCase();
    for (const name of ['a', 'b', 'c']) await workspace.entities.create(caseId, name, place);

    await workspace.undo(caseId);
    await workspace.undo(caseId);
    expect(await namesIn(workspace)).toEqual(['a']);
    await workspace.redo(caseId);
    expect(await namesIn(workspace)).toEqual(['a', 'b']);
    await workspace.undo(caseId);
    await workspace.undo(caseId);
    expect(await namesIn(workspace)).toEqual([]);
    expect(await workspace.undo(caseId)).toBeNull();
    for (let at = 0; at < 3; at++) await workspace.redo(caseId);
    expect(await namesIn(workspace)).toEqual(['a', 'b', 'c']);
    expect(await workspace.redo(caseId)).toBeNull();
  });

  it('give up what was undone once something new is done', async () => {
    const { workspace, caseId } = await withCase();
    await workspace.entities.create(caseId, 'a', place);
    await workspace.undo(caseId);
    await workspace.entities.create(caseId, 'b', place);

    expect(await workspace.undoWords(caseId)).toEqual({ undo: 'Create "b" as Place', redo: null });
    await workspace.undo(caseId);
    expect(await workspace.undoWords(caseId)).toEqual({ undo: null, redo: 'Create "b" as Place' });
  });

  it('go on after a restart where they were', async () => {
    const store = freshStore();
    const first = await testWorkspace(store);
    const caseId = await first.cases.create('Sarat');
    await first.entities.create(caseId, 'a', place);
    await first.entities.create(caseId, 'b', place);
    await first.undo(caseId);
    first.close();

    const second = await testWorkspace(store);

    expect(await second.undoWords(caseId)).toEqual({ undo: 'Create "a" as Place', redo: 'Create "b" as Place' });
    await second.undo(caseId);
    expect(await namesIn(second)).toEqual([]);
  });

  it('leave other cases alone', async () => {
    const { workspace, caseId } = await withCase();
    const other = await workspace.cases.create('Ashmar');
    await workspace.entities.create(caseId, 'a', place);
    await workspace.entities.create(other, 'b', place);

    await workspace.undo(caseId);

    expect(await namesIn(workspace)).toEqual(['b']);
  });

  it('never take back that a case was begun', async () => {
    const { workspace, caseId } = await withCase();

    expect(await workspace.undo(caseId)).toBeNull();
    expect((await workspace.cases.list()).length).toBe(1);
  });

  it('take a step of many entries as one', async () => {
    const { workspace, caseId } = await withCase();
    const group = newGroup(workspace.core.writer.ports);
    for (const name of ['a', 'b', 'c']) {
      const changes = [creation('entities', workspace.entities.draft(name, place))];
      await workspace.commit({ caseId, group, action: 'entity:create', words: 'Tag everywhere', changes });
    }

    expect(await workspace.undo(caseId)).toBe('Tag everywhere');
    expect(await namesIn(workspace)).toEqual([]);
    expect(await workspace.undo(caseId)).toBeNull();
    await workspace.redo(caseId);
    expect(await namesIn(workspace)).toEqual(['a', 'b', 'c']);
  });

  it('take back the last entry of a step first', async () => {
    const { workspace, caseId } = await withCase();
    const group = newGroup(workspace.core.writer.ports);
    const entity = workspace.entities.draft('a', place);
    const step = { caseId, group, action: 'entity:create', words: 'Make and name' };
    await workspace.commit({ ...step, changes: [creation('entities', entity)] });
    await workspace.commit({ ...step, changes: difference('entities', entity, { ...entity, name: 'b' }) });

    await workspace.undo(caseId);
    expect(await namesIn(workspace)).toEqual([]);
    await workspace.redo(caseId);
    expect(await namesIn(workspace)).toEqual(['b']);
  });

  it('say that a value has changed since, and change nothing', async () => {
    const { workspace, caseId } = await withCase();
    const other = await workspace.cases.create('Ashmar');
    const id = await workspace.entities.create(caseId, 'a', place);
    await workspace.entities.edit(caseId, id, { name: 'b' });
    await workspace.entities.edit(other, id, { name: 'c' });
    const before = await snapshot(workspace);

    expect(await codeOf(workspace.undo(caseId))).toBe('conflict');
    expect(await snapshot(workspace)).toEqual(before);
  });

  it('do not remove what another case has built upon', async () => {
    const { workspace, caseId } = await withCase();
    const other = await workspace.cases.create('Ashmar');
    const id = await workspace.entities.create(caseId, 'a', place);
    await workspace.entityNotes.write(other, id, null, 'Seen here too.');

    expect(await codeOf(workspace.undo(caseId))).toBe('conflict');
    expect(await namesIn(workspace)).toEqual(['a']);
  });

  it('do not remove one of very many things that another case has built upon', async () => {
    const { workspace, caseId } = await withCase();
    const entities = Array.from({ length: 100 }, (_, at) => workspace.entities.draft(`Name ${at}`, place));
    const changes = entities.map((entity) => creation('entities', entity));
    await workspace.commit({ caseId, action: 'entity:create', words: 'Create many', changes });
    const other = await workspace.cases.create('Ashmar');
    await workspace.entityNotes.write(other, entities[50]?.id ?? ('' as never), null, 'Seen here too.');

    expect(await codeOf(workspace.undo(caseId))).toBe('conflict');
    expect(await workspace.entities.all()).toHaveLength(100);

    await workspace.undo(other);
    await workspace.undo(caseId);
    expect(await workspace.entities.all()).toEqual([]);
    expect(await workspace.db.names.count()).toBe(0);
  });

  it('delete rows in the order of their keys, since a store deletes downwards ten times as slowly', async () => {
    const { workspace, caseId } = await withCase();
    const entities = Array.from({ length: 100 }, (_, at) => workspace.entities.draft(`Name ${at}`, place));
    const changes = entities.map((entity) => creation('entities', entity));
    await workspace.commit({ caseId, action: 'entity:create', words: 'Create many', changes });
    const deletion = vi.spyOn(Object.getPrototypeOf(workspace.db.names), 'bulkDelete');

    await workspace.undo(caseId);

    const deleted = new Map(
      deletion.mock.contexts.map((table, at) => [Object(table).name, deletion.mock.calls[at]?.[0]]),
    );
    deletion.mockRestore();
    expect(deleted.get('entities')).toEqual(entities.map(({ id }) => id).sort());
    const keys = entities.map(({ id, name }): [string, string] => [fold(name), id]);
    expect(deleted.get('names')).toEqual(keys.sort(([a], [b]) => (a < b ? -1 : 1)));
  });

  it('take back an import whole, and bring it again with every byte', async () => {
    const { workspace, caseId } = await withCase();
    const samples = [sampleArticle('One report.'), sampleArticle('تقرير ثان 🚚')];
    const empty = await snapshot(workspace);
    await importSamples(workspace, caseId, samples);
    const full = [await snapshot(workspace), await derivedSnapshot(workspace)];

    await workspace.undo(caseId);
    expect(await snapshot(workspace)).toEqual(empty);
    await workspace.redo(caseId);

    expect([await snapshot(workspace), await derivedSnapshot(workspace)]).toEqual(full);
    const [, second] = samples;
    expect(second?.article.textId && (await workspace.articles.text(second.article.textId)).text).toBe('تقرير ثان 🚚');
  });

  it('do not take back an import whose articles another case has', async () => {
    const { workspace, caseId } = await withCase();
    const sample = sampleArticle('One report.');
    await importSamples(workspace, caseId, [sample]);
    const other = await workspace.cases.create('Ashmar');
    await workspace.articles.addToCase(other, [sample.article.id]);

    expect(await codeOf(workspace.undo(caseId))).toBe('conflict');
    expect(await workspace.articles.idsInCase(caseId)).toEqual([sample.article.id]);
  });

  it('keep the chain whole', async () => {
    const { workspace, caseId } = await withCase();
    const sample = sampleArticle('Shells hit Tell Tamr.');
    await importSamples(workspace, caseId, [sample]);
    const made = anchorOf(sample.text.text, sample.article.textId, 'Tell Tamr');
    await workspace.entities.tagAsNew(workspace.highlights.draft(caseId, sample.article.id, made), 'Tell Tamr', place);
    await workspace.undo(caseId);
    await workspace.redo(caseId);
    await workspace.undo(caseId);
    await workspace.undo(caseId);

    expect((await workspace.verify(null)).faults).toEqual([]);
  });
});

async function withCase() {
  const workspace = await testWorkspace();
  return { workspace, caseId: await workspace.cases.create('Sarat') };
}

async function namesIn(workspace: Awaited<ReturnType<typeof testWorkspace>>) {
  return (await workspace.entities.all()).map(({ name }) => name).sort();
}
