import { describe, expect, it } from 'vitest';
import { openCaseRows } from '#renderer/data/case-rows.ts';
import { CopiesDatabase } from '#renderer/data/copies-database.ts';
import { CopyKeeper } from '#renderer/data/keep-copies.ts';
import { withCopies } from '#renderer/data/rows-with-copies.ts';
import { judgeNoCopy, judgeSame, readCopies } from '#renderer/services/copies/copy-desk.ts';
import type { LibraryRow } from '#shared/contracts/library-query.ts';
import type { ArticleId } from '#shared/domain/ids.ts';
import { unattended } from '#shared/kernel/job-control.ts';
import { importSamples } from '#tests/support/filled-case.ts';
import { sampleArticle } from '#tests/support/sample-rows.ts';
import { freshStore, testWorkspace } from '#tests/support/test-workspace.ts';

const words = (from: number, count: number) => Array.from({ length: count }, (_, at) => `w${from + at}`).join(' ');
const WIRE = words(0, 200);
const CUT = `${words(0, 150)} ${words(700, 20)}`;
const LONGER = `${words(0, 200)} ${words(2000, 400)}`;
const OTHER = words(5000, 200);

describe('copies among the articles of a workspace', () => {
  it('are found as they come in, in whatever number of runs', async () => {
    const { copies, keep, take } = await emptyCase();

    await take(WIRE, OTHER);
    const first = await keep();
    await take(CUT, LONGER);
    const second = await keep();

    expect([first, second]).toEqual([
      { read: 2, found: 0 },
      { read: 2, found: 3 },
    ]);
    expect((await copies.pairs.toArray()).map(({ kind }) => kind).sort()).toEqual(['contained', 'contained', 'near']);
    expect(await keep()).toEqual({ read: 0, found: 0 });
  });

  it('are told with the likely origin, and how alike they are', async () => {
    const { workspace, copies, caseId, keep, take } = await emptyCase();
    const [wire, cut] = await take(WIRE, CUT);
    await keep();
    await workspace.articles.edit(caseId, wire, { published: '2024-03-14' });
    await workspace.articles.edit(caseId, cut, { published: '2024-03-15' });

    const known = await readCopies(workspace, caseId, cut, copies);

    expect(known?.copies).toMatchObject([{ articleId: wire, published: '2024-03-14', how: '67 % the same' }]);
    expect(known?.origin).toEqual({ articleId: wire, why: 'Published before the others.' });
  });

  it('are forgotten with an import that is taken back, and found again when it is done again', async () => {
    const { workspace, copies, caseId, keep, take } = await emptyCase();
    const [wire] = await take(WIRE);
    await take(CUT);
    await keep();

    await workspace.undo(caseId);
    await keep();
    expect(await copies.pairs.count()).toBe(0);
    expect(await copies.sketches.count()).toBe(1);
    expect(await readCopies(workspace, caseId, wire, copies)).toBeNull();

    await workspace.redo(caseId);
    await keep();
    expect(await copies.pairs.count()).toBe(1);
  });

  it('are those of the case alone', async () => {
    const { workspace, copies, caseId, keep, take } = await emptyCase();
    const [wire] = await take(WIRE);
    const other = await workspace.cases.create('Other');
    await importSamples(workspace, other, [sampleArticle(CUT)]);
    await keep();

    expect(await readCopies(workspace, caseId, wire, copies)).toBeNull();
  });
});

describe('a judgement about copies', () => {
  it('COPIES-7 parts an article from its copies with its reason, and is taken back by one undo', async () => {
    const { workspace, copies, caseId, keep, take } = await emptyCase();
    const [wire, cut, longer] = await take(WIRE, CUT, LONGER);
    await keep();

    await judgeNoCopy(workspace, caseId, cut, [wire, longer], 'Its own reporter was there.');

    const parted = await readCopies(workspace, caseId, cut, copies);
    expect(parted?.copies).toEqual([]);
    expect(parted?.judged.map(({ decision }) => [decision.verdict, decision.reason])).toEqual([
      ['not-the-same', 'Its own reporter was there.'],
      ['not-the-same', 'Its own reporter was there.'],
    ]);
    expect((await readCopies(workspace, caseId, wire, copies))?.copies.map(({ articleId }) => articleId)).toEqual([
      longer,
    ]);

    await workspace.undo(caseId);
    expect((await readCopies(workspace, caseId, cut, copies))?.copies).toHaveLength(2);
  });

  it('COPIES-7 joins what was not found, replaces an earlier one of the pair, and can be taken back by itself', async () => {
    const { workspace, copies, caseId, take } = await emptyCase();
    const [wire, other] = await take(WIRE, OTHER);

    await judgeNoCopy(workspace, caseId, other, [wire], 'First look.');
    await judgeSame(workspace, caseId, [wire, other], 'A translation of it.');

    const joined = await readCopies(workspace, caseId, other, copies);
    expect(joined?.copies).toMatchObject([{ articleId: wire, how: 'judged the same' }]);
    expect(joined?.judged).toHaveLength(1);

    await workspace.decisions.takeBack(caseId, 'Take it back', joined?.judged.map(({ decision }) => decision.id) ?? []);
    expect(await readCopies(workspace, caseId, other, copies)).toBeNull();
  });

  it('says nothing when nothing was chosen', async () => {
    const { workspace, caseId } = await emptyCase();

    await judgeSame(workspace, caseId, [], 'x');

    expect(await workspace.decisions.of('article')).toEqual([]);
  });
});

/** Live queries of Dexie look for the browser's own IndexedDB: these run in Chromium, where this suite runs too. */
const isInBrowser = globalThis.indexedDB !== undefined;

describe('the rows of the library', () => {
  it.runIf(isInBrowser)('count the copies of each article, and hear of new ones and of judgements', async () => {
    const { workspace, copies, caseId, keep, take } = await emptyCase();
    const [wire, cut] = await take(WIRE, CUT, OTHER);
    const feed = await withCopies(await openCaseRows(workspace.db, caseId), workspace.db, copies, caseId);
    const counts = new Map<ArticleId, number>();
    const note = (rows: readonly LibraryRow[]) => {
      for (const { articleId, duplicates } of rows) counts.set(articleId, duplicates);
    };
    await feed.readAll(note);
    expect([...counts.values()]).toEqual([0, 0, 0]);

    feed.watch(note);
    await keep();
    await expect.poll(() => [counts.get(wire), counts.get(cut)]).toEqual([1, 1]);

    await judgeNoCopy(workspace, caseId, cut, [wire], 'Another story.');
    await expect.poll(() => [counts.get(wire), counts.get(cut)]).toEqual([0, 0]);
  });
});

async function emptyCase() {
  const { store, name } = freshStore();
  const workspace = await testWorkspace({ store, name });
  const copies = new CopiesDatabase(name, store);
  const caseId = await workspace.cases.create('Marjouna');
  const take = async (...texts: string[]) => {
    const samples = texts.map((text) => sampleArticle(text));
    await importSamples(workspace, caseId, samples);
    return samples.map(({ article }) => article.id) as [ArticleId, ArticleId, ArticleId];
  };
  return { workspace, copies, caseId, take, keep: () => new CopyKeeper(workspace.db, copies).run(unattended) };
}
