import { describe, expect, it } from 'vitest';
import type { SteppedImport } from '#renderer/data/repositories/imports.ts';
import type { Workspace } from '#renderer/data/workspace.ts';
import { failedFiles, importsOf, pendingFiles } from '#renderer/services/import/import-outcomes.ts';
import { HaltGate } from '#renderer/workers/import/halt-gate.ts';
import { type ImportJob, importFiles } from '#renderer/workers/import/import-files.ts';
import type { ChosenFile, ImportCounts } from '#shared/contracts/import-messages.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import { unattended } from '#shared/kernel/job-control.ts';
import { testWorkspace } from '#tests/support/test-workspace.ts';

describe('an import that was cut off', () => {
  it('is noted as such by whoever knows that nobody runs it, and goes on with what is left', async () => {
    const { workspace, caseId, files, row } = await cutOffAfter(5, 12);
    expect(await workspace.imports.endBrokenOff()).toMatchObject([{ id: row.id, state: 'interrupted' }]);
    const wanted = await pendingFiles(workspace, row.id);
    expect(wanted.map(({ number }) => number)).toEqual([5, 6, 7, 8, 9, 10, 11]);

    const left = wanted.map(({ number }) => ({ ...(files[number] ?? fileOf('?')), number }));
    const result = await run(workspace, caseId, left, { resumed: row });

    expect(result).toMatchObject({ import: { id: row.id, state: 'finished' }, counts: { done: 7, imported: 7 } });
    expect(await workspace.articles.idsInCase(caseId)).toHaveLength(12);
    expect(await importsOf(workspace, caseId)).toMatchObject([{ results: { imported: 12 }, pending: 0 }]);
    expect((await workspace.verify(caseId)).faults).toEqual([]);
  });

  it('is one step with what came before: one undo takes all of it back', async () => {
    const { workspace, caseId, files, row } = await cutOffAfter(3, 8);
    const left = (await pendingFiles(workspace, row.id)).map(({ number }) => ({
      ...(files[number] ?? fileOf('?')),
      number,
    }));
    await run(workspace, caseId, left, { resumed: row });

    await workspace.undo(caseId);

    expect(await workspace.articles.idsInCase(caseId)).toEqual([]);
  });

  it('takes a file that was half in again without taking anything twice', async () => {
    const lines = Array.from({ length: 1500 }, (_, at) =>
      JSON.stringify({ title: `Report ${at}`, text: `Words of number ${at}.`, hostname: 'outlet.example' }),
    ).join('\n');
    const { workspace, caseId, files, row } = await cutOff(
      [fileOf('dump.jsonl', lines)],
      ({ imported }) => imported > 900,
    );
    const before = await workspace.db.acquisitions.count();
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(1500);

    await run(
      workspace,
      caseId,
      files.map((file) => ({ ...file, number: 0 })),
      { resumed: row },
    );

    expect(await workspace.db.acquisitions.count()).toBe(1500);
    expect(await workspace.articles.idsInCase(caseId)).toHaveLength(1500);
    const lists = await workspace.db.recordLists.toArray();
    expect(lists.map(({ part }) => part).sort()).toEqual([0, 1, 2]);
    expect((await workspace.verify(caseId)).faults).toEqual([]);
  });
});

describe('an import that was cancelled', () => {
  it('can be taken up, and what was said of files that were not read is said anew', async () => {
    const { workspace, caseId } = await emptyCase();
    const files = Array.from({ length: 6 }, (_, at) => fileOf(`${at}.txt`, `Words of number ${at}`));
    const signal = { aborted: false };
    const cancelled = await run(workspace, caseId, files, {
      control: { ...unattended, signal },
      onCounts: ({ done }) => {
        signal.aborted = done === 2;
      },
    });
    expect((await pendingFiles(workspace, cancelled.import.id)).map(({ path }) => path)).toEqual([
      '2.txt',
      '3.txt',
      '4.txt',
      '5.txt',
    ]);

    const left = files.map((file, number) => ({ ...file, number })).slice(2);
    await run(workspace, caseId, left, { resumed: stepped(cancelled.import) });

    const results = (await workspace.imports.outcomes(cancelled.import.id)).map(({ result }) => result);
    expect(results).toEqual(Array(6).fill('imported'));
  });
});

describe('an import that was cancelled within a file of many records', () => {
  it('tells in the end of the whole file and of every record of it', async () => {
    const { workspace, caseId, files, result } = await cancelledDump();
    const [cut] = await workspace.db.containers.toArray();
    expect(cut).toMatchObject({ sha256: null, remarks: ['It was not read to its end.'] });
    expect(cut?.records).toBeLessThan(300);

    await run(workspace, caseId, files, { resumed: stepped(result.import) });

    const [container] = await workspace.db.containers.toArray();
    expect(container).toMatchObject({ records: 300, taken: 300, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const lists = await workspace.db.recordLists.toArray();
    expect(lists.flatMap(({ records }) => records)).toHaveLength(300);
    expect((await workspace.verify(caseId)).faults).toEqual([]);
    await workspace.undo(caseId);
    expect([await workspace.db.containers.count(), await workspace.db.recordLists.count()]).toEqual([0, 0]);
  });

  it('is a step of its own once what came before was taken back', async () => {
    const { workspace, caseId, files, result } = await cancelledDump();
    await workspace.undo(caseId);

    await run(workspace, caseId, files, { resumed: stepped(result.import) });

    expect(await workspace.articles.idsInCase(caseId)).toHaveLength(300);
    await workspace.undo(caseId);
    expect(await workspace.articles.idsInCase(caseId)).toEqual([]);
    await workspace.redo(caseId);
    expect(await workspace.articles.idsInCase(caseId)).toHaveLength(300);
    expect((await workspace.verify(caseId)).faults).toEqual([]);
  });
});

describe('files that failed', () => {
  it('are known by name, size and hash, in the order of the import', async () => {
    const { workspace, caseId } = await emptyCase();
    const { import: row } = await run(workspace, caseId, [
      fileOf('good.txt', 'Good words'),
      fileOf('photo.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0])),
      fileOf('empty.txt', ''),
    ]);

    const failed = await failedFiles(workspace, row.id);

    expect(failed).toMatchObject([
      { number: 1, path: 'photo.jpg', size: 5, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      { number: 2, path: 'empty.txt', size: 0 },
    ]);
  });
});

describe('an import that is halted', () => {
  it('takes nothing in until it may go on', async () => {
    const { workspace, caseId } = await emptyCase();
    const gate = new HaltGate();
    gate.close();
    const files = Array.from({ length: 3 }, (_, at) => fileOf(`${at}.txt`, `Words of number ${at}`));
    let done = 0;

    const running = run(workspace, caseId, files, {
      whilePaused: () => gate.passed(),
      onCounts: (counts) => {
        done = counts.done;
      },
    });
    await new Promise((resume) => setTimeout(resume, 50));
    expect(done).toBe(0);
    gate.open();

    expect((await running).counts.imported).toBe(3);
  });
});

type More = Partial<Pick<ImportJob, 'onCounts' | 'resumed' | 'whilePaused'>> & { readonly control?: typeof unattended };

/** A dump of 300 articles of which some are in. */
async function cancelledDump() {
  const { workspace, caseId } = await emptyCase();
  const lines = Array.from({ length: 300 }, (_, at) =>
    JSON.stringify({ title: `Report ${at}`, text: `Words of number ${at}.`, hostname: 'outlet.example' }),
  ).join('\n');
  const files = [{ ...fileOf('dump.jsonl', lines), number: 0 }];
  const signal = { aborted: false };
  const result = await run(workspace, caseId, files, {
    control: { ...unattended, signal },
    onCounts: ({ imported }) => {
      signal.aborted = imported > 100;
    },
  });
  return { workspace, caseId, files, result };
}

async function emptyCase() {
  const workspace = await testWorkspace();
  return { workspace, caseId: await workspace.cases.create('Marjouna') };
}

function run(workspace: Workspace, caseId: CaseId, files: ChosenFile[], { control, ...more }: More = {}) {
  const job = { workspace, caseId, files, from: `${files.length} files`, onCounts: () => {}, ...more };
  return importFiles(job, control ?? unattended);
}

/** An import whose program ends once so many files are in: what was stored by then is all that is left of it. */
function cutOffAfter(count: number, of: number) {
  const files = Array.from({ length: of }, (_, at) => fileOf(`${at}.txt`, `Words of number ${at}`));
  return cutOff(files, ({ done }) => done === count);
}

async function cutOff(files: ChosenFile[], isEnough: (counts: ImportCounts) => boolean) {
  const { workspace, caseId } = await emptyCase();
  let row: SteppedImport | null = null;
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const signal = { aborted: false };
  // cancelled and then forgotten: as if its last words had not been written
  void run(workspace, caseId, files, {
    control: { ...unattended, signal },
    onCounts: (counts) => {
      signal.aborted ||= isEnough(counts);
    },
  }).then(async ({ import: cancelled }) => {
    const told = await workspace.imports.outcomes(cancelled.id);
    const skipped = told.filter(({ result }) => result === 'skipped');
    await workspace.db.outcomes.bulkDelete(skipped.map(({ id }): [string, string] => [cancelled.id, id]));
    row = { ...stepped(cancelled), ended: null, state: 'running' };
    await workspace.db.imports.put(row);
    end();
  });
  await ended;
  if (!row) throw new Error('no import');
  return { workspace, caseId, files, row: row as SteppedImport };
}

function stepped(row: Awaited<ReturnType<typeof importFiles>>['import']): SteppedImport {
  if (!row.group) throw new Error('no step');
  return { ...row, group: row.group };
}

function fileOf(path: string, content: string | Uint8Array<ArrayBuffer> = ''): ChosenFile {
  return { path, file: new File([content], path) };
}
