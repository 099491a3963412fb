import { describe, expect, it } from 'vitest';
import { readEntityCard } from '#renderer/services/entities/entity-card.ts';
import { EntityEditor } from '#renderer/services/entities/entity-editor.ts';
import { readMergeSide } from '#renderer/services/entities/merge-preview.ts';
import type { ArticleId, EntityId, MentionId } from '#shared/domain/ids.ts';
import { codeOf } from '#tests/support/code-of.ts';
import { fillCase } from '#tests/support/filled-case.ts';
import { anchorOf, typeNamed } from '#tests/support/sample-rows.ts';
import { testWorkspace } from '#tests/support/test-workspace.ts';

/** A place that is named twice, once by its Arabic name. */
async function desk() {
  const workspace = await testWorkspace();
  const filled = await fillCase(workspace);
  const { caseId, entityId, articleIds } = filled;
  const article = await workspace.articles.get(articleIds[1] as ArticleId);
  if (!article?.textId) throw new RangeError('no text');
  const { text } = await workspace.articles.text(article.textId);
  const highlight = workspace.highlights.draft(caseId, article.id, anchorOf(text, article.textId, 'تل تمر'));
  await workspace.entities.tag(highlight, entityId);
  const editor = new EntityEditor(workspace);
  const card = async (id: EntityId = entityId) => {
    const read = await readEntityCard(workspace, caseId, id);
    if (!read) throw new RangeError('no card');
    return read;
  };
  const quotes = async (id: EntityId = entityId) => (await card(id)).mentions.map(({ quote }) => quote).sort();
  const mentionOf = async (words: string): Promise<MentionId> => {
    const found = (await card()).mentions.find(({ quote }) => quote === words);
    if (!found) throw new RangeError(words);
    return found.mentionId;
  };
  const words = async () => (await workspace.history.inCase(caseId, 1))[0]?.words;
  return { ...filled, workspace, editor, card, quotes, mentionOf, words };
}

describe('EntityEditor', () => {
  it('merges in one step that says so: passages, names, events and notes are found under the one that stays', async () => {
    const { workspace, caseId, entityId, editor, card, quotes, words } = await desk();
    const other = await workspace.entities.create(caseId, 'Tal Tamr town', typeNamed('Place'));
    await workspace.entityNotes.write(caseId, other, null, 'West of the road.');
    await editor.merge(caseId, entityId, other);

    expect(await words()).toBe('Merge "Tal Tamr town" into "Tell Tamr"');
    expect(await quotes()).toEqual(['Tell Tamr', 'تل تمر']);
    const { entity, merged, note } = await card();
    expect(entity.names.map(({ text }) => text).sort()).toEqual(['Tal Tamr town', 'Tell Tamr', 'تل تمر']);
    expect(merged).toEqual([{ id: other, name: 'Tal Tamr town', note: 'West of the road.' }]);
    expect(note?.text).toBe('North of the river.');
    await workspace.undo(caseId);
    expect((await card()).entity.names.map(({ text }) => text)).toEqual(['Tell Tamr', 'تل تمر']);
    expect((await card()).merged).toEqual([]);
    expect(await codeOf(editor.merge(caseId, entityId, entityId))).toBe('conflict');
  });

  it('refuses to merge what is merged already', async () => {
    const { workspace, caseId, entityId, editor } = await desk();
    const other = await workspace.entities.create(caseId, 'Other', typeNamed('Place'));
    const third = await workspace.entities.create(caseId, 'Third', typeNamed('Place'));
    await editor.merge(caseId, entityId, other);
    expect(await codeOf(editor.merge(caseId, third, other))).toBe('conflict');
    expect(await codeOf(editor.merge(caseId, other, third))).toBe('conflict');
  });

  it('takes apart what was merged: its passages are its own again', async () => {
    const { workspace, caseId, entityId, editor, quotes, words } = await desk();
    const other = await workspace.entities.create(caseId, 'Other', typeNamed('Place'));
    await editor.merge(caseId, other, entityId);
    expect(await quotes(other)).toEqual(['Tell Tamr', 'تل تمر']);
    await editor.takeApart(caseId, entityId);
    expect(await words()).toBe('Take "Tell Tamr" out of "Other"');
    expect(await quotes(other)).toEqual([]);
    expect(await quotes()).toEqual(['Tell Tamr', 'تل تمر']);
    expect(await codeOf(editor.takeApart(caseId, entityId))).toBe('conflict');
    expect(await codeOf(editor.takeApart(caseId, 'none' as EntityId))).toBe('not-found');
  });

  it('splits passages into a new entity with the names that only they use, in one step that undoes exactly', async () => {
    const { workspace, caseId, entityId, editor, card, quotes, mentionOf, words } = await desk();
    const before = await card();
    const to = workspace.entities.draft('تل تمر', typeNamed('Site'), 'passage');
    await editor.split(caseId, { from: entityId, mentionIds: [await mentionOf('تل تمر')], to, isNew: true });

    expect(await words()).toBe('Move 1 passage from "Tell Tamr" to "تل تمر"');
    expect(await quotes()).toEqual(['Tell Tamr']);
    expect(await quotes(to.id)).toEqual(['تل تمر']);
    expect((await card()).entity.names.map(({ text }) => text)).toEqual(['Tell Tamr']);
    expect((await card()).events).toEqual(before.events);
    await workspace.undo(caseId);
    expect(await card()).toEqual(before);
    expect(await workspace.entities.get(to.id)).toBeUndefined();
  });

  it('takes no passage that was linked to another entity meanwhile', async () => {
    const { workspace, caseId, entityId, editor, mentionOf } = await desk();
    const mentionIds = [await mentionOf('تل تمر')];
    const elsewhere = workspace.entities.draft('Tal Tamr town', typeNamed('Place'));
    await editor.split(caseId, { from: entityId, mentionIds, to: elsewhere, isNew: true });
    const to = workspace.entities.draft('Another', typeNamed('Place'));

    expect(await codeOf(editor.split(caseId, { from: entityId, mentionIds, to, isNew: true }))).toBe('conflict');

    expect((await workspace.entities.mentionsInCase(caseId)).find(({ id }) => id === mentionIds[0])?.entityId).toBe(
      elsewhere.id,
    );
  });

  it('splits passages into a known entity, which takes what they call it as a name', async () => {
    const { workspace, caseId, entityId, editor, mentionOf, quotes } = await desk();
    const known = await workspace.entities.create(caseId, 'Ras al-Ain', typeNamed('Place'));
    const [to] = await workspace.entities.byIds([known]);
    if (!to) throw new RangeError('no entity');
    const mentionIds = [await mentionOf('تل تمر'), await mentionOf('Tell Tamr')];
    await editor.split(caseId, { from: entityId, mentionIds, to, isNew: false });
    expect(await quotes()).toEqual([]);
    expect((await workspace.entities.get(known))?.names.map(({ text }) => text).sort()).toEqual([
      'Ras al-Ain',
      'Tell Tamr',
      'تل تمر',
    ]);
    expect((await workspace.entities.get(entityId))?.names.map(({ text }) => text)).toEqual(['Tell Tamr']);
  });

  it('moves nothing when one of the passages is gone', async () => {
    const { workspace, caseId, entityId, editor, mentionOf, quotes } = await desk();
    const to = workspace.entities.draft('X', typeNamed('Site'));
    const mentionIds = [await mentionOf('تل تمر'), 'none' as MentionId];
    expect(await codeOf(editor.split(caseId, { from: entityId, mentionIds, to, isNew: true }))).toBe('not-found');
    expect(await codeOf(editor.split(caseId, { from: entityId, mentionIds: [], to, isNew: true }))).toBe('not-found');
    expect(await quotes()).toEqual(['Tell Tamr', 'تل تمر']);
  });
});

describe('readMergeSide', () => {
  it('says of both sides the same fields in words; null for one that is gone', async () => {
    const { workspace, caseId, entityId } = await desk();
    const side = await readMergeSide(workspace, caseId, entityId);
    expect(Object.fromEntries(side?.fields.map(({ name, value }) => [name, value]) ?? [])).toEqual({
      Name: 'Tell Tamr',
      Type: 'Place',
      'Also called': 'تل تمر',
      Mentions: '2 in 2 articles',
      Events: 'Market hit',
      Note: 'North of the river.',
      Position: '',
      'Known elsewhere as': '',
    });
    expect(await readMergeSide(workspace, caseId, 'none' as EntityId)).toBeNull();
  });
});
