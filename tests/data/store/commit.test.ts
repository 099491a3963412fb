import { describe, expect, it } from 'vitest';
import { creation, difference } from '#shared/custody/make-change.ts';
import type { Entity } from '#shared/domain/entity.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { codeOf } from '#tests/support/code-of.ts';
import { importSamples } from '#tests/support/filled-case.ts';
import { importOrder } from '#tests/support/import-order.ts';
import { derivedSnapshot, snapshot } from '#tests/support/plain-model.ts';
import { anchorOf, sampleArticle, typeNamed } from '#tests/support/sample-rows.ts';
import { freshStore, testWorkspace } from '#tests/support/test-workspace.ts';

describe('commit', () => {
  it('writes rows, entry and head together', async () => {
    const { workspace, caseId } = await withCase();
    const entity = workspace.entities.draft('Tell Tamr', typeNamed('Place'));

    const { chain, seq, hash } = await workspace.commit(step(caseId, entity));

    expect(await workspace.entities.get(entity.id)).toEqual(entity);
    expect(await workspace.history.heads()).toEqual([{ chain, seq, hash }]);
    expect((await workspace.history.inCase(caseId, 1)).map(({ words }) => words)).toEqual([
      'Create "Tell Tamr" as Place',
    ]);
  });

  it('keeps each case in a chain of its own, and what belongs to none in another', async () => {
    const { workspace, caseId } = await withCase();
    const other = await workspace.cases.create('Ashmar');
    await workspace.people.setName('Ada');

    const chains = (await workspace.history.heads()).map(({ chain }) => chain);

    expect(chains.sort()).toEqual([caseId, other, 'workspace'].map((owner) => `${owner}.${workspace.personId}`).sort());
  });

  it('tells the second of two windows that change the same row, and overwrites nothing', async () => {
    const { workspace, caseId } = await withCase();
    const id = await workspace.entities.create(caseId, 'Tell Tamr', typeNamed('Place'));
    const seen = (await workspace.entities.get(id)) as Entity;
    await workspace.entities.edit(caseId, id, { name: 'Tal Tamr' });
    const before = await snapshot(workspace);

    const late = difference('entities', seen, { ...seen, name: 'Til Temir' });

    expect(await codeOf(workspace.commit({ caseId, action: 'entity:edit', words: 'Edit', changes: late }))).toBe(
      'conflict',
    );
    expect(await snapshot(workspace)).toEqual(before);
  });

  it('lets two windows add different names to one entity', async () => {
    const { workspace, caseId } = await withCase();
    const id = await workspace.entities.create(caseId, 'Tell Tamr', typeNamed('Place'));
    const seen = (await workspace.entities.get(id)) as Entity;
    const named = (text: string) =>
      difference('entities', seen, { ...seen, names: [...seen.names, { text, script: null, from: 'analyst' }] });

    await workspace.commit({ caseId, action: 'entity:edit', words: 'Edit', changes: named('Tal Tamr') });
    await workspace.commit({ caseId, action: 'entity:edit', words: 'Edit', changes: named('تل تمر') });

    expect((await workspace.entities.get(id))?.names.map(({ text }) => text)).toEqual([
      'Tal Tamr',
      'Tell Tamr',
      'تل تمر',
    ]);
  });

  it('keeps one chain when two windows write at once', async () => {
    const place = freshStore();
    const one = await testWorkspace(place);
    const two = await testWorkspace(place);
    const caseId = await one.cases.create('Sarat');

    await Promise.all(
      [one, two, one, two].map((window, at) => window.entities.create(caseId, `Name ${at}`, typeNamed('Person'))),
    );

    expect((await one.history.size(caseId)).entries).toBe(5);
    expect((await two.verify(null)).faults).toEqual([]);
  });

  it.each([
    ['a row that does not fit its schema', { schema: 1 as never }, 'bad-input'],
    ['a row with a field too many', { colour: 'red' } as never, 'bad-input'],
  ])('refuses %s and changes nothing', async (_, fields, code) => {
    const { workspace, caseId } = await withCase();
    const before = await snapshot(workspace);
    const entity = { ...workspace.entities.draft('Tell Tamr', typeNamed('Place')), ...fields };

    expect(await codeOf(workspace.commit(step(caseId, entity)))).toBe(code);
    expect(await snapshot(workspace)).toEqual(before);
    expect((await workspace.history.size(caseId)).entries).toBe(1);
  });

  it('refuses a row that stands already and changes nothing', async () => {
    const { workspace, caseId } = await withCase();
    const first = workspace.entities.draft('Tell Tamr', typeNamed('Place'));
    const second = workspace.entities.draft('Sarat', typeNamed('Place'));
    await workspace.commit(step(caseId, first));
    const changes = [creation('entities', second), creation('entities', first)];

    expect(await codeOf(workspace.commit({ caseId, action: 'entity:create', words: 'Twice', changes }))).toBe(
      'conflict',
    );
    expect((await workspace.entities.all()).map(({ name }) => name)).toEqual(['Tell Tamr']);
    expect(await derivedSnapshot(workspace)).toMatchObject({ names: [{ text: 'Tell Tamr' }] });
  });

  it('takes back everything when a deriver fails', async () => {
    const { workspace, caseId } = await withCase({
      derivers: [
        async (_, changes) => {
          if (changes.of('entities').length > 0) throw new AppError('internal', 'The deriver broke.');
        },
      ],
    });
    const before = [await snapshot(workspace), await derivedSnapshot(workspace), await workspace.history.heads()];

    expect(await codeOf(workspace.entities.create(caseId, 'Tell Tamr', typeNamed('Place')))).toBe('internal');
    expect([await snapshot(workspace), await derivedSnapshot(workspace), await workspace.history.heads()]).toEqual(
      before,
    );
  });

  it('refuses a deriver that waits for anything but the database', async () => {
    const { workspace, caseId } = await withCase({
      derivers: [
        async (db, changes) => {
          if (changes.of('entities').length === 0) return;
          await new Promise((resume) => setTimeout(resume, 20));
          await db.names.toArray();
        },
      ],
    });

    expect(await codeOf(workspace.entities.create(caseId, 'Tell Tamr', typeNamed('Place')))).not.toBeNull();
  });

  it('writes the machine’s own rows with the step, and not into the ledger', async () => {
    const { workspace, caseId } = await withCase();
    const run = await workspace.imports.begin(importOrder(caseId, '2 files', 2));
    const samples = [sampleArticle('One.'), sampleArticle('Two.')];

    await importSamples(workspace, caseId, samples);
    await workspace.imports.end(run, 'finished');

    expect((await workspace.imports.inCase(caseId)).map(({ state }) => state)).toEqual(['finished']);
    expect((await workspace.history.size(caseId)).entries).toBe(2);
  });

  it('stores sets in the order of their keys', async () => {
    const { workspace, caseId } = await withCase();
    const sample = sampleArticle('One.');
    await importSamples(workspace, caseId, [sample]);

    await workspace.articles.editInCase(caseId, [sample.article.id], 'Tag', () => ({ tags: ['b', 'a'] }));

    expect((await workspace.articles.details(caseId, sample.article.id))?.caseArticle?.tags).toEqual(['a', 'b']);
  });

  it('makes no step of an edit that changes nothing', async () => {
    const { workspace, caseId } = await withCase();
    const id = await workspace.entities.create(caseId, 'Tell Tamr', typeNamed('Place'));

    await workspace.entities.edit(caseId, id, { name: 'Tell Tamr' });

    expect((await workspace.history.size(caseId)).entries).toBe(2);
  });

  it('says what is gone when it is edited', async () => {
    const { workspace, caseId } = await withCase();
    const id = await workspace.entities.create(caseId, 'Tell Tamr', typeNamed('Place'));
    await workspace.undo(caseId);

    expect(await codeOf(workspace.entities.edit(caseId, id, { name: 'Else' }))).toBe('not-found');
  });

  it('tags a passage in one step', async () => {
    const { workspace, caseId } = await withCase();
    const { article, text, ...rest } = sampleArticle('Shells hit Tell Tamr.');
    await importSamples(workspace, caseId, [{ article, text, ...rest }]);
    const made = anchorOf(text.text, article.textId, 'Tell Tamr');
    const entityId = await workspace.entities.tagAsNew(
      workspace.highlights.draft(caseId, article.id, made),
      'Tell Tamr',
      typeNamed('Place'),
    );

    const [linked] = await workspace.highlights.linkedInArticle(caseId, article.id);

    expect(linked?.mentions.map((mention) => mention.entityId)).toEqual([entityId]);
    expect((await workspace.history.size(caseId)).entries).toBe(3);
  });
});

async function withCase(options: Parameters<typeof testWorkspace>[0] = {}) {
  const workspace = await testWorkspace(options);
  return { workspace, caseId: await workspace.cases.create('Sarat') };
}

function step(caseId: Entity['id'] | string, entity: Entity) {
  return {
    caseId: caseId as never,
    action: 'entity:create',
    words: `Create "${entity.name}" as Place`,
    changes: [creation('entities', entity)],
  };
}
