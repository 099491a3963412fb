import { describe, expect, it } from 'vitest';
import { changesSince } from '#renderer/data/case-rows.ts';
import { creation } from '#shared/custody/make-change.ts';
import type { ArticleId } from '#shared/domain/ids.ts';
import { codeOf } from '#tests/support/code-of.ts';
import { fillCase, importSamples } from '#tests/support/filled-case.ts';
import { importOrder } from '#tests/support/import-order.ts';
import { anchorOf, sampleArticle, typeNamed } from '#tests/support/sample-rows.ts';
import { testWorkspace } from '#tests/support/test-workspace.ts';

describe('cases', () => {
  it('are listed with the last changed first', async () => {
    const workspace = await testWorkspace();
    const first = await workspace.cases.create('Sarat');
    await workspace.cases.create('Ashmar');
    await workspace.cases.change(first, { summary: 'More.', marking: 'amber+strict' });

    expect((await workspace.cases.list()).map(({ name }) => name)).toEqual(['Sarat', 'Ashmar']);
    expect(await workspace.cases.get(first)).toMatchObject({ summary: 'More.', marking: 'amber+strict' });
    expect((await workspace.codebooks.ofCase(first)).name).toBe('General');
  });
});

describe('people', () => {
  it('sign with the name they gave', async () => {
    const workspace = await testWorkspace();
    await workspace.people.setName('  Ada ');
    await workspace.people.setName('Ada L.');

    expect((await workspace.people.me())?.name).toBe('Ada L.');
    expect(await workspace.people.nameOf(workspace.personId)).toBe('Ada L.');
    expect(await codeOf(workspace.people.setName(' '))).toBe('bad-input');
    expect(await workspace.undo(null)).toBeNull();
  });
});

describe('articles', () => {
  it('are edited in every case that has them', async () => {
    const { workspace, caseId, articleIds } = await filled();
    const [id] = articleIds as [ArticleId];
    const other = await workspace.cases.create('Ashmar');
    await workspace.articles.addToCase(other, [id]);

    await workspace.articles.edit(caseId, id, { title: 'Market hit', byline: ['A', 'B'], published: '2024-03' });

    for (const each of [caseId, other]) {
      const row = (await workspace.articles.columns(each)).find(({ articleId }) => articleId === id);
      expect(row).toMatchObject({
        title: 'Market hit',
        byline: 'A, B',
        published: '2024-03',
        earliest: Date.UTC(2024, 2) / 60_000,
      });
    }
  });

  it('are triaged by the dozen in one step', async () => {
    const { workspace, caseId, articleIds } = await filled();

    await workspace.articles.editInCase(caseId, articleIds, 'Set 2 articles to done', () => ({ status: 'done' }));

    expect((await workspace.articles.columns(caseId)).map(({ status }) => status)).toEqual(['done', 'done']);
    expect(await workspace.undo(caseId)).toBe('Set 2 articles to done');
    expect((await workspace.articles.columns(caseId)).map(({ status }) => status)).toEqual(['inbox', 'inbox']);
  });

  it('tell what has changed, come and gone since a revision', async () => {
    const { workspace, caseId, articleIds } = await filled();
    const [id] = articleIds as [ArticleId];
    const seen = await workspace.articles.lastRevision(caseId);

    expect(await changesSince(workspace.db, caseId, seen)).toEqual({ revision: seen, rows: [], removed: [] });
    await workspace.articles.editInCase(caseId, [id], 'Tag', () => ({ tags: ['market'] }));
    const tagged = await changesSince(workspace.db, caseId, seen);
    expect(tagged.rows.map(({ articleId, tags }) => [articleId, tags])).toEqual([[id, ['market']]]);
    expect(tagged.revision).toBeGreaterThan(seen);
    await workspace.bin.remove(caseId, [{ table: 'caseArticles', id: `${caseId}/${id}` }], 'Remove');
    expect(await changesSince(workspace.db, caseId, tagged.revision)).toMatchObject({ rows: [], removed: [id] });
    await workspace.undo(caseId);
    expect(await changesSince(workspace.db, caseId, seen)).toMatchObject({ rows: [{ articleId: id }], removed: [] });
  });

  it('follow a publisher that is renamed', async () => {
    const { workspace, caseId, articleIds } = await filled();
    const [id] = articleIds as [ArticleId];
    const sourceId = await workspace.sources.create(caseId, 'Northline');
    await workspace.articles.edit(caseId, id, { sourceId });
    await workspace.sources.edit(caseId, sourceId, { name: 'Northline Post' });

    expect((await workspace.articles.columns(caseId)).map(({ publisher }) => publisher).sort()).toEqual([
      '',
      'Northline Post',
    ]);
  });

  it('are null when they are gone', async () => {
    const { workspace, caseId } = await filled();

    expect(await workspace.articles.details(caseId, caseId as never)).toBeNull();
    expect(await codeOf(workspace.articles.text('x' as never))).toBe('not-found');
  });
});

describe('highlights', () => {
  it('keep how they were made when they are placed elsewhere', async () => {
    const { workspace, caseId, highlightId } = await filled();
    const before = await workspace.highlights.get(highlightId);
    if (!before?.now) throw new Error('It is placed.');

    await workspace.highlights.place(caseId, highlightId, { ...before.now, start: 0, how: 'by-hand' }, 'Resize');

    expect(await workspace.highlights.get(highlightId)).toMatchObject({
      made: before.made,
      now: { start: 0 },
      state: 'placed',
    });
  });

  it('are listed when they have to be placed', async () => {
    const { workspace, caseId, highlightId } = await filled();
    const row = await workspace.highlights.get(highlightId);
    await workspace.commit({
      caseId,
      action: 'highlight:orphan',
      words: 'Lose a passage',
      changes: [
        { table: 'highlights', id: highlightId, field: 'state', before: row?.state ?? null, after: 'orphaned' },
      ],
    });

    expect((await workspace.highlights.toPlace(caseId)).map(({ id }) => id)).toEqual([highlightId]);
  });

  it('can be linked to another entity', async () => {
    const { workspace, caseId, entityId } = await filled();
    const other = await workspace.entities.create(caseId, 'Tal Tamr', typeNamed('Place'));
    const [mention] = await workspace.highlights.mentionsOf(caseId, entityId);
    const entity = await workspace.entities.get(other);
    if (!mention || !entity) throw new Error('Both are there.');

    await workspace.highlights.relink(caseId, mention, entity);

    expect(await workspace.highlights.mentionsOf(caseId, entityId)).toEqual([]);
    expect((await workspace.highlights.mentionsOf(caseId, other)).length).toBe(1);
  });

  it('take a note, and another', async () => {
    const { workspace, caseId, highlightId } = await filled();
    await workspace.highlights.setNote(caseId, highlightId, 'Seen twice.');

    expect((await workspace.highlights.get(highlightId))?.note).toBe('Seen twice.');
  });
});

describe('entities', () => {
  it('are found by any of their names, however they are written', async () => {
    const { workspace, caseId, entityId, articleIds } = await filled();
    const second = await articleOf(workspace, articleIds[1] as ArticleId);
    const highlight = workspace.highlights.draft(caseId, second.id, anchorOf(second.text, second.textId, 'تل تمر'));
    await workspace.entities.tag(highlight, entityId);

    for (const name of ['tell tamr', 'TELL TAMR', 'تل تمر']) {
      expect([name, (await workspace.entities.named(name)).map(({ id }) => id)]).toEqual([name, [entityId]]);
    }
    expect(await workspace.entities.named('tell')).toEqual([]);
    expect((await workspace.entities.mentionsInCase(caseId)).length).toBe(2);
  });

  it('do not take the same name twice', async () => {
    const { workspace, caseId, entityId, articleIds } = await filled();
    const second = await articleOf(workspace, articleIds[1] as ArticleId);
    await workspace.entities.tag(
      workspace.highlights.draft(caseId, second.id, anchorOf(second.text, second.textId, 'Tell Tamr')),
      entityId,
    );

    expect((await workspace.entities.get(entityId))?.names.length).toBe(1);
  });

  it('are never merged in a circle, by two windows at once or by doing again', async () => {
    const { workspace, caseId, entityId } = await filled();
    const other = await workspace.entities.create(caseId, 'Tal Tamr', typeNamed('Place'));

    const outcomes = await Promise.allSettled([
      workspace.entities.merge(caseId, other, entityId),
      workspace.entities.merge(caseId, entityId, other),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);

    await workspace.undo(caseId);
    const second = await workspace.cases.create('Another');
    const isFirst = outcomes[0]?.status === 'fulfilled';
    await workspace.entities.merge(second, isFirst ? entityId : other, isFirst ? other : entityId);
    expect(await codeOf(workspace.redo(caseId))).toBe('conflict');
  });

  it('merge without moving anything, and part again', async () => {
    const { workspace, caseId, entityId } = await filled();
    const other = await workspace.entities.create(caseId, 'Tal Tamr', typeNamed('Place'));
    await workspace.entities.merge(caseId, other, entityId);

    expect((await workspace.entities.get(entityId))?.mergedInto).toBe(other);
    expect(await codeOf(workspace.entities.merge(caseId, entityId, other))).toBe('conflict');
    expect(await codeOf(workspace.entities.merge(caseId, other, other))).toBe('conflict');
    await workspace.undo(caseId);
    expect((await workspace.entities.get(entityId))?.mergedInto).toBeNull();
  });

  it('carry notes of a case', async () => {
    const { workspace, caseId, entityId } = await filled();
    const [note] = await workspace.entityNotes.on(caseId, entityId);
    await workspace.entityNotes.write(caseId, entityId, note ?? null, 'South of the river.');

    expect((await workspace.entityNotes.on(caseId, entityId)).map(({ text }) => text)).toEqual(['South of the river.']);
  });

  it('refuse a note that was written from one that says something else by now', async () => {
    const { workspace, caseId, entityId } = await filled();
    const [shown] = await workspace.entityNotes.on(caseId, entityId);
    await workspace.entityNotes.write(caseId, entityId, shown ?? null, 'East of the river.');

    expect(await codeOf(workspace.entityNotes.write(caseId, entityId, shown ?? null, 'West of it.'))).toBe('conflict');
    expect((await workspace.entityNotes.on(caseId, entityId)).map(({ text }) => text)).toEqual(['East of the river.']);
  });
});

describe('events and claims', () => {
  it('tie an event to the articles that speak of it', async () => {
    const { workspace, caseId, eventId, articleIds } = await filled();
    const [first] = articleIds as [ArticleId];

    expect((await workspace.events.inArticle(caseId, first)).map(({ id }) => id)).toEqual([eventId]);
    expect(await workspace.events.articlesOf(caseId, eventId)).toEqual([{ articleId: first, claims: 1 }]);
    expect((await workspace.articles.columns(caseId)).map(({ events }) => events).sort()).toEqual([0, 1]);
  });

  it('change field by field, so that two edits of different fields both stand', async () => {
    const { workspace, eventId } = await filled();
    const seen = await workspace.events.get(eventId);
    if (!seen) throw new Error('It is there.');

    await workspace.events.change(seen, { ...seen, title: 'Market struck' }, 'Market');
    await workspace.events.change(seen, { ...seen, when: '2024-03-14' }, 'Market');

    expect(await workspace.events.get(eventId)).toMatchObject({ title: 'Market struck', when: '2024-03-14' });
    expect(await codeOf(workspace.events.change(seen, { ...seen, title: 'Else' }, 'Market'))).toBe('conflict');
  });

  it('add a denial from another article', async () => {
    const { workspace, caseId, eventId, articleIds } = await filled();
    const second = await articleOf(workspace, articleIds[1] as ArticleId);
    const highlight = workspace.highlights.draft(caseId, second.id, anchorOf(second.text, second.textId, 'denies'));
    const claim = workspace.claims.draft(highlight, eventId, { stance: 'denies' });

    await workspace.claims.add(claim, 'Market hit', highlight);
    await workspace.claims.edit(caseId, claim.id, { grade: 4 });

    expect((await workspace.claims.ofEvent(eventId)).map(({ stance, grade }) => [stance, grade])).toEqual([
      ['asserts', null],
      ['denies', 4],
    ]);
    expect((await workspace.undoWords(caseId)).undo).toBe('Edit a claim');
    expect((await workspace.claims.inCase(caseId)).length).toBe(2);
  });

  it('count a claim with passages in two articles in both', async () => {
    const { workspace, caseId, eventId, articleIds } = await filled();
    const [one, two] = await Promise.all(articleIds.map((id) => articleOf(workspace, id)));
    if (!one || !two) throw new Error('Two articles.');
    const first = workspace.highlights.draft(caseId, one.id, anchorOf(one.text, one.textId, 'hit'));
    const second = workspace.highlights.draft(caseId, two.id, anchorOf(two.text, two.textId, 'hit'));
    const claim = workspace.claims.draft(first, eventId, { highlightIds: [first.id, second.id] });
    const changes = [creation('highlights', first), creation('highlights', second), creation('claims', claim)];
    await workspace.commit({ caseId, action: 'claim:add', words: 'Add', changes });

    expect((await workspace.articles.columns(caseId)).map(({ events }) => events)).toEqual([1, 1]);
    await workspace.undo(caseId);
    expect((await workspace.articles.columns(caseId)).map(({ events }) => events).sort()).toEqual([0, 1]);
  });
});

describe('sources', () => {
  it('keep every grade they were given', async () => {
    const { workspace, caseId } = await filled();
    const [source] = await workspace.sources.all();
    if (!source) throw new Error('One source.');
    await workspace.sources.grade(caseId, source.id, 'D', 'Took it back.');

    expect((await workspace.sources.gradesIn(caseId)).map(({ grade }) => grade)).toEqual(['B', 'D']);
    expect((await workspace.sources.get(source.id))?.name).toBe('Northline');
  });
});

describe('history', () => {
  it('pages back through every step', async () => {
    const { workspace, caseId } = await filled();
    const { entries } = await workspace.history.size(caseId);
    const seen: string[] = [];
    for (let before: string | null = null; ; ) {
      const page = await workspace.history.inCase(caseId, 3, before);
      if (page.length === 0) break;
      seen.push(...page.map(({ words }) => words ?? ''));
      before = page.at(-1)?.entry.header.clock ?? null;
    }

    expect([seen.length, seen.at(-1)]).toEqual([entries, 'Begin the case "Sarat"']);
  });
});

async function filled() {
  const workspace = await testWorkspace();
  return { workspace, ...(await fillCase(workspace)) };
}

async function articleOf(workspace: Awaited<ReturnType<typeof testWorkspace>>, id: ArticleId) {
  const article = await workspace.articles.get(id);
  if (!article?.textId) throw new Error('It has a text.');
  const { text } = await workspace.articles.text(article.textId);
  return { id, text, textId: article.textId };
}

describe('imports', () => {
  it('are listed with the latest first', async () => {
    const { workspace, caseId } = await filled();
    const first = await workspace.imports.begin(importOrder(caseId, 'a.txt', 1));
    await workspace.imports.begin(importOrder(caseId, '2 files', 2));
    await workspace.imports.end(first, 'cancelled');
    await importSamples(workspace, caseId, [sampleArticle('Late.')]);

    expect((await workspace.imports.inCase(caseId)).map(({ from, state }) => `${from} ${state}`)).toEqual([
      '2 files running',
      'a.txt cancelled',
    ]);
  });
});
