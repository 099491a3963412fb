import { describe, expect, it, vi } from 'vitest';
import type { Workspace } from '#renderer/data/workspace.ts';
import { fetchCopy, sendCopy } from '#renderer/services/safety/carry-copy.ts';
import { caseStates } from '#renderer/services/safety/case-state.ts';
import { acceptStore, checkStore, restoreCopies } from '#renderer/services/safety/check-store.ts';
import { keptFactWords, olderCopyWords } from '#renderer/services/safety/loss-words.ts';
import { WitnessKeeper } from '#renderer/services/safety/witness.ts';
import type { RestoredFile, VerifiedFile, WrittenFile } from '#renderer/workers/case-file/results.ts';
import { runCaseFileJob } from '#renderer/workers/case-file/run-job.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { unattended } from '#shared/kernel/job-control.ts';
import { collect } from '#tests/support/casefile/memory-case.ts';
import { memoryShelf } from '#tests/support/casefile/memory-shelf.ts';
import { FakeHost } from '#tests/support/fake-host.ts';
import { type FilledCase, fillCase } from '#tests/support/filled-case.ts';
import { seededPorts } from '#tests/support/seeded-ports.ts';
import { freshStore, testWorkspace } from '#tests/support/test-workspace.ts';

const ports = { now: () => Date.parse('2026-03-14T08:00:00.000Z') };

/** A machine: a store, and a worker that opens it. */
async function machine() {
  const store = freshStore();
  const workspace = await testWorkspace(store);
  const shelf = memoryShelf();
  const tools = { ...unattended, openWorkspace: () => testWorkspace(store), shelf, ports, onProgress: () => {} };
  return { workspace, tools, store };
}

type Machine = Awaited<ReturnType<typeof machine>>;

/** The first hour of work, the same each time. */
async function firstHour(workspace: Workspace): Promise<FilledCase> {
  await workspace.people.setName('Nour');
  return fillCase(workspace);
}

/** The second hour: facts that cases share change too. */
async function secondHour(workspace: Workspace, { caseId, entityId }: FilledCase): Promise<void> {
  await workspace.cases.change(caseId, { name: 'Sarat, second hour' });
  await workspace.entities.edit(caseId, entityId, { name: 'Tell Tamr, the town' });
}

async function copyEverything({ workspace, tools }: Machine, host: FakeHost): Promise<void> {
  for (const caseId of caseStates(await workspace.history.heads()).keys()) {
    const job = { type: 'write', database: 'x', caseId, program: 'Casewright' } as const;
    await sendCopy(host.call, (await runCaseFileJob(job, tools)) as WrittenFile);
  }
}

async function note({ workspace }: Machine, host: FakeHost): Promise<void> {
  await new WitnessKeeper({ call: host.call, heads: () => workspace.history.heads(), tell: raise }).changed();
}

function raise(error: unknown): void {
  throw error;
}

function restorePorts({ tools }: Machine, host: FakeHost) {
  return {
    call: host.call,
    verify: async (file: Blob) => (await runCaseFileJob({ type: 'verify', file }, tools)) as VerifiedFile,
    restore: async (file: Blob) => {
      const job = { type: 'restore', database: 'x', file, place: 'instead' } as const;
      return (await runCaseFileJob(job, tools)) as RestoredFile;
    },
  };
}

/** Two hours of work on one machine, noted and copied; and what another machine has of it. */
async function lostWork(hoursLeft: 0 | 1) {
  const host = new FakeHost();
  const before = await machine();
  const filled = await firstHour(before.workspace);
  await secondHour(before.workspace, filled);
  await note(before, host);
  await copyEverything(before, host);
  const after = await machine();
  if (hoursLeft === 1) await firstHour(after.workspace);
  return { host, before, after, filled };
}

const everything = async (workspace: Workspace, { caseId }: FilledCase) => {
  const { rows, captures, texts, entries, summary } = await collect(await workspace.collectCase(caseId));
  return { rows, captures, texts, entries, heads: summary.heads };
};

describe('a store that is not as it was left', () => {
  it('is whole when nothing happened to it', async () => {
    const { host, before } = await lostWork(0);

    expect(await checkStore(before.workspace, host.call)).toEqual({ kind: 'whole' });
  });

  it('that is empty is never taken for new: what is gone is named and the copy offered', async () => {
    const { host, after, filled } = await lostWork(0);

    const verdict = await checkStore(after.workspace, host.call);

    expect(verdict).toMatchObject({
      kind: 'lost',
      chains: [
        { caseId: filled.caseId, how: 'missing', found: 0 },
        { caseId: null, how: 'missing' },
      ],
      copies: [{ caseName: 'Sarat, second hour' }],
      without: [],
    });
  });

  it.each([
    ['is empty', 0],
    ['was rolled back by an hour', 1],
  ] as const)('that %s gets every row and chain back from its copies', async (_, hoursLeft) => {
    const { host, before, after, filled } = await lostWork(hoursLeft);
    const verdict = await checkStore(after.workspace, host.call);
    if (verdict.kind !== 'lost') throw new TypeError('nothing is lost');

    await restoreCopies(after.workspace, verdict.copies, restorePorts(after, host));

    expect(await everything(after.workspace, filled)).toEqual(await everything(before.workspace, filled));
    expect(await checkStore(after.workspace, host.call)).toEqual({ kind: 'whole' });
  });

  it('that kept the head of a chain and lost what is before it is not whole, and gets it back', async () => {
    const { host, before, filled } = await lostWork(0);
    const was = await everything(before.workspace, filled);
    const head = (await before.workspace.history.heads()).find(({ chain }) => chain.startsWith(filled.caseId));
    if (!head) throw new TypeError('the case has no chain');
    await before.workspace.db.ledger.delete([head.chain, 1]);

    const verdict = await checkStore(before.workspace, host.call);
    if (verdict.kind !== 'lost') throw new TypeError('nothing is lost');
    expect(verdict.chains).toMatchObject([{ chain: head.chain, how: 'shorter', noted: head.seq, found: head.seq - 1 }]);
    await restoreCopies(before.workspace, verdict.copies, restorePorts(before, host));

    expect(await everything(before.workspace, filled)).toEqual(was);
    expect(await checkStore(before.workspace, host.call)).toEqual({ kind: 'whole' });
  });

  it('that was rolled back works on after that: undo, new changes, its own next copy', async () => {
    const { host, after, filled } = await lostWork(1);
    const verdict = await checkStore(after.workspace, host.call);
    if (verdict.kind !== 'lost') throw new TypeError('nothing is lost');
    await restoreCopies(after.workspace, verdict.copies, restorePorts(after, host));

    // other chance than in the hour that was lost, or its groups would come again
    const workspace = await testWorkspace({ ...after.store, ...seededPorts(9) });
    await workspace.cases.change(filled.caseId, { name: 'Sarat, third hour' });
    await workspace.undo(filled.caseId);
    await note(after, host);
    await copyEverything(after, host);

    expect((await workspace.cases.get(filled.caseId))?.name).toBe('Sarat, second hour');
    expect(await checkStore(workspace, host.call)).toEqual({ kind: 'whole' });
  });

  it('keeps what it has when the copy is behind it', async () => {
    const host = new FakeHost();
    const whole = await machine();
    const filled = await firstHour(whole.workspace);
    await copyEverything(whole, host);
    const after = await machine();
    await secondHour(after.workspace, await firstHour(after.workspace));
    const before = await everything(after.workspace, filled);
    const copies = await host.call('safety-copy:list', null);

    const restored = await restoreCopies(after.workspace, copies, restorePorts(after, host));

    expect(restored.copies).toEqual([]);
    expect(await everything(after.workspace, filled)).toEqual(before);
  });

  it('is left as it is when its copy is damaged, and the witness is not silenced', async () => {
    const { host, after } = await lostWork(1);
    const [copy] = host.copies;
    copy?.content.fill(0, 200, 300);
    const before = await after.workspace.history.heads();
    const verdict = await checkStore(after.workspace, host.call);
    if (verdict.kind !== 'lost') throw new TypeError('nothing is lost');

    const restoring = restoreCopies(after.workspace, verdict.copies, restorePorts(after, host));

    await expect(restoring).rejects.toThrow('The safety copy of "Sarat, second hour" was not brought back.');
    expect(await after.workspace.history.heads()).toEqual(before);
    expect(await checkStore(after.workspace, host.call)).toMatchObject({ kind: 'lost' });
  });

  it('gets the newest copy that is whole when a newer one is damaged, and says which', async () => {
    const { host, before, after, filled } = await lostWork(0);
    const copies = await host.call('safety-copy:list', null);
    const good = await everything(before.workspace, filled);
    await before.workspace.cases.change(filled.caseId, { name: 'Sarat, fourth hour' });
    await copyEverything(before, host);
    await note(before, host);
    host.copies[1]?.content.fill(0, 200, 300);
    const verdict = await checkStore(after.workspace, host.call);
    if (verdict.kind !== 'lost') throw new TypeError('nothing is lost');

    const taken = await restoreCopies(after.workspace, verdict.copies, restorePorts(after, host));

    expect(taken.copies).toEqual(copies);
    expect(olderCopyWords(verdict.copies, taken.copies, (at) => at)).toContain(copies[0]?.writtenAt);
    expect(await everything(after.workspace, filled)).toEqual(good);
  });

  it('keeps what it has when the newest copy is damaged and the older one would take work away', async () => {
    const host = new FakeHost();
    const whole = await machine();
    const filled = await firstHour(whole.workspace);
    await copyEverything(whole, host);
    await secondHour(whole.workspace, filled);
    await copyEverything(whole, host);
    await note(whole, host);
    const after = await machine();
    await firstHour(after.workspace);
    host.copies[1]?.content.fill(0, 200, 300);
    const heads = await after.workspace.history.heads();
    const verdict = await checkStore(after.workspace, host.call);
    if (verdict.kind !== 'lost') throw new TypeError('nothing is lost');

    const restoring = restoreCopies(after.workspace, verdict.copies, restorePorts(after, host));

    await expect(restoring).rejects.toThrow('The safety copy of "Sarat, second hour" was not brought back.');
    expect(await after.workspace.history.heads()).toEqual(heads);
  });

  it('takes no older copy for want of room: the newest may be good', async () => {
    const { host, before, after } = await lostWork(0);
    await copyEverything(before, host);
    const verdict = await checkStore(after.workspace, host.call);
    if (verdict.kind !== 'lost') throw new TypeError('nothing is lost');
    const restore = vi.fn().mockRejectedValueOnce(new AppError('disk-full', 'no room'));
    const some = { ...restorePorts(after, host), restore };

    await expect(restoreCopies(after.workspace, verdict.copies, some)).rejects.toMatchObject({ code: 'disk-full' });
    expect(restore).toHaveBeenCalledTimes(1);
  });

  it('takes an older copy when the newest is whole but cannot be brought in', async () => {
    const { host, before, after } = await lostWork(0);
    await copyEverything(before, host);
    const [newest, older] = await host.call('safety-copy:list', null);
    if (!newest) throw new TypeError('no copy');
    const restore = vi
      .fn()
      .mockRejectedValueOnce(new AppError('conflict', 'no'))
      .mockResolvedValue({ restored: { differing: [] } });

    const taken = await restoreCopies(after.workspace, [newest], { ...restorePorts(after, host), restore });

    expect(taken.copies).toEqual([older]);
  });

  it('that is empty is not taken for new when the witness has gone as well', async () => {
    const { host, before, after, filled } = await lostWork(0);
    host.noted.clear();
    const verdict = await checkStore(after.workspace, host.call);
    if (verdict.kind !== 'lost') throw new TypeError('nothing is lost');

    await restoreCopies(after.workspace, verdict.copies, restorePorts(after, host));

    expect(await everything(after.workspace, filled)).toEqual(await everything(before.workspace, filled));
    expect(await checkStore(after.workspace, host.call)).toEqual({ kind: 'whole' });
  });

  it.each([
    ['wholly', 0],
    ['by an hour', 1],
  ] as const)(
    'that lost one case %s, and the witness with it, is asked about though another case stands',
    async (_, hoursLeft) => {
      const { host, before, after, filled } = await lostWork(hoursLeft);
      const other = await testWorkspace({ ...after.store, ...seededPorts(9) });
      await fillCase(other, 'Another');
      host.noted.clear();
      await note(after, host);
      const verdict = await checkStore(after.workspace, host.call);
      if (verdict.kind !== 'lost') throw new TypeError('nothing is lost');
      expect(verdict).toMatchObject({ copies: [{ caseId: filled.caseId }], without: [] });

      await restoreCopies(after.workspace, verdict.copies, restorePorts(after, host));

      expect((await after.workspace.cases.list()).map(({ name }) => name).sort()).toEqual([
        'Another',
        'Sarat, second hour',
      ]);
      expect((await everything(after.workspace, filled)).entries).toEqual(
        (await everything(before.workspace, filled)).entries,
      );
      expect(await checkStore(after.workspace, host.call)).toEqual({ kind: 'whole' });
    },
  );

  it('is asked about once: an empty store that the analyst accepted stays accepted', async () => {
    const { host, after } = await lostWork(0);
    host.noted.clear();

    await acceptStore(after.workspace, host.call);

    expect(await checkStore(after.workspace, host.call)).toEqual({ kind: 'whole' });
  });

  it('is taken as it is once the analyst has said so', async () => {
    const { host, after } = await lostWork(1);

    await acceptStore(after.workspace, host.call);

    expect(await checkStore(after.workspace, host.call)).toEqual({ kind: 'whole' });
  });

  it('says of which cases there is no copy', async () => {
    const { host, after, filled } = await lostWork(0);
    host.copies = [];

    expect(await checkStore(after.workspace, host.call)).toMatchObject({ copies: [], without: [filled.caseId] });
  });

  it('keeps what another case changed since of a fact that both share, says so, and the ledger leads to all of it', async () => {
    const { host, after, filled } = await lostWork(1);
    const { workspace } = after;
    const other = await workspace.cases.create('Another');
    await workspace.entities.edit(other, filled.entityId, { name: 'Tal Tamr' });
    const verdict = await checkStore(workspace, host.call);
    if (verdict.kind !== 'lost') throw new TypeError('nothing is lost');

    const { kept } = await restoreCopies(workspace, verdict.copies, restorePorts(after, host));

    expect((await workspace.entities.byIds([filled.entityId])).map(({ name }) => name)).toEqual(['Tal Tamr']);
    expect(keptFactWords(kept, 'the safety copy')).toContain('“Tal Tamr” stands otherwise than in the safety copy');
    expect((await workspace.cases.get(filled.caseId))?.name).toBe('Sarat, second hour');
    expect((await workspace.verify(null)).faults).toEqual([]);
  });

  it('takes the copy of a shared fact that no other case changed later, as often as it is brought back', async () => {
    const { host, after, filled } = await lostWork(1);
    const { workspace } = after;
    const verdict = await checkStore(workspace, host.call);
    if (verdict.kind !== 'lost') throw new TypeError('nothing is lost');
    const { restore } = restorePorts(after, host);
    const openAgain = () => testWorkspace({ ...after.store, ...seededPorts(9) });
    const restoreAgain = restorePorts({ ...after, tools: { ...after.tools, openWorkspace: openAgain } }, host).restore;
    const [copy] = verdict.copies;
    const file = await fetchCopy(host.call, copy?.name ?? '');

    await restore(file);
    const again = await restoreAgain(file);

    expect((await workspace.entities.byIds([filled.entityId])).map(({ name }) => name)).toEqual([
      'Tell Tamr, the town',
    ]);
    expect(again.restored.differing).toEqual([]);
    expect((await workspace.verify(null)).faults).toEqual([]);
  });

  it('loses nothing of another case when one is brought back', async () => {
    const { host, after } = await lostWork(1);
    const other = await fillCase(after.workspace, 'Another');
    const before = await everything(after.workspace, other);
    const verdict = await checkStore(after.workspace, host.call);
    if (verdict.kind !== 'lost') throw new TypeError('nothing is lost');

    await restoreCopies(after.workspace, verdict.copies, restorePorts(after, host));

    const now = await everything(after.workspace, other);
    expect({ ...now, rows: { ...now.rows, entities: [] } }).toEqual({
      ...before,
      rows: { ...before.rows, entities: [] },
    });
  });
});

it('seeded ports make the same first hour on two machines, or the tests above compare nothing', async () => {
  const [a, b] = [await machine(), await machine()];
  await firstHour(a.workspace);
  await firstHour(b.workspace);

  expect(await a.workspace.history.heads()).toEqual(await b.workspace.history.heads());
  expect(seededPorts(1).now()).toBe(seededPorts(1).now());
});
