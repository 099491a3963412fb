import { describe, expect, it } from 'vitest';
import { codeOf } from '#tests/support/code-of.ts';
import { fillCase, importSamples } from '#tests/support/filled-case.ts';
import { importOrder } from '#tests/support/import-order.ts';
import { derivedSnapshot, snapshot } from '#tests/support/plain-model.ts';
import { sampleArticle, typeNamed } from '#tests/support/sample-rows.ts';
import { seededPorts } from '#tests/support/seeded-ports.ts';
import { testWorkspace } from '#tests/support/test-workspace.ts';

const TABLES = [
  'articles',
  'texts',
  'captures',
  'acquisitions',
  'metadata',
  'entities',
  'highlights',
  'claims',
  'pointers',
];

describe('removing a case', () => {
  it('takes its rows, its chains, and every byte that nothing else rests on', async () => {
    const { workspace, caseId } = await filled();
    await workspace.imports.begin(importOrder(caseId, '2 files', 2));

    await workspace.removeCase(caseId, await workspace.history.signedHeads(caseId));

    for (const table of [...TABLES, 'bodies', 'cases', 'bin', 'names', 'articleColumns', 'imports']) {
      expect([table, await workspace.db.table(table).count()]).toEqual([table, 0]);
    }
    expect((await workspace.history.heads()).map(({ chain }) => chain.split('.')[0])).toEqual(['workspace']);
    expect((await workspace.verify(null)).faults).toEqual([]);
  });

  it('says beforehand what goes, and what goes for good', async () => {
    const { workspace, caseId } = await filled();
    const other = await workspace.cases.create('Another');
    const [first] = await workspace.articles.idsInCase(caseId);
    if (first) await workspace.articles.addToCase(other, [first]);

    expect(await workspace.previewRemoval(caseId)).toMatchObject({
      ...{ articles: 2, highlights: 2, events: 1, claims: 1, entries: 9 },
      ...{ articlesAlone: 1, entitiesAlone: 1 },
    });
  });

  it('leaves all that another case rests on, whole', async () => {
    const { workspace, caseId, entityId } = await filled();
    const own = await fillCase(workspace, 'The same articles');
    const alone = await workspace.entities.create(own.caseId, 'In no passage', typeNamed('Place'));
    await workspace.entities.merge(own.caseId, entityId, alone);
    const before = await caseOf(workspace, own.caseId);

    await workspace.removeCase(caseId, await workspace.history.signedHeads(caseId));

    expect(await caseOf(workspace, own.caseId)).toEqual(before);
    expect((await workspace.entities.byIds([entityId])).length).toBe(1);
    for (const scope of [null, own.caseId]) expect((await workspace.verify(scope)).faults).toEqual([]);
  });

  it('is taken back by the file of it: the same rows, chains and derived rows', async () => {
    const { workspace, caseId } = await filled();
    const other = await workspace.cases.create('Another');
    await importSamples(workspace, other, [sampleArticle('Not of this case.')]);
    const elsewhere = await testWorkspace(seededPorts(3));
    await elsewhere.restoreCase(await workspace.collectCase(caseId));
    const before = await stateOf(workspace);

    await workspace.removeCase(caseId, await workspace.history.signedHeads(caseId));
    await workspace.restoreCase(await elsewhere.collectCase(caseId));

    expect(await stateOf(workspace)).toEqual(before);
    expect((await workspace.verify(null)).faults).toEqual([]);
  });

  it('takes away just what opening its file brought', async () => {
    const { workspace, caseId } = await filled();
    const target = await testWorkspace(seededPorts(3));
    await importSamples(target, await target.cases.create('Own'), [sampleArticle('Not of the other case.')]);
    const before = [await snapshot(target), await derivedSnapshot(target)];
    const source = await workspace.collectCase(caseId);
    await target.restoreCase(source);

    await target.removeCase(caseId, (await source.summary()).heads);

    const people = (rows: Record<string, unknown>) => ({ ...rows, people: [] });
    const [rows, derived] = [await snapshot(target), await derivedSnapshot(target)];
    expect([people(rows), derived]).toEqual([people(before[0] ?? {}), before[1]]);
  });

  it('is refused when something was done on the case since its file was written', async () => {
    const { workspace, caseId } = await filled();
    const heads = await workspace.history.signedHeads(caseId);
    await workspace.cases.change(caseId, { summary: 'More.' });
    const before = await snapshot(workspace);

    expect(await codeOf(workspace.removeCase(caseId, heads))).toBe('conflict');
    expect(await snapshot(workspace)).toEqual(before);
  });

  it('is no step that Undo takes back', async () => {
    const { workspace, caseId } = await filled();

    await workspace.removeCase(caseId, await workspace.history.signedHeads(caseId));

    expect(await workspace.undo(null)).toBeNull();
  });
});

/** All that stands, but for where bodies lie: they are packed anew when they come in. */
async function stateOf(workspace: Awaited<ReturnType<typeof testWorkspace>>) {
  const rows = await snapshot(workspace);
  for (const table of ['captures', 'texts'])
    rows[table] = rows[table]?.map((row) => ({ ...Object(row), body: null })) ?? [];
  return [rows, await derivedSnapshot(workspace)];
}

async function filled() {
  const workspace = await testWorkspace();
  await workspace.people.setName('Nour');
  return { workspace, ...(await fillCase(workspace)) };
}

async function caseOf(
  workspace: Awaited<ReturnType<typeof testWorkspace>>,
  caseId: never | Parameters<typeof workspace.collectCase>[0],
) {
  const source = await workspace.collectCase(caseId);
  const rows: unknown[] = [];
  for (const table of ['articles', 'texts', 'entities', 'highlights', 'mentions', 'claims', 'events'] as const) {
    for await (const row of source.rows(table)) rows.push(row);
  }
  for await (const { id } of source.captures()) rows.push(id);
  return rows;
}
