import { describe, expect, it } from 'vitest';
import type { Workspace } from '#renderer/data/workspace.ts';
import { type OnStep, openSampleCase } from '#renderer/services/sample-case/make-sample-case.ts';
import { sampleFiles } from '#renderer/services/sample-case/sample-files.ts';
import { importFiles } from '#renderer/workers/import/import-files.ts';
import { unattended } from '#shared/kernel/job-control.ts';
import { testWorkspace } from '#tests/support/test-workspace.ts';

describe('the sample case', () => {
  it('brings in every file by the path that any file takes, one of them twice', async () => {
    const { workspace, caseId } = await sampleCase();

    const columns = await workspace.articles.columns(caseId);
    expect(columns).toHaveLength(Object.keys(sampleFiles).length - 1);
    expect(columns.filter(({ duplicates }) => duplicates > 0).map(({ publisher }) => publisher)).toEqual([
      'Corvane Wire',
    ]);
    expect(columns.filter(({ title }) => title === '')).toEqual([]);
    expect(columns.filter(({ publisher }) => publisher === '').length).toBeLessThan(3);
  });

  it('has an Arabic article, uncertain dates and one without a year', async () => {
    const { workspace, caseId } = await sampleCase();

    const columns = await workspace.articles.columns(caseId);
    expect(columns.map(({ language }) => language)).toContain('ar');
    const published = columns.map((row) => row.published);
    expect(published).toEqual(expect.arrayContaining(['2024-03-15~', '2024-03-14/2024-03-15', 'XXXX-03-02']));
    expect(columns.find((row) => row.published.startsWith('XXXX'))?.earliest).toBeNull();
  });

  it('has something to show in every place: entities, notes, events with claims that contradict one another', async () => {
    const { workspace, caseId } = await sampleCase();

    expect((await workspace.entities.all()).length).toBeGreaterThan(15);
    expect(await workspace.highlights.toPlace(caseId)).toEqual([]);
    const events = await workspace.events.inCase(caseId);
    expect(events.map(({ type }) => type)).toEqual(['shelling', 'strike', 'strike', 'movement']);
    const claims = await workspace.claims.inCase(caseId);
    expect(claims.filter(({ stance }) => stance === 'denies')).toHaveLength(3);
    const killed = events[0]?.counts.find(({ effect }) => effect === 'killed')?.id;
    const read = claims.filter(({ path }) => path === `counts[${killed}]`).map((claim) => JSON.stringify(claim.read));
    expect(new Set(read).size).toBe(4);
    expect(await workspace.sources.gradesIn(caseId)).toHaveLength(7);
  });

  it('is made in a dozen steps at most, and says how many are done', async () => {
    const steps: [number, number][] = [];
    const { workspace } = await sampleCase((done, total) => steps.push([done, total]));

    expect(await workspace.db.ledger.count()).toBeLessThanOrEqual(12);
    const total = steps[0]?.[1] ?? 0;
    expect(steps).toEqual(Array.from({ length: total }, (_, at) => [at + 1, total]));
    expect((await workspace.verify(null)).faults).toEqual([]);
  });

  it('leaves a part of the work to do', async () => {
    const { workspace, caseId } = await sampleCase();

    const statuses = (await workspace.articles.columns(caseId)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set(['inbox', 'in-progress', 'done', 'set-aside']));
  });

  it('is the same each time, but for ids and moments', async () => {
    const [one, other] = await Promise.all([sampleCase(), sampleCase()]);

    expect(await shapeOf(one.workspace)).toEqual(await shapeOf(other.workspace));
  });

  it('is opened, and not made again, the second time', async () => {
    const { workspace, caseId } = await sampleCase();

    expect(await openSampleCase(workspace, () => Promise.reject(new Error('imported again')))).toBe(caseId);
  });
});

async function sampleCase(onStep: OnStep = () => {}) {
  const workspace = await testWorkspace();
  const caseId = await openSampleCase(
    workspace,
    async (into, files) => {
      const from = `${files.length} files`;
      const ended = await importFiles({ workspace, caseId: into, files, from, onCounts: () => {} }, unattended);
      return ended.import.id;
    },
    onStep,
  );
  return { workspace, caseId };
}

async function shapeOf({ db }: Workspace) {
  const quotes = (await db.highlights.toArray()).map(({ made, note }) => `${made.quote} ${made.start} ${note}`);
  const entities = (await db.entities.toArray()).map(({ name, type, names }) => `${name} ${type} ${names.length}`);
  const articles = (await db.articles.toArray()).map(({ id, title, published, textId }) => [
    id,
    title,
    published,
    textId,
  ]);
  return { quotes: quotes.sort(), entities: entities.sort(), articles };
}
