import { expect, test } from 'vitest';
import { readEntityCard } from '#renderer/services/entities/entity-card.ts';
import { describeQuote } from '#shared/anchoring/describe-quote.ts';
import type { EntityId } from '#shared/domain/ids.ts';
import { fillCase, importSamples } from '#tests/support/filled-case.ts';
import { sampleArticle, typeNamed } from '#tests/support/sample-rows.ts';
import { testWorkspace } from '#tests/support/test-workspace.ts';

/** The card of an entity that was tagged at the first occurrence of `quote`. */
async function cardOf(text: string, quote: string) {
  const workspace = await testWorkspace();
  const caseId = await workspace.cases.create('Sarat');
  const sample = sampleArticle(text);
  await importSamples(workspace, caseId, [sample]);
  const start = text.indexOf(quote);
  const span = { start, end: start + quote.length };
  const { exact, prefix, suffix } = describeQuote(text, span);
  const { id, textId } = sample.article;
  if (textId === null) throw new RangeError('no text');
  const highlight = workspace.highlights.draft(caseId, id, { textId, ...span, quote: exact, prefix, suffix });
  const entityId = await workspace.entities.tagAsNew(highlight, quote, typeNamed('Place'));
  return readEntityCard(workspace, caseId, entityId);
}

test('an entity that is gone has no card', async () => {
  const workspace = await testWorkspace();
  const caseId = await workspace.cases.create('Sarat');
  expect(await readEntityCard(workspace, caseId, 'none' as EntityId)).toBeNull();
});

test('the card holds mentions, events with the part taken in them, and the note', async () => {
  const workspace = await testWorkspace();
  const { caseId, entityId, eventId, highlightId } = await fillCase(workspace);

  const card = await readEntityCard(workspace, caseId, entityId);

  expect(card?.type?.name).toBe('Place');
  expect(card?.mentions).toMatchObject([{ highlightId, quote: 'Tell Tamr', published: '2024-03-14', language: 'en' }]);
  expect(card?.events).toEqual([{ id: eventId, title: 'Market hit', as: 'Place' }]);
  expect(card?.note?.text).toBe('North of the river.');
});

test('a mention in the middle is shown with whole words around it', async () => {
  const card = await cardOf(
    'Somebody told the committee that the town Sarat was shelled from beyond the river.',
    'Sarat',
  );
  expect(card?.mentions).toMatchObject([
    { before: '… the committee that the town ', quote: 'Sarat', after: ' was shelled from beyond the …' },
  ]);
});

test('a mention at the beginning and end of a line is shown with nothing of other lines', async () => {
  const card = await cardOf('A headline that says much\nSarat\nAnd the text that follows it', 'Sarat');
  expect(card?.mentions).toMatchObject([{ before: '', quote: 'Sarat', after: '' }]);
});

test('words at the very beginning and end of a text are whole', async () => {
  const card = await cardOf('In Sarat, today', 'Sarat');
  expect(card?.mentions).toMatchObject([{ before: 'In ', after: ', today' }]);
});

test('what was tagged as an entity that is now merged stands on the card of the other', async () => {
  const workspace = await testWorkspace();
  const { caseId, entityId } = await fillCase(workspace);
  const { entityId: dropped } = await fillCase(workspace, 'Other');

  await workspace.entities.merge(caseId, entityId, dropped);

  expect((await readEntityCard(workspace, caseId, entityId))?.mentions).toHaveLength(1);
  expect((await readEntityCard(workspace, caseId, dropped))?.events).toEqual([]);
});
