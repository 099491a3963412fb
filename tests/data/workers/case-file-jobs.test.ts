import { describe, expect, it } from 'vitest';
import type { Workspace } from '#renderer/data/workspace.ts';
import type { CaseFileProgress } from '#renderer/workers/case-file/results.ts';
import { type JobTools, runCaseFileJob } from '#renderer/workers/case-file/run-job.ts';
import { collect } from '#tests/support/casefile/memory-case.ts';
import { memoryShelf } from '#tests/support/casefile/memory-shelf.ts';
import { fillCase } from '#tests/support/filled-case.ts';
import { seededPorts } from '#tests/support/seeded-ports.ts';
import { freshStore, testWorkspace } from '#tests/support/test-workspace.ts';

const ports = { now: () => Date.parse('2026-03-14T08:00:00.000Z') };

/** Tools of a worker whose jobs open the workspace given, again and again. */
async function toolsFor(store: ReturnType<typeof freshStore>, some: Partial<JobTools> = {}) {
  const shelf = memoryShelf();
  const told: CaseFileProgress[] = [];
  const tools: JobTools = {
    openWorkspace: () => testWorkspace(store),
    shelf,
    ports,
    signal: { aborted: false },
    pause: () => Promise.resolve(),
    onProgress: (progress) => void told.push(progress),
    ...some,
  };
  return { tools, shelf, told };
}

async function filled(): Promise<{ workspace: Workspace; store: ReturnType<typeof freshStore>; caseId: string }> {
  const store = freshStore();
  const workspace = await testWorkspace(store);
  const { caseId } = await fillCase(workspace);
  return { workspace, store, caseId };
}

const RESTORE = { type: 'restore', database: 'x', place: 'where-none-stands' } as const;

const job = (caseId: string) => ({ type: 'write', database: 'x', caseId, program: 'Casewright 0.1.0' }) as never;

describe('runCaseFileJob', () => {
  it('writes a case, verifies the file, and another workspace takes it in', async () => {
    const { workspace, store, caseId } = await filled();
    const { tools, shelf } = await toolsFor(store);
    const result = await runCaseFileJob(job(caseId), tools);
    if (result.type !== 'written') throw new TypeError(result.type);
    const elsewhere = freshStore();
    const there = await toolsFor(elsewhere);

    const restored = await runCaseFileJob({ ...RESTORE, file: result.file }, there.tools);

    const target = await testWorkspace({ ...elsewhere, ...seededPorts(2) });
    const [a, b] = [
      await collect(await target.collectCase(caseId as never)),
      await collect(await workspace.collectCase(caseId as never)),
    ];
    expect(shelf.states()).toEqual(['closed']);
    expect(restored).toMatchObject({ type: 'restored', restored: { caseId } });
    expect(a.rows).toEqual(b.rows);
    expect(result).toMatchObject({ caseId, caseName: 'Sarat', bytes: result.file.size, heads: b.summary.heads });
  });

  it('tells what a file is about without touching a workspace', async () => {
    const { store, caseId } = await filled();
    const written = await runCaseFileJob(job(caseId), (await toolsFor(store)).tools);
    const openWorkspace = () => Promise.reject(new Error('not asked for'));
    const { tools } = await toolsFor(store, { openWorkspace });

    const result = await runCaseFileJob({ type: 'verify', file: (written as { file: Blob }).file }, tools);

    expect(result).toMatchObject({ type: 'verified', preview: { summary: { caseId, name: 'Sarat' } } });
  });

  it('writes again what was changed while it was written', async () => {
    const { workspace, store, caseId } = await filled();
    let pauses = 0;
    const { tools, shelf } = await toolsFor(store, {
      openWorkspace: async () => {
        const own = await testWorkspace(store);
        const collectCase = own.collectCase.bind(own);
        own.collectCase = async (id) => {
          const source = await collectCase(id);
          pauses += 1;
          if (pauses === 1) await workspace.cases.change(caseId as never, { name: 'Sarat, changed' });
          return source;
        };
        return own;
      },
    });

    const result = await runCaseFileJob(job(caseId), tools);

    expect(shelf.states()).toEqual(['aborted', 'closed']);
    expect(result).toMatchObject({ type: 'written', caseName: 'Sarat, changed' });
  });

  it('drops what it began when the analyst cancels', async () => {
    const { store, caseId } = await filled();
    const { tools, shelf } = await toolsFor(store, { signal: { aborted: true } });

    await expect(runCaseFileJob(job(caseId), tools)).rejects.toMatchObject({ code: 'cancelled' });
    expect(shelf.states()).toEqual(['aborted']);
  });

  it('refuses a bad file and leaves the workspace as it was', async () => {
    const { workspace, store } = await filled();
    const before = await workspace.history.heads();
    const { tools } = await toolsFor(store);

    await expect(runCaseFileJob({ ...RESTORE, file: new Blob(['no zip']) }, tools)).rejects.toMatchObject({
      code: 'unreadable',
    });
    expect(await workspace.history.heads()).toEqual(before);
  });

  it('refuses a case that stands there already', async () => {
    const { store, caseId } = await filled();
    const { tools } = await toolsFor(store);
    const written = await runCaseFileJob(job(caseId), tools);
    const file = (written as { file: Blob }).file;

    await expect(runCaseFileJob({ ...RESTORE, file }, tools)).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('says which part of the job it is at', async () => {
    const store = freshStore();
    const workspace = await testWorkspace(store);
    const caseId = await workspace.cases.create('Many');
    for (let at = 0; at < 600; at++) await workspace.cases.change(caseId, { name: `Many ${at}` });
    const { tools, told } = await toolsFor(store);

    await runCaseFileJob(job(caseId), tools);

    expect([...new Set(told.map(({ phase }) => phase))]).toEqual(['writing', 'verifying']);
  });
});
