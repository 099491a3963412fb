import { describe, expect, test } from 'vitest';
import { readEventList } from '#renderer/services/events/event-list.ts';
import { creation } from '#shared/custody/make-change.ts';
import { fillCase } from '#tests/support/filled-case.ts';
import { anchorOf } from '#tests/support/sample-rows.ts';
import { testWorkspace } from '#tests/support/test-workspace.ts';

describe('readEventList', () => {
  test('an event stands with its number, type, place, passages, denials and articles', async () => {
    const workspace = await testWorkspace();
    const { caseId, eventId, articleIds } = await fillCase(workspace);
    const [, second] = articleIds;
    if (!second) throw new RangeError('no second article');
    const { textId } = (await workspace.articles.get(second)) ?? {};
    if (!textId) throw new RangeError('no text');
    const { text } = await workspace.articles.text(textId);
    const passage = workspace.highlights.draft(caseId, second, anchorOf(text, textId, 'ministry denies'));
    await workspace.claims.add(workspace.claims.draft(passage, eventId, { stance: 'denies' }), 'Market hit', passage);

    expect(await readEventList(workspace, caseId)).toMatchObject([
      {
        id: eventId,
        label: 'E1',
        title: 'Market hit',
        typeName: 'Shelling',
        place: 'Tell Tamr',
        claims: 2,
        denials: 1,
        articles: 2,
      },
    ]);
  });

  test('actors stand in the order of the roles, counts in their own columns', async () => {
    const workspace = await testWorkspace();
    const { caseId, entityId, articleIds } = await fillCase(workspace);
    const element = () => workspace.events.elementId();
    const [articleId] = articleIds;
    const { textId } = (articleId && (await workspace.articles.get(articleId))) || {};
    if (!articleId || !textId) throw new RangeError('no article');
    const { text } = await workspace.articles.text(textId);
    const passage = workspace.highlights.draft(caseId, articleId, anchorOf(text, textId, 'Shells'));
    const army = workspace.entities.draft('Army', (await workspace.codebooks.ofCase(caseId)).entityTypes[2] as never);
    const event = {
      ...workspace.events.draft(caseId, 'shelling'),
      participants: [
        { id: element(), entityId, role: 'target' },
        { id: element(), entityId: army.id, role: 'attacker' },
      ],
      counts: [
        { id: element(), effect: 'injured' as const, whom: null, min: 12, max: 12, words: '' },
        { id: element(), effect: 'killed' as const, whom: null, min: 5, max: null, words: '' },
      ],
    };
    await workspace.events.create(event, 'Shelling', [creation('entities', army), creation('highlights', passage)]);

    const row = (await readEventList(workspace, caseId)).find(({ id }) => id === event.id);
    expect(row).toMatchObject({ title: 'Shelling', actors: ['Army', 'Tell Tamr'], claims: 0, articles: 0 });
    expect([row?.killed?.min, row?.injured?.min, row?.casualties]).toEqual([5, 12, null]);
  });

  test('a case without events has an empty list', async () => {
    const workspace = await testWorkspace();
    await fillCase(workspace, 'One');
    expect(await readEventList(workspace, await workspace.cases.create('Two'))).toEqual([]);
  });
});
