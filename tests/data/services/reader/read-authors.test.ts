import { expect, it } from 'vitest';
import { readAuthors } from '#renderer/services/reader/read-authors.ts';
import { Tagging } from '#renderer/services/tagging/tagging.ts';
import type { ArticleId } from '#shared/domain/ids.ts';
import { fillCase } from '#tests/support/filled-case.ts';
import { anchorOf } from '#tests/support/sample-rows.ts';
import { testWorkspace } from '#tests/support/test-workspace.ts';

it('says who wrote a note last and when, from the ledger; nothing of rows that it does not name', async () => {
  const workspace = await testWorkspace();
  await workspace.people.setName('N. Kessar');
  const { caseId, articleIds, highlightId, entityId } = await fillCase(workspace);
  const article = await workspace.articles.get(articleIds[0] as ArticleId);
  if (!article?.textId) throw new RangeError('no text');
  const { text } = await workspace.articles.text(article.textId);
  const anchor = anchorOf(text, article.textId, 'Shells');
  const noted = await workspace.highlights.addNote(caseId, article.id, anchor, 'Of which make?');

  const first = await readAuthors(workspace, caseId, 'highlights', 'note', [noted, highlightId, 'none']);
  expect(first.get(noted)?.name).toBe('N. Kessar');
  expect(first.has('none')).toBe(false);
  expect(Date.parse(first.get(noted)?.at ?? '')).toBeGreaterThan(Date.parse(first.get(highlightId)?.at ?? ''));

  await new Tagging(workspace).changeNote(caseId, noted, 'Of which make?', 'Of which calibre?');
  const later = await readAuthors(workspace, caseId, 'highlights', 'note', [noted, highlightId]);
  expect(Date.parse(later.get(noted)?.at ?? '')).toBeGreaterThan(Date.parse(first.get(noted)?.at ?? ''));
  expect(later.get(highlightId)).toEqual(first.get(highlightId));

  const [note] = await workspace.entityNotes.on(caseId, entityId);
  expect((await readAuthors(workspace, caseId, 'entityNotes', 'text', [note?.id ?? ''])).size).toBe(1);
  expect(await readAuthors(workspace, caseId, 'entityNotes', 'text', [])).toEqual(new Map());
});
