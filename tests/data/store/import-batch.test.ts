import { describe, expect, it } from 'vitest';
import { newGroup } from '#renderer/data/commit.ts';
import type { ImportBatch } from '#renderer/data/import-batch.ts';
import type { Workspace } from '#renderer/data/workspace.ts';
import { derivedId } from '#shared/custody/identify.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import type { Source } from '#shared/domain/source.ts';
import { codeOf } from '#tests/support/code-of.ts';
import { importSamples } from '#tests/support/filled-case.ts';
import { importOrder } from '#tests/support/import-order.ts';
import { snapshot } from '#tests/support/plain-model.ts';
import { sampleArticle } from '#tests/support/sample-rows.ts';
import { seededPorts } from '#tests/support/seeded-ports.ts';
import { freshStore, testWorkspace } from '#tests/support/test-workspace.ts';

const source: Source = {
  id: derivedId('source', 'northline.invalid') as Source['id'],
  name: 'Northline',
  domains: ['northline.invalid'],
  affiliation: null,
  republishes: [],
};

describe('importBatch', () => {
  it('keeps captures byte for byte, and texts word for word', async () => {
    const { workspace, caseId } = await withCase();
    const sample = sampleArticle('\uFEFFWith a mark at the start, and 🚚.');

    await importSamples(workspace, caseId, [sample]);

    const { bytes, capture } = await workspace.articles.captureBytes(sample.capture.id);
    expect([bytes, capture.size]).toEqual([sample.capture.bytes, sample.capture.bytes.length]);
    expect((await workspace.articles.text(sample.text.version.id)).text).toBe(sample.text.text);
  });

  it('names rows in the ledger by hash, not by content', async () => {
    const { workspace, caseId } = await withCase();

    await importSamples(workspace, caseId, [sampleArticle('Secret words.')]);

    const [last] = await workspace.history.inCase(caseId, 1);
    expect(last?.words).toBe('Import 1 files');
    expect(JSON.stringify(last?.entry.payload)).not.toContain('Secret');
    expect(last?.entry.payload?.changes.map(({ table }) => table)).toEqual([
      'captures',
      'articles',
      'texts',
      'acquisitions',
      'caseArticles',
    ]);
  });

  it('takes the same bytes twice as one capture and two acquisitions', async () => {
    const { workspace, caseId } = await withCase();
    const sample = sampleArticle('One report.');
    const first = await importSamples(workspace, caseId, [sample]);
    const second = await importSamples(workspace, caseId, [sample, sampleArticle('Another.')]);

    expect([first.added.length, first.known.length]).toEqual([1, 0]);
    expect([second.added.length, second.known]).toEqual([1, [sample.article.id]]);
    expect(await workspace.db.captures.count()).toBe(2);
    const details = await workspace.articles.details(caseId, sample.article.id);
    expect(details?.acquisitions.length).toBe(2);
    expect((await workspace.articles.columns(caseId)).map(({ duplicates }) => duplicates).sort()).toEqual([0, 1]);
  });

  it('takes the same bytes twice within one batch', async () => {
    const { workspace, caseId } = await withCase();
    const sample = sampleArticle('One report.');

    await importSamples(workspace, caseId, [sample, sample]);

    expect([await workspace.db.articles.count(), await workspace.db.acquisitions.count()]).toEqual([1, 2]);
  });

  it('brings a known article into another case without its work', async () => {
    const { workspace, caseId } = await withCase();
    const other = await workspace.cases.create('Ashmar');
    const sample = sampleArticle('One report.');
    await importSamples(workspace, caseId, [sample]);
    await workspace.articles.editInCase(caseId, [sample.article.id], 'Done', () => ({ status: 'done' }));

    await importSamples(workspace, other, [sample]);

    const details = await workspace.articles.details(other, sample.article.id);
    expect(details?.caseArticle?.status).toBe('inbox');
  });

  it('makes a publisher once', async () => {
    const { workspace, caseId } = await withCase();
    for (const text of ['One.', 'Two.']) {
      const sample = sampleArticle(text, { sourceId: source.id });
      await workspace.importBatch(
        batchOf(workspace, caseId, { articles: [sample.article], sources: [source] }, [sample]),
      );
    }

    expect((await workspace.sources.all()).map(({ name }) => name)).toEqual(['Northline']);
    expect((await workspace.articles.columns(caseId)).map(({ publisher }) => publisher)).toEqual([
      'Northline',
      'Northline',
    ]);
  });

  it('refuses a batch with a row that does not fit, whole', async () => {
    const { workspace, caseId } = await withCase();
    const before = await snapshot(workspace);
    const bad = sampleArticle('Two.', { published: 'last Monday' });

    expect(await codeOf(importSamples(workspace, caseId, [sampleArticle('One.'), bad]))).toBe('bad-input');
    expect(await snapshot(workspace)).toEqual(before);
    expect(await workspace.db.bodies.count()).toBe(0);
  });

  it('that was taken back keeps its bytes as long as it can be done again, and no longer than the next start', async () => {
    const store = freshStore();
    const workspace = await testWorkspace(store);
    const caseId = await workspace.cases.create('Sarat');
    await importSamples(workspace, caseId, [sampleArticle('Kept.')]);
    await importSamples(workspace, caseId, [sampleArticle('Taken back.')]);
    await workspace.undo(caseId);
    const packs = async () => (await workspace.db.bodies.count()) / 2;

    await testWorkspace({ ...store, ...seededPorts(5) });
    expect(await packs()).toBe(2);
    await workspace.redo(caseId);
    await workspace.undo(caseId);
    await workspace.cases.change(caseId, { name: 'Else' });
    await testWorkspace({ ...store, ...seededPorts(6) });

    expect(await packs()).toBe(1);
    expect(await workspace.db.setAside.count()).toBe(0);
    expect((await workspace.verify(null)).faults).toEqual([]);
  });

  it('notes what became of each file with the very step that stores it', async () => {
    const { workspace, caseId } = await withCase();
    const run = await workspace.imports.begin(importOrder(caseId, 'report.txt', 1));
    const sample = sampleArticle('One.');
    const outcome = {
      id: derivedId('outcome', 'x') as never,
      importId: run.id,
      fileName: 'report.txt',
      position: '',
      result: 'imported' as const,
      reason: '',
      articleId: sample.article.id,
    };

    await workspace.importBatch(batchOf(workspace, caseId, { outcomes: [outcome] }, [sample]));

    expect(await workspace.imports.outcomes(run.id)).toEqual([outcome]);
  });
});

function batchOf(
  workspace: Workspace,
  caseId: CaseId,
  fields: Partial<ImportBatch>,
  samples: readonly ReturnType<typeof sampleArticle>[],
): ImportBatch {
  return {
    caseId,
    group: newGroup(workspace.core.writer.ports),
    words: 'Import',
    captures: samples.map(({ capture }) => capture),
    articles: samples.map(({ article }) => article),
    texts: samples.map(({ text }) => text),
    acquisitions: [],
    metadata: [],
    sources: [],
    outcomes: [],
    ...fields,
  };
}

async function withCase() {
  const workspace = await testWorkspace();
  return { workspace, caseId: await workspace.cases.create('Sarat') };
}
