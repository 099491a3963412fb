import { describe, expect, it } from 'vitest';
import type { Workspace } from '#renderer/data/workspace.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import { read, writtenFrom } from '#tests/support/casefile/case-file.ts';
import { collect } from '#tests/support/casefile/memory-case.ts';
import { fillCase } from '#tests/support/filled-case.ts';
import { seededPorts } from '#tests/support/seeded-ports.ts';
import { testWorkspace } from '#tests/support/test-workspace.ts';

/** A workspace with a case to which two devices have added, one of them without a name. */
async function twoDevices(): Promise<{ workspace: Workspace; caseId: CaseId }> {
  const first = await testWorkspace();
  await first.people.setName('Nour');
  const { caseId } = await fillCase(first);
  const workspace = await testWorkspace({ ...seededPorts(2) });
  await workspace.restoreCase(await first.collectCase(caseId));
  await workspace.cases.change(caseId, { name: 'Sarat, second look' });
  return { workspace, caseId };
}

describe('a case file of a workspace', () => {
  it('CASEFILE-1 opens in an empty workspace as the same rows, bytes, chains and hashes', async () => {
    const { workspace, caseId } = await twoDevices();
    const { file } = await writtenFrom(await workspace.collectCase(caseId));
    const empty = await testWorkspace({ ...seededPorts(3) });

    const { source, preview } = await read(file);
    await empty.restoreCase(source);

    const [there, here] = [
      await collect(await empty.collectCase(caseId)),
      await collect(await workspace.collectCase(caseId)),
    ];
    expect(preview.faults).toEqual([]);
    expect(preview.chains).toHaveLength(2);
    expect({ ...there, summary: null }).toEqual({ ...here, summary: null });
    expect(there.summary.heads).toEqual(here.summary.heads);
  });

  it('CASEFILE-1 is the same after a second journey, but for who sent it and when', async () => {
    const { workspace, caseId } = await twoDevices();
    const first = await read((await writtenFrom(await workspace.collectCase(caseId))).file);
    const empty = await testWorkspace({ ...seededPorts(3) });
    await empty.restoreCase(first.source);

    const second = await read((await writtenFrom(await empty.collectCase(caseId))).file);

    const { exportedBy: _, ...summary } = second.preview.summary;
    expect(first.preview.summary).toMatchObject(summary);
    expect(await collect(second.source)).toMatchObject({ ...(await collect(first.source)), summary: {} });
  });

  it('CASEFILE-16 is not written when something is committed meanwhile', async () => {
    const { workspace, caseId } = await twoDevices();
    const source = await workspace.collectCase(caseId);
    await workspace.cases.change(caseId, { name: 'Sarat, third look' });

    await expect(writtenFrom(source)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('CASEFILE-16 is not written when this device commits to the case for the first time meanwhile', async () => {
    const { workspace, caseId } = await twoDevices();
    const { source } = await read((await writtenFrom(await workspace.collectCase(caseId))).file);
    const third = await testWorkspace({ ...seededPorts(3) });
    await third.restoreCase(source);
    const collected = await third.collectCase(caseId);
    await third.cases.change(caseId, { name: 'By a third' });

    await expect(writtenFrom(collected)).rejects.toMatchObject({ code: 'conflict' });
  });
});
