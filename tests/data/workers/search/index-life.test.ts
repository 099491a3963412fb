import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchAnswer } from '#shared/contracts/search-messages.ts';
import { unattended } from '#shared/kernel/job-control.ts';
import { parseQuery } from '#shared/search/query/parse-query.ts';
import { fillCase, importSamples } from '#tests/support/filled-case.ts';
import { sampleArticle } from '#tests/support/sample-rows.ts';
import { ActingDesk, anyDeskAct } from '#tests/support/search/desk-acts.ts';
import {
  asked,
  countsOf,
  documentsOf,
  LastingStore,
  searchOf,
  type TestSearch,
} from '#tests/support/search/opened-search.ts';
import { scanDocuments } from '#tests/support/search/oracle.ts';
import { testWorkspace } from '#tests/support/test-workspace.ts';

const QUERIES = [
  'market',
  '"tell tamr"',
  'tamr -market',
  'title:anew OR note:compare',
  'السوق',
  'елка',
  '北京',
  'entity:tamr',
  'entity:name',
  'highlight:look',
  'event:event killed:>=3',
  'killed:>=1',
  'byline:reporter tag:market',
  'publisher:courier OR publisher:northline',
  'has:events',
  'has:notes -has:entities',
  'status:done',
  'published:2024-03',
  'mar*',
  'markte~',
];

/** What the index says must be what a scan of the store says, for every query. */
async function expectToAgree(search: TestSearch, workspace: Awaited<ReturnType<typeof testWorkspace>>): Promise<void> {
  const documents = await documentsOf(workspace.db);
  for (const typed of QUERIES) {
    const { shown, hiddenOnly } = scanDocuments(documents, parseQuery(typed).root);
    // damage that shows only now: the answer says that not all was searched, and the next one is whole
    if (!(await isWholeFor(search, typed))) await search.life.idle();
    expect([typed, ...(await countsOf(search, asked(typed)))]).toEqual([typed, shown.length, hiddenOnly.length]);
  }
}

async function isWholeFor(search: TestSearch, typed: string): Promise<boolean> {
  const question = { type: 'search' as const, question: asked(typed), limit: 1, withHidden: false };
  return ((await search.answer(question, unattended)) as SearchAnswer).corpus.isWhole;
}

describe('the life of the index', () => {
  it('finds what a scan of the store finds, whatever was committed, however often it was closed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof({ weight: 9, arbitrary: anyDeskAct }, fc.constant('reopen' as const)), {
          minLength: 4,
          maxLength: 24,
        }),
        async (acts) => {
          const workspace = await testWorkspace();
          const desk = new ActingDesk(workspace, await workspace.cases.create('Sarat'));
          const store = new LastingStore();
          let search = await searchOf(workspace.db, store);
          await desk.perform({ kind: 'import', at: acts.length });
          for (const act of acts) {
            if (act === 'reopen') {
              search.life.close();
              search = await searchOf(workspace.db, store);
            } else await desk.perform(act);
          }
          await search.life.idle();
          await expectToAgree(search, workspace);
          search.life.close();
          workspace.close();
        },
      ),
      { numRuns: 25 },
    );
  });

  it('finds at once what was committed before the question', async () => {
    const { workspace, caseId, search } = await opened();
    await importSamples(workspace, caseId, [sampleArticle('A convoy left Ras al Ain.')]);
    expect(await countsOf(search, asked('convoy', caseId))).toEqual([1, 0]);
  });

  it('is built from the store when its files are gone, and says so', async () => {
    const { workspace, caseId, search } = await opened();
    await search.life.idle();
    search.life.close();
    const again = await searchOf(workspace.db, new LastingStore());
    await again.life.idle();
    expect(again.states.at(-1)).toMatchObject({ documents: 2, articles: 2, isWhole: true, rebuilt: 'missing' });
    expect(await countsOf(again, asked('market', caseId))).toEqual([1, 0]);
  });

  it('takes no files of another store for its own', async () => {
    const { search, store } = await opened();
    await search.life.idle();
    search.life.close();
    const other = await testWorkspace();
    const otherCase = await other.cases.create('Other');
    await importSamples(other, otherCase, [sampleArticle('Nothing of that kind.')]);
    const again = await searchOf(other.db, store, 'another store');
    await again.life.idle();
    expect(await countsOf(again, asked('market'))).toEqual([0, 0]);
    expect(await countsOf(again, asked('nothing'))).toEqual([1, 0]);
  });

  it('forgets a change only once it is in the files', async () => {
    const { workspace, caseId, search, store } = await opened();
    await search.life.idle();
    await importSamples(workspace, caseId, [sampleArticle('A convoy left Ras al Ain.')]);
    expect(await countsOf(search, asked('convoy', caseId))).toEqual([1, 0]);
    expect(await workspace.db.searchChanges.count()).toBeGreaterThan(0);
    // gone without a word, as in a crash: what only memory held is taken in again
    search.life.close();
    const again = await searchOf(workspace.db, store);
    expect(await countsOf(again, asked('convoy', caseId))).toEqual([1, 0]);
    expect(again.states.at(-1)?.rebuilt).toBe(null);
  });

  it('is emptied and built anew when a byte of it was changed, and never answers from what is damaged', async () => {
    const { workspace, search, store } = await opened();
    await search.life.idle();
    search.life.close();
    for (const file of await store.list()) {
      const [bytes] = store.read(file, [{ offset: 0, length: 1 << 20 }]);
      const changed = Uint8Array.from(bytes ?? []);
      if (changed.length === 0) continue;
      const damaged = new LastingStore();
      for (const other of await store.list()) {
        const [own] = store.read(other, [{ offset: 0, length: 1 << 20 }]);
        damaged.append(other, Uint8Array.from(own ?? []));
      }
      changed[changed.length >> 1] = (changed[changed.length >> 1] ?? 0) ^ 0x10;
      damaged.delete(file);
      damaged.append(file, changed);
      const again = await searchOf(workspace.db, damaged);
      await again.life.idle();
      await expectToAgree(again, workspace);
      again.life.close();
    }
  });

  it('is built anew when it is asked to, and answers meanwhile', async () => {
    const { caseId, search } = await opened();
    await search.life.idle();
    await search.life.rebuild();
    const during = await countsOf(search, asked('market', caseId));
    expect(during[0]).toBeLessThanOrEqual(1);
    await search.life.idle();
    expect(await countsOf(search, asked('market', caseId))).toEqual([1, 0]);
    expect(search.states.at(-1)).toMatchObject({ isWhole: true, rebuilt: 'asked' });
  });

  it('loses a case that is removed, its search log too', async () => {
    const { workspace, caseId, search } = await opened();
    await search.life.idle();
    const heads = (await (await workspace.collectCase(caseId)).summary()).heads;
    await workspace.removeCase(caseId, heads);
    expect(await countsOf(search, asked('market OR ministry'))).toEqual([0, 0]);
    expect(await workspace.db.searchLog.count()).toBe(0);
  });
});

async function opened() {
  const workspace = await testWorkspace();
  const { caseId } = await fillCase(workspace);
  const store = new LastingStore();
  return { workspace, caseId, store, search: await searchOf(workspace.db, store) };
}
