import { expect, test } from 'vitest';
import type { ClaimFields } from '#renderer/data/repositories/claims.ts';
import type { Workspace } from '#renderer/data/workspace.ts';
import { readEventCard } from '#renderer/services/events/event-card.ts';
import type { EventId } from '#shared/domain/ids.ts';
import { type FilledCase, fillCase } from '#tests/support/filled-case.ts';
import { anchorOf } from '#tests/support/sample-rows.ts';
import { testWorkspace } from '#tests/support/test-workspace.ts';

/** Adds a claim on the event of a filled case, resting on words of its first article. */
async function claimOn(
  workspace: Workspace,
  { caseId, eventId, articleIds }: FilledCase,
  quote: string,
  fields: ClaimFields,
) {
  const [articleId] = articleIds;
  const { textId } = (articleId && (await workspace.articles.get(articleId))) || {};
  if (!articleId || !textId) throw new RangeError('no article');
  const { text } = await workspace.articles.text(textId);
  const passage = workspace.highlights.draft(caseId, articleId, anchorOf(text, textId, quote));
  await workspace.claims.add(workspace.claims.draft(passage, eventId, fields), 'Market hit', passage);
}

const saidBy = (words: string) => [{ sourceId: null, entityId: null, words, leaning: null }];

test('an event that is gone has no card', async () => {
  const workspace = await testWorkspace();
  const caseId = await workspace.cases.create('Sarat');
  expect(await readEventCard(workspace, caseId, 'none' as EventId)).toBeNull();
});

test('each passage stands at the field it speaks of, and what speaks of none of them at the end', async () => {
  const workspace = await testWorkspace();
  const filled = await fillCase(workspace);
  await claimOn(workspace, filled, 'Shells', { path: 'type' });
  await claimOn(workspace, filled, 'Tell Tamr', { path: 'placeId' });
  await claimOn(workspace, filled, 'hit', { path: '', stance: 'denies' });

  const card = await readEventCard(workspace, filled.caseId, filled.eventId);

  expect(card).toMatchObject({ label: 'E1', title: 'Market hit', typeName: 'Shelling' });
  const quotes = Object.fromEntries(
    (card?.fields ?? []).map(({ name, evidence }) => [name, evidence.map(({ quote }) => quote).sort()]),
  );
  expect(quotes).toEqual({
    Event: ['Shells', 'hit'],
    When: [],
    Where: ['Tell Tamr'],
    Actors: [],
    'Other evidence': ['Five people died'],
  });
});

test('no passage of an event is left out of its card, whatever field it names', async () => {
  const workspace = await testWorkspace();
  const filled = await fillCase(workspace);
  for (const path of ['when', 'participants[x]', 'counts[gone]', 'fields[y]', 'note']) {
    await claimOn(workspace, filled, 'market', { path });
  }

  const card = await readEventCard(workspace, filled.caseId, filled.eventId);
  const shown = card?.fields.flatMap(({ evidence }) => evidence.map(({ claim }) => claim.id)) ?? [];
  const stored = (await workspace.claims.ofEvent(filled.eventId)).map(({ id }) => id);
  expect([...shown].sort()).toEqual([...stored].sort());
});

test('who says it is the innermost speaker, else the publisher', async () => {
  const workspace = await testWorkspace();
  const filled = await fillCase(workspace);
  await claimOn(workspace, filled, 'Shells', {
    path: 'when',
    saidBy: [...saidBy('An agency'), ...saidBy('a surgeon')],
  });

  const card = await readEventCard(workspace, filled.caseId, filled.eventId);
  const by = Object.fromEntries(
    (card?.fields ?? []).flatMap(({ evidence }) => evidence.map((line) => [line.quote, line.saidBy])),
  );
  expect(by).toEqual({ Shells: 'a surgeon', 'Five people died': 'Publisher not known' });
});

test('counts stand as forms show them, with whom and how many', async () => {
  const workspace = await testWorkspace();
  const { caseId, eventId } = await fillCase(workspace);
  const event = await workspace.events.get(eventId);
  if (!event) throw new RangeError('no event');
  const count = (effect: 'killed' | 'injured', min: number, words = '') => ({
    id: workspace.events.elementId(),
    effect,
    min,
    max: null,
    words,
    whom: { entityId: null, words: 'civilians' },
  });
  await workspace.events.change(event, { ...event, counts: [count('injured', 12), count('killed', 5)] }, 'Market hit');

  const card = await readEventCard(workspace, caseId, eventId);
  expect(card?.fields.slice(4, 6).map(({ name, value }) => [name, value])).toEqual([
    ['Killed', '5 or more, civilians'],
    ['Injured', '12 or more, civilians'],
  ]);
});
