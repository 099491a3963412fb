import { describe, expect, it } from 'vitest';
import { CaseRemover } from '#renderer/services/case-file/case-remover.ts';
import { checkStore } from '#renderer/services/safety/check-store.ts';
import { WitnessKeeper } from '#renderer/services/safety/witness.ts';
import { runCaseFileJob } from '#renderer/workers/case-file/run-job.ts';
import type { runInWorker } from '#renderer/workers/case-file-client.ts';
import { unattended } from '#shared/kernel/job-control.ts';
import { memoryShelf } from '#tests/support/casefile/memory-shelf.ts';
import { FakeHost } from '#tests/support/fake-host.ts';
import { fillCase } from '#tests/support/filled-case.ts';
import { seededPorts } from '#tests/support/seeded-ports.ts';
import { freshStore, testWorkspace } from '#tests/support/test-workspace.ts';

class DescribedHost extends FakeHost {
  readonly callDescribed: FakeHost['call'] = async (channel, input) => {
    const described = { version: '1.0', hostKind: 'loopback', platform: 'linux', dataFolder: '/data', heldBy: null };
    // the contract pairs each channel's input with its output; a table of answers cannot say so
    if (channel === 'host:describe') return { ...described, isOwnBrowser: false } as never;
    return this.call(channel, input);
  };
}

async function desk() {
  const store = freshStore();
  const workspace = await testWorkspace(store);
  const host = new DescribedHost();
  let seed = 20;
  const ports = { now: () => Date.parse('2026-03-14T08:00:00.000Z') };
  const dropped: Blob[] = [];
  const tools = {
    ...{ ...unattended, ports, shelf: memoryShelf(), onProgress: () => {} },
    openWorkspace: () => testWorkspace({ ...store, ...seededPorts(seed++) }),
  };
  // the job decides the kind of its result
  const run = ((job: Parameters<typeof runInWorker>[0]) => runCaseFileJob(job, tools)) as typeof runInWorker;
  const remover = new CaseRemover(workspace, {
    run,
    call: host.callDescribed,
    drop: async (file) => void dropped.push(file),
  });
  const note = () =>
    new WitnessKeeper({ call: host.call, heads: () => workspace.history.heads(), tell: () => {} }).changed();
  const filled = await fillCase(workspace);
  await note();
  return { workspace, host, remover, dropped, note, ...filled };
}

describe('CaseRemover', () => {
  it('keeps a copy, removes the case, and the next start misses nothing', async () => {
    const { workspace, host, remover, dropped, caseId } = await desk();

    const copy = await remover.remove(caseId);

    expect(await workspace.cases.list()).toEqual([]);
    expect(host.copies.map(({ name }) => name)).toEqual([copy.name]);
    expect(dropped).toHaveLength(1);
    expect(await checkStore(workspace, host.call)).toEqual({ kind: 'whole' });
  });

  it('brings the case back from that copy as it was, and its loss is noticed again', async () => {
    const { workspace, host, remover, note, caseId } = await desk();
    const before = await workspace.history.heads();
    const { name } = await remover.remove(caseId);

    await remover.bringBack(name);

    const chains = (await workspace.history.heads()).filter(({ chain }) => chain.startsWith(caseId));
    expect(chains).toEqual(before.filter(({ chain }) => chain.startsWith(caseId)));
    expect((await workspace.verify(caseId)).faults).toEqual([]);
    await note();
    await workspace.db.ledger.delete([chains[0]?.chain ?? '', 1]);
    expect(await checkStore(workspace, host.call)).toMatchObject({ kind: 'lost' });
  });

  it('removes nothing when no copy can be kept', async () => {
    const { workspace, host, remover, dropped, caseId } = await desk();
    host.failing.add('safety-copy:finish');

    await expect(remover.remove(caseId)).rejects.toMatchObject({ code: 'disk-full' });
    expect((await workspace.verify(caseId)).faults).toEqual([]);
    expect(dropped).toHaveLength(1);
  });

  it('is not missed though the window ended before the witness was told', async () => {
    const { workspace, host, remover, caseId } = await desk();
    host.failing.add('witness:restart');

    await remover.remove(caseId);

    expect(host.noted.size).toBeGreaterThan(0);
    expect(await checkStore(workspace, host.call)).toEqual({ kind: 'whole' });
  });

  it('takes back the opening of a file while nothing was done on the case, and not after', async () => {
    const { workspace, remover, caseId, note, host } = await desk();
    const { name } = await remover.remove(caseId);
    const opened = await remover.bringBack(name);
    const { heads } = opened.preview.summary;
    await note();

    await remover.removeWithout(caseId, heads);
    expect(await workspace.cases.list()).toEqual([]);
    expect(await checkStore(workspace, host.call)).toEqual({ kind: 'whole' });

    await remover.bringBack(name);
    await workspace.cases.change(caseId, { summary: 'More.' });
    await expect(remover.removeWithout(caseId, heads)).rejects.toMatchObject({ code: 'conflict' });
    expect((await workspace.cases.list()).length).toBe(1);
  });
});
