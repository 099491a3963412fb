import { describe, expect, it } from 'vitest';
import { ChangeQueue, readWatermark, writeWatermark } from '#renderer/data/search/change-queue.ts';
import { changedPlaces } from '#renderer/data/search/changed-places.ts';
import { allPlaces } from '#renderer/data/search/corpus-places.ts';
import { DocumentReader } from '#renderer/data/search/document-reader.ts';
import type { Workspace } from '#renderer/data/workspace.ts';
import { creation } from '#shared/custody/make-change.ts';
import type { ElementId } from '#shared/domain/ids.ts';
import { unattended } from '#shared/kernel/job-control.ts';
import { fillCase, importSamples } from '#tests/support/filled-case.ts';
import { anchorOf, sampleArticle, typeNamed } from '#tests/support/sample-rows.ts';
import { seededPorts } from '#tests/support/seeded-ports.ts';
import { testWorkspace } from '#tests/support/test-workspace.ts';

const TEXT = 'Shells hit the market of Tell Tamr. Five people died.';

describe('a document of the search index', () => {
  it('holds what was coded in its article: names and aliases, notes, events, counts', async () => {
    const workspace = await testWorkspace();
    const { caseId, articleIds, entityId } = await fillCase(workspace);
    const [articleId] = articleIds;
    if (!articleId) throw new Error('no article');
    await workspace.articles.editInCase(caseId, [articleId], 'Note', () => ({ note: 'Compare', tags: ['market'] }));
    await workspace.entities.edit(caseId, entityId, {
      names: [{ text: 'تل تمر', script: 'Arab', from: 'analyst' }],
    });
    const [document] = await new DocumentReader(workspace.db).read([{ caseId, articleId }]);

    expect(document).toMatchObject({
      text: TEXT,
      notes: ['Compare'],
      entities: ['Tell Tamr', 'تل تمر'],
      events: ['Market hit'],
      filters: {
        entity: [{ key: entityId, label: 'Tell Tamr' }],
        'event-type': [{ key: 'shelling', label: 'Shelling' }],
        tag: [{ key: 'market', label: 'market' }],
        status: [{ key: 'inbox', label: 'Inbox' }],
        language: [{ key: 'en', label: 'English' }],
        has: ['highlights', 'events', 'entities', 'notes', 'tags'].map((key) => ({ key, label: key })),
      },
      published: { first: 19_796, last: 19_796 },
    });
  });

  it('counts what a claim asserts, not what it denies, and the assessment', async () => {
    const { workspace, caseId, articleId, textId } = await oneArticle();
    const count = {
      id: '018f0000-0000-7000-8000-000000000001' as ElementId,
      effect: 'killed' as const,
      whom: null,
      min: 2,
      max: 3,
      words: '',
    };
    const event = { ...workspace.events.draft(caseId, 'shelling'), title: 'Hit', counts: [count] };
    const path = `counts[${count.id}]`;
    const said = workspace.highlights.draft(caseId, articleId, anchorOf(TEXT, textId, 'Five people'));
    const denied = workspace.highlights.draft(caseId, articleId, anchorOf(TEXT, textId, 'died'));
    await workspace.events.create(event, event.title, [
      creation('highlights', said),
      creation('highlights', denied),
      creation('claims', workspace.claims.draft(said, event.id, { path, read: 5 })),
      creation('claims', workspace.claims.draft(denied, event.id, { path, read: 9, stance: 'denies' })),
    ]);
    const [document] = await new DocumentReader(workspace.db).read([{ caseId, articleId }]);

    expect(document?.counts).toEqual([
      { name: 'killed', min: 2, max: 3 },
      { name: 'killed', min: 5, max: 5 },
    ]);
  });

  it('goes by the entity that another was merged into, and by both of their names', async () => {
    const { workspace, caseId, articleId, textId } = await oneArticle();
    const mention = (quote: string) => workspace.highlights.draft(caseId, articleId, anchorOf(TEXT, textId, quote));
    const kept = await workspace.entities.tagAsNew(mention('Tell Tamr'), 'Tell Tamr', typeNamed('Place'));
    const dropped = await workspace.entities.tagAsNew(mention('market'), 'The market', typeNamed('Place'));
    await workspace.entities.merge(caseId, kept, dropped);
    const [document] = await new DocumentReader(workspace.db).read([{ caseId, articleId }]);

    expect(document?.filters.entity).toEqual([{ key: kept, label: 'Tell Tamr' }]);
    expect(document?.entities).toEqual(['Tell Tamr', 'The market']);
  });

  it('is left out where no case has the article', async () => {
    const { workspace, articleId } = await oneArticle();
    const other = await workspace.cases.create('Other');

    expect(await new DocumentReader(workspace.db).read([{ caseId: other, articleId }])).toEqual([]);
  });
});

describe('the list of changes', () => {
  it('names the articles that each step touches, and nothing else', async () => {
    const workspace = await testWorkspace();
    const { caseId, articleIds, entityId, eventId } = await fillCase(workspace);
    const queue = await ChangeQueue.open(workspace.db, 'this store');
    const [first, second] = articleIds;
    const touched = async (act: () => Promise<unknown>) => {
      const since = await queue.last();
      await act();
      const { places } = await changedPlaces(workspace.db, await queue.since(since, 100));
      return places.map(({ articleId }) => articleId);
    };

    expect(await touched(() => workspace.entities.edit(caseId, entityId, { name: 'Tall Tamr' }))).toEqual([first]);
    const event = await workspace.events.get(eventId);
    if (!event || !second) throw new Error('nothing was coded');
    expect(await touched(() => workspace.events.change(event, { ...event, title: 'Hit again' }, 'it'))).toEqual([
      first,
    ]);
    expect(await touched(() => workspace.articles.edit(caseId, second, { title: 'Denied' }))).toEqual([second]);
    expect(await touched(() => workspace.cases.change(caseId, { name: 'Renamed' }))).toEqual([]);
    expect(await touched(() => workspace.undo(caseId))).toEqual([]);
    expect(await touched(() => workspace.undo(caseId))).toEqual([second]);
  });

  it('reaches an index of this store that has heard of all that was forgotten, and no other', async () => {
    const workspace = await testWorkspace();
    await fillCase(workspace);
    const queue = await ChangeQueue.open(workspace.db, 'this store');
    const last = await queue.last();
    await queue.forget(last - 1);
    const again = await ChangeQueue.open(workspace.db, 'another name');

    expect(again.store).toBe('this store');
    expect(await again.last()).toBe(last);
    const mark = { store: 'this store', seq: last - 1, isWhole: true };
    expect(await again.reaches(mark)).toBe(true);
    expect(await again.reaches({ ...mark, seq: last - 2 })).toBe(false);
    expect(await again.reaches({ ...mark, store: 'another' })).toBe(false);
    expect((await again.since(0, 100)).map(({ seq }) => seq)).toEqual([last]);
  });

  it('never gives a number twice, though all was forgotten', async () => {
    const { workspace, caseId, articleId } = await oneArticle();
    const queue = await ChangeQueue.open(workspace.db, 'this store');
    const last = await queue.last();
    await queue.forget(last);
    expect(await queue.last()).toBe(last);
    await workspace.articles.edit(caseId, articleId, { title: 'Anew' });

    expect(await queue.last()).toBeGreaterThan(last);
  });

  it('is left as it was by a step that is refused', async () => {
    const { workspace, caseId, articleId } = await oneArticle();
    const before = await workspace.db.searchChanges.count();
    await expect(workspace.articles.edit(caseId, articleId, { published: 'yesterday' as never })).rejects.toThrow();

    expect(await workspace.db.searchChanges.count()).toBe(before);
  });

  it('keeps watermarks as they were written, and takes nothing else for one', () => {
    const mark = { store: 's', seq: 7, isWhole: false };

    expect(readWatermark(writeWatermark(mark))).toEqual(mark);
    expect([readWatermark(null), readWatermark('{}'), readWatermark('["s","7",true]')]).toEqual([null, null, null]);
  });
});

describe('saved searches and the log', () => {
  it('are of their case; reading one moves its mark, and undo takes that back', async () => {
    const { workspace, caseId } = await oneArticle();
    await workspace.searches.save(caseId, 'market', 'case');
    const [saved] = await workspace.searches.saved(caseId);
    if (!saved) throw new Error('nothing was saved');
    await workspace.searches.markRead(saved);

    const [read] = await workspace.searches.saved(caseId);
    expect(Date.parse(read?.readUpTo ?? '')).toBeGreaterThan(Date.parse(saved.readUpTo ?? ''));
    expect(await workspace.undo(caseId)).toContain('market');
    expect(await workspace.searches.saved(caseId)).toEqual([saved]);
  });

  it('the log stands beside the ledger, the latest first, and goes with its case', async () => {
    const { workspace, caseId } = await oneArticle();
    const { entries } = await workspace.history.size(caseId);
    const search = {
      ...{ caseId, narrowed: '', scope: 'case' as const, articles: 1, hiddenArticles: 0, searched: 1 },
      ...{ isWhole: true, state: 3 },
    };
    await workspace.searches.log({ ...search, query: 'market' });
    await workspace.searches.log({ ...search, query: 'shells' });

    expect((await workspace.searches.logOf(caseId)).map(({ query }) => query)).toEqual(['shells', 'market']);
    expect((await workspace.history.size(caseId)).entries).toBe(entries);
    await workspace.removeCase(caseId, (await (await workspace.collectCase(caseId)).summary()).heads);
    expect(await workspace.searches.logOf(caseId)).toEqual([]);
  });
});

describe('the log of searches', () => {
  it('stays when a copy of its case takes the place of what stands: no copy has it', async () => {
    const { workspace, caseId } = await oneArticle();
    await workspace.searches.log({
      ...{ caseId, query: 'market', narrowed: '', scope: 'case', articles: 1, hiddenArticles: 0, searched: 1 },
      ...{ isWhole: true, state: 3 },
    });
    const copyist = await testWorkspace(seededPorts(2));
    await copyist.restoreCase(await workspace.collectCase(caseId));

    await workspace.restoreCase(await copyist.collectCase(caseId), unattended, 'instead');

    expect((await workspace.searches.logOf(caseId)).map(({ query }) => query)).toEqual(['market']);
  });
});

async function oneArticle() {
  const workspace: Workspace = await testWorkspace();
  const caseId = await workspace.cases.create('Sarat');
  const sample = sampleArticle(TEXT);
  await importSamples(workspace, caseId, [sample]);
  const [place] = await allPlaces(workspace.db, caseId);
  if (!place) throw new Error('no article');
  return { workspace, caseId, articleId: place.articleId, textId: sample.article.textId };
}
