import { describe, expect, it } from 'vitest';
import { ledgerState } from '#renderer/services/ledger-state.ts';
import { namesInCase } from '#renderer/services/names-in-case.ts';
import { fillCase } from '#tests/support/filled-case.ts';
import { typeNamed } from '#tests/support/sample-rows.ts';
import { testWorkspace } from '#tests/support/test-workspace.ts';

describe('namesInCase', () => {
  it('names entities with their type and mentions, events with their date, articles', async () => {
    const workspace = await testWorkspace();
    const { caseId, entityId, eventId, articleIds } = await fillCase(workspace);

    const names = await namesInCase(workspace, caseId);

    expect(names.find(({ id }) => id === entityId)).toMatchObject({
      kind: 'entity',
      name: 'Tell Tamr',
      type: { tint: 'place', icon: 'map-marker', name: 'Place' },
      side: '1 mention',
    });
    expect(names.find(({ id }) => id === eventId)).toMatchObject({
      kind: 'event',
      name: 'Market hit',
      aliases: ['E1', 'Shelling'],
      side: 'no date',
    });
    const articles = names.filter(({ kind }) => kind === 'article').map(({ id }) => id);
    expect(articles.every((id) => articleIds.some((one) => one === id))).toBe(true);
    expect(articles).not.toEqual([]);
  });

  it('counts the mentions of what was merged for the entity that it became, and names that alone', async () => {
    const workspace = await testWorkspace();
    const { caseId, entityId } = await fillCase(workspace);
    const kept = await workspace.entities.create(caseId, 'Tal Tamr', typeNamed('Place'));
    await workspace.entities.merge(caseId, kept, entityId);

    const entities = (await namesInCase(workspace, caseId)).filter(({ kind }) => kind === 'entity');

    expect(entities.map(({ name, side }) => [name, side])).toEqual([['Tal Tamr', '1 mention']]);
  });
});

describe('ledgerState', () => {
  it('counts what is written of a case, and of the whole workspace where none is open', async () => {
    const workspace = await testWorkspace();
    await workspace.people.setName('N. Kessar');
    const caseId = await workspace.cases.create('Marjouna');

    expect(await ledgerState(workspace, caseId)).toMatchObject({
      entries: 1,
      lastCommit: expect.stringMatching(/^\d{4}-.*Z$/),
    });
    expect(await ledgerState(workspace, null)).toEqual({ entries: 2, lastCommit: null });
  });
});
