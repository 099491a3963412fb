import { expect, test } from 'vitest';
import { CaseTexts } from '#renderer/data/case-texts.ts';
import type { Workspace } from '#renderer/data/workspace.ts';
import { CaseSearch } from '#renderer/workers/search/search-case.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import { type JobControl, unattended } from '#shared/kernel/job-control.ts';
import { importSamples } from '#tests/support/filled-case.ts';
import { type SampleArticle, sampleArticle } from '#tests/support/sample-rows.ts';
import { testWorkspace } from '#tests/support/test-workspace.ts';

const MARKET = 'Shells hit the covered market. Two shells fell short of the market.';
const BRIDGE = 'A lorry burned on the bridge. Share this with friends';

/** The second article's last words are folded away as boilerplate. */
function samples(): SampleArticle[] {
  const bridge = sampleArticle(BRIDGE);
  const start = BRIDGE.indexOf('Share');
  const folds = [{ start, end: BRIDGE.length, reason: 'sharing' as const }];
  return [sampleArticle(MARKET), { ...bridge, text: { ...bridge.text, version: { ...bridge.text.version, folds } } }];
}

async function searchable(): Promise<{ workspace: Workspace; caseId: CaseId; search: CaseSearch }> {
  const workspace = await testWorkspace();
  const caseId = await workspace.cases.create('Sarat');
  await importSamples(workspace, caseId, samples());
  return { workspace, caseId, search: new CaseSearch(new CaseTexts(workspace.db, caseId)) };
}

test('an article is found by its words, with passages whose marks are the words', async () => {
  const { search } = await searchable();

  const answer = await search.search('market', 10, unattended);

  expect(answer).toMatchObject({ articles: 1, searched: 2, hiddenArticles: 0 });
  const [found] = answer.results;
  const marked = found?.snippets.flatMap(({ text, marks }) => marks.map(({ start, end }) => text.slice(start, end)));
  expect(marked).toEqual(['market', 'market']);
  const { start, end } = found?.firstHit ?? { start: 0, end: 0 };
  expect(MARKET.slice(start, end)).toBe('market');
  for (const { start: at, text } of found?.snippets ?? []) expect(MARKET.slice(at, at + text.length)).toBe(text);
});

test('words in hidden passages alone are counted apart', async () => {
  const { search } = await searchable();

  const answer = await search.search('friends', 10, unattended);

  expect(answer).toMatchObject({ articles: 0, hits: 0, results: [], hiddenArticles: 1 });
  const { start, end } = answer.hidden[0]?.firstHit ?? { start: 0, end: 0 };
  expect(BRIDGE.slice(start, end)).toBe('friends');
});

test('all that match are counted, and only so many described', async () => {
  const { search } = await searchable();
  const answer = await search.search('the', 1, unattended);
  expect(answer.articles).toBe(2);
  expect(answer.results).toHaveLength(1);
});

test('what comes into the case later is found once the search is told of it', async () => {
  const { workspace, caseId, search } = await searchable();
  await search.search('kiosk', 10, unattended);
  await importSamples(workspace, caseId, [sampleArticle('A kiosk at the corner.')]);

  expect((await search.search('kiosk', 10, unattended)).articles).toBe(0);
  search.forget();
  expect(await search.search('kiosk', 10, unattended)).toMatchObject({ articles: 1, searched: 3 });
});

test('a new title is searched and the old one is not, once the search is told of it', async () => {
  const { workspace, caseId, search } = await searchable();
  const [first] = samples() as [SampleArticle];
  await search.search('zephyr', 10, unattended);
  await workspace.articles.edit(caseId, first.article.id, { title: 'Zephyr' });

  search.forget();
  expect((await search.search('zephyr', 10, unattended)).results[0]?.title.text).toBe('Zephyr');
});

test('articles of another case are not found', async () => {
  const { workspace } = await searchable();
  const other = await workspace.cases.create('Other');
  const search = new CaseSearch(new CaseTexts(workspace.db, other));
  expect(await search.search('market', 10, unattended)).toMatchObject({ articles: 0, searched: 0 });
});

test('a search that is stopped while it reads ends as cancelled, and the next one answers', async () => {
  const { search } = await searchable();
  const controller = new AbortController();
  const stopped: JobControl = { ...unattended, signal: controller.signal, pause: async () => controller.abort() };

  await expect(search.search('market', 10, stopped)).rejects.toMatchObject({ code: 'cancelled' });
  expect((await search.search('market', 10, unattended)).articles).toBe(1);
});

test('an article without a text is found by its title alone', async () => {
  const workspace = await testWorkspace();
  const caseId = await workspace.cases.create('Sarat');
  const [first] = samples() as [SampleArticle];
  await importSamples(workspace, caseId, [first]);
  await workspace.db.articles.update(first.article.id, { textId: null, title: 'Unreadable scan' });
  const search = new CaseSearch(new CaseTexts(workspace.db, caseId));

  expect((await search.search('scan', 10, unattended)).results[0]).toMatchObject({ snippets: [], firstHit: null });
  expect((await search.search('market', 10, unattended)).articles).toBe(0);
});
