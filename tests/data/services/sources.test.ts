import { describe, expect, it } from 'vitest';
import { keptSource } from '#renderer/data/derive/source-aliases.ts';
import { changedPlaces } from '#renderer/data/search/changed-places.ts';
import { DocumentReader } from '#renderer/data/search/document-reader.ts';
import type { Workspace } from '#renderer/data/workspace.ts';
import { readSources } from '#renderer/services/sources/source-list.ts';
import { importFiles } from '#renderer/workers/import/import-files.ts';
import { derivedId } from '#shared/custody/identify.ts';
import type { ArticleId, CaseId, SourceId } from '#shared/domain/ids.ts';
import { unattended } from '#shared/kernel/job-control.ts';
import { fillCase } from '#tests/support/filled-case.ts';
import { seededPorts } from '#tests/support/seeded-ports.ts';
import { testWorkspace } from '#tests/support/test-workspace.ts';

describe('the publishers of a case', () => {
  it('are those of its articles and those that nobody else has, with grades and whom they republish', async () => {
    const { workspace, caseId, wire, courier } = await twoPublishers();
    await workspace.sources.edit(caseId, courier, { republishes: [wire] });
    await workspace.sources.grade(caseId, wire, 'C', '');
    await workspace.sources.grade(caseId, wire, 'B', 'Corrected itself.');

    const rows = await readSources(workspace, caseId);

    expect(rows.map(({ name, articles, grade }) => [name, articles, grade]).sort()).toEqual([
      ['Corvane Wire', 1, 'B'],
      ['Northline', 0, 'B'],
      ['Ostavel Courier', 1, null],
    ]);
    expect(rows.find(({ id }) => id === courier)?.republishes).toEqual([{ id: wire, name: 'Corvane Wire' }]);
  });

  it('leave out those that only another case has', async () => {
    const { workspace } = await twoPublishers();
    const other = await workspace.cases.create('Other');

    expect((await readSources(workspace, other)).map(({ name }) => name)).toEqual(['Northline']);
  });
});

describe('a publisher that is merged into another', () => {
  it('goes by its name wherever articles are shown, in one step that one undo takes back', async () => {
    const { workspace, caseId, wire, courier } = await twoPublishers();

    await merge(workspace, caseId, courier, wire);

    expect(await publishersShown(workspace, caseId)).toEqual(['', '', 'Corvane Wire', 'Corvane Wire']);
    const rows = await readSources(workspace, caseId);
    expect(rows.map(({ name }) => name).sort()).toEqual(['Corvane Wire', 'Northline']);
    expect(rows.find(({ id }) => id === wire)).toMatchObject({ articles: 2, merged: [{ id: courier }] });
    const article = (await workspace.articles.columns(caseId)).find(({ sourceId }) => sourceId === courier);
    expect(article && (await workspace.articles.details(caseId, article.articleId))?.source?.name).toBe('Corvane Wire');

    await workspace.undo(caseId);

    expect(await publishersShown(workspace, caseId)).toEqual(['', '', 'Corvane Wire', 'Ostavel Courier']);
    expect(await readSources(workspace, caseId)).toHaveLength(3);
  });

  it('lends its articles that come in later to the other, too', async () => {
    const { workspace, caseId, wire, courier } = await twoPublishers();
    await merge(workspace, caseId, courier, wire);

    await workspace.articles.addToCase(
      await workspace.cases.create('Other'),
      (await workspace.articles.columns(caseId)).map(({ articleId }) => articleId),
    );
    const [other] = (await workspace.cases.list()).filter(({ name }) => name === 'Other');

    expect(other && (await publishersShown(workspace, other.id))).toEqual(['', '', 'Corvane Wire', 'Corvane Wire']);
  });

  it('goes by the new name of the other once that is renamed, and not by a new name of its own', async () => {
    const { workspace, caseId, wire, courier } = await twoPublishers();
    await merge(workspace, caseId, courier, wire);

    await workspace.sources.edit(caseId, wire, { name: 'Corvane News Wire' });
    await workspace.sources.edit(caseId, courier, { name: 'The Courier' });

    expect(await publishersShown(workspace, caseId)).toEqual(['', '', 'Corvane News Wire', 'Corvane News Wire']);
  });

  it('is one with the other for the search, too, and is told to it with every step', async () => {
    const { workspace, caseId, wire, courier } = await twoPublishers();
    const own = (await workspace.articles.columns(caseId)).find(({ sourceId }) => sourceId === courier)?.articleId;
    const lookedAt = async () => {
      const [last] = await workspace.db.searchChanges.reverse().limit(1).toArray();
      const { places } = await changedPlaces(workspace.db, last ? [last] : []);
      return places.some(({ articleId }) => articleId === own);
    };

    await merge(workspace, caseId, courier, wire);
    expect(await lookedAt()).toBe(true);
    const [document] = await new DocumentReader(workspace.db).read([{ caseId, articleId: own as ArticleId }]);
    expect(document?.filters.publisher).toEqual([{ key: wire, label: 'Corvane Wire' }]);
    await workspace.sources.edit(caseId, wire, { name: 'Corvane News Wire' });
    expect(await lookedAt()).toBe(true);
    await workspace.undo(caseId);
    await workspace.undo(caseId);

    expect(await lookedAt()).toBe(true);
    expect((await workspace.articles.columns(caseId)).find(({ articleId }) => articleId === own)?.publisher).toBe(
      'Ostavel Courier',
    );
  });

  it('takes the other along with a case that has no article of it', async () => {
    const { workspace, caseId, wire, courier } = await twoPublishers();
    const own = (await workspace.articles.columns(caseId)).flatMap(({ sourceId, articleId }) =>
      sourceId === courier ? [articleId] : [],
    );
    const other = await workspace.cases.create('Other');
    await workspace.articles.addToCase(other, own);
    await merge(workspace, caseId, courier, wire);
    const target = await testWorkspace(seededPorts(2));

    await target.restoreCase(await workspace.collectCase(other));

    expect(await publishersShown(target, other)).toEqual(['Corvane Wire']);
    expect((await target.verify(null)).faults).toEqual([]);
    await workspace.removeCase(caseId, (await (await workspace.collectCase(caseId)).summary()).heads);
    expect(await publishersShown(workspace, other)).toEqual(['Corvane Wire']);
    expect((await workspace.verify(null)).faults).toEqual([]);
  });

  it('keeps its own name where the other is not here', async () => {
    const { workspace, caseId, courier } = await twoPublishers();

    await merge(workspace, caseId, courier, derivedId('source', 'nowhere.example') as SourceId);

    expect(await publishersShown(workspace, caseId)).toEqual(['', '', 'Corvane Wire', 'Ostavel Courier']);
    expect((await readSources(workspace, caseId)).map(({ id }) => id)).toContain(courier);
  });

  it('is found through others, and round a circle at all', () => {
    const [a, b, c, d] = ['a', 'b', 'c', 'd'] as SourceId[] as [SourceId, SourceId, SourceId, SourceId];

    expect(
      keptSource(
        new Map([
          [a, b],
          [b, c],
        ]),
        a,
      ),
    ).toBe(c);
    expect(
      keptSource(
        new Map([
          [a, b],
          [b, a],
        ]),
        a,
      ),
    ).toBe(a);
    expect(keptSource(new Map(), d)).toBe(d);
  });
});

const page = (outlet: string, domain: string) =>
  `<html><head><title>${outlet}</title><meta property="og:site_name" content="${outlet}"><meta property="og:url"
content="https://${domain}.example/a"></head><body><p>Five were killed, says the ${outlet}.</p></body></html>`;

async function twoPublishers() {
  const workspace = await testWorkspace();
  const { caseId } = await fillCase(workspace);
  const files = [page('Corvane Wire', 'corvane'), page('Ostavel Courier', 'ostavel')].map((text, at) => ({
    path: `${at}.html`,
    file: new File([text], `${at}.html`),
  }));
  await importFiles({ workspace, caseId, files, from: '2 files', onCounts: () => {} }, unattended);
  const idOf = async (name: string) =>
    (await workspace.sources.all()).find((source) => source.name === name)?.id ?? ('' as SourceId);
  return { workspace, caseId, wire: await idOf('Corvane Wire'), courier: await idOf('Ostavel Courier') };
}

async function merge(workspace: Workspace, caseId: CaseId, a: SourceId, b: SourceId): Promise<void> {
  const judgement = { kind: 'source', a, b, verdict: 'same', reason: 'One newsroom.' } as const;
  await workspace.decisions.judge(caseId, 'Merge', [judgement]);
}

async function publishersShown(workspace: Workspace, caseId: CaseId): Promise<string[]> {
  return (await workspace.articles.columns(caseId)).map(({ publisher }) => publisher).sort();
}
