import { describe, expect, test } from 'vitest';
import { keptEntity, readEntityList } from '#renderer/services/entities/entity-list.ts';
import type { Entity } from '#shared/domain/entity.ts';
import type { EntityId } from '#shared/domain/ids.ts';
import { fillCase, importSamples } from '#tests/support/filled-case.ts';
import { anchorOf, type SampleArticle, sampleArticle, typeNamed } from '#tests/support/sample-rows.ts';
import { testWorkspace } from '#tests/support/test-workspace.ts';

const chain = (...links: readonly (readonly [id: string, into: string | null])[]) =>
  keptEntity(links.map(([id, mergedInto]) => ({ id, mergedInto }) as Entity));

describe('keptEntity', () => {
  test('an entity that was merged into none stands for itself', () => {
    expect(chain(['a', null])('a' as EntityId)).toBe('a');
  });

  test('a chain of merges is followed to its end', () => {
    const kept = chain(['a', 'b'], ['b', 'c'], ['c', null]);
    expect([kept('a' as EntityId), kept('b' as EntityId), kept('c' as EntityId)]).toEqual(['c', 'c', 'c']);
  });

  test('a circle of merges comes to an end', () => {
    const kept = chain(['a', 'b'], ['b', 'a']);
    expect(['a', 'b']).toContain(kept('a' as EntityId));
  });

  test('an id that nothing is known of stands for itself', () => {
    expect(chain(['a', 'b'])('x' as EntityId)).toBe('x');
  });
});

describe('readEntityList', () => {
  test('counts mentions and articles, and says when an entity was first and last seen', async () => {
    const workspace = await testWorkspace();
    const caseId = await workspace.cases.create('Sarat');
    const samples = [
      sampleArticle('Sarat was hit. Sarat burned.', { published: '2024-03-16' }),
      sampleArticle('Nobody in Sarat knows.', { published: '2024-03-02' }),
      sampleArticle('Sarat, on a day.', { published: null }),
    ];
    await importSamples(workspace, caseId, samples);
    const passage = ({ article, text }: SampleArticle, quote = 'Sarat') =>
      workspace.highlights.draft(caseId, article.id, anchorOf(text.text, article.textId, quote));
    const [first, second, third] = samples as [SampleArticle, SampleArticle, SampleArticle];
    const id = await workspace.entities.tagAsNew(passage(first), 'Sarat', typeNamed('Place'));
    await workspace.entities.tag(passage(first, 'Sarat burned'), id);
    await workspace.entities.tag(passage(second), id);
    await workspace.entities.tag(passage(third), id);

    const [row] = await readEntityList(workspace, caseId);

    expect(row).toMatchObject({ name: 'Sarat', mentions: 4, articles: 3, first: '2024-03-02', last: '2024-03-16' });
    expect(row?.type?.name).toBe('Place');
    expect(row?.aliases).toEqual(['Sarat burned']);
  });

  test('what only another case speaks of is told from what is of this one, or of none yet', async () => {
    const workspace = await testWorkspace();
    const { caseId, entityId } = await fillCase(workspace);
    const other = await workspace.cases.create('Another');
    const idle = await workspace.entities.create(other, 'Idle', typeNamed('Place'));
    const noted = await workspace.entities.create(other, 'Noted', typeNamed('Place'));
    await workspace.entityNotes.write(other, noted, null, 'Seen on a map.');
    const ofCase = async (id: typeof caseId) =>
      (await readEntityList(workspace, id))
        .filter(({ isOfCase }) => isOfCase)
        .map((row) => row.id)
        .sort();

    expect(await ofCase(other)).toEqual([idle, noted].sort());
    expect(await ofCase(caseId)).toEqual([entityId, idle].sort());
  });

  test('what was merged into another is left out and its mentions count for the other', async () => {
    const workspace = await testWorkspace();
    const { caseId, entityId, articleIds } = await fillCase(workspace);
    const [articleId] = articleIds as [(typeof articleIds)[number]];
    const { textId } = (await workspace.articles.get(articleId)) ?? { textId: null };
    const { text } = await workspace.articles.text(textId as NonNullable<typeof textId>);
    const other = await workspace.entities.tagAsNew(
      workspace.highlights.draft(caseId, articleId, anchorOf(text, textId, 'market')),
      'The market',
      typeNamed('Site'),
    );

    await workspace.entities.merge(caseId, entityId, other);

    const rows = await readEntityList(workspace, caseId);
    expect(rows.map(({ id, mentions }) => [id, mentions])).toEqual([[entityId, 2]]);
  });

  test('mentions of another case are not counted', async () => {
    const workspace = await testWorkspace();
    await fillCase(workspace, 'One');
    const empty = await workspace.cases.create('Two');

    const rows = await readEntityList(workspace, empty);
    expect(rows.map(({ mentions, articles, first, last }) => [mentions, articles, first, last])).toEqual([
      [0, 0, null, null],
    ]);
  });
});
