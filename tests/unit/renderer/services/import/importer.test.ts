import { describe, expect, it } from 'vitest';
import { Importer } from '#renderer/services/import/importer.ts';
import type { ImportListener } from '#renderer/workers/import-client.ts';
import type { ImportCounts, ImportRequest } from '#shared/contracts/import-messages.ts';
import type { CaseId, ImportId } from '#shared/domain/ids.ts';
import type { Import } from '#shared/domain/import.ts';

const caseId = '01900000-0000-7000-8000-000000000001' as CaseId;

describe('the importer', () => {
  it('carries one import at a time, the next when the one before has ended', () => {
    const { importer, started } = setUp();
    importer.import({ caseId, files: [fileOf('a.txt')], from: '“a.txt”' });
    importer.import({ caseId, files: [fileOf('b.txt')], from: '“b.txt”' });
    expect(started.map(({ request }) => request.from)).toEqual(['“a.txt”']);

    end(started[0], 'import-a');

    expect(started.map(({ request }) => request.from)).toEqual(['“a.txt”', '“b.txt”']);
    expect(importer.get().running?.from).toBe('“b.txt”');
  });

  it('says how far it is, and keeps the summary until it is put away', () => {
    const { importer, started } = setUp();
    importer.import({ caseId, files: [fileOf('a.txt'), fileOf('b.txt')], from: '2 files' });

    started[0]?.listener.onProgress({ type: 'progress', counts: countsOf(1, 2), share: 0.5 });
    expect(importer.get().running?.counts.done).toBe(1);
    end(started[0], 'import-a');
    expect(importer.get()).toMatchObject({ running: null, ended: { from: '2 files', error: null } });
    importer.dismiss();

    expect(importer.get().ended).toBeNull();
  });

  it('cancels through the worker, and says that it is stopping', () => {
    const { importer, started } = setUp();
    importer.cancel();
    importer.import({ caseId, files: [fileOf('a.txt')], from: '“a.txt”' });

    importer.cancel();

    expect(started[0]?.isCancelled()).toBe(true);
    expect(importer.get().running?.isStopping).toBe(true);
  });

  it('keeps the files of an import for as long as the window is open', () => {
    const { importer, started } = setUp();
    importer.import({ caseId, files: [fileOf('good.txt'), fileOf('bad.txt')], from: '2 files' });
    end(started[0], 'import-a');

    const kept = importer.kept.of('import-a' as ImportId, ['bad.txt', 'unknown.txt']);

    expect(kept.map(({ path }) => path)).toEqual(['bad.txt']);
    expect(importer.kept.of('import-of-yesterday' as ImportId, ['bad.txt'])).toEqual([]);
  });

  it('takes up an import that was cut off, and keeps its files with those of before', () => {
    const { importer, started } = setUp();
    importer.import({ caseId, files: [fileOf('a.txt'), fileOf('b.txt')], from: '2 files' });
    end(started[0], 'import-a');

    importer.import({
      caseId,
      files: [{ ...fileOf('b.txt'), number: 1 }],
      from: '2 files',
      resumes: 'import-a' as ImportId,
    });
    end(started[1], 'import-a');

    expect(started.map(({ request }) => request.resumes)).toEqual([null, 'import-a']);
    expect(importer.kept.of('import-a' as ImportId, ['a.txt', 'b.txt'])).toHaveLength(2);
  });

  it('halts and goes on, and counts the time that it ran alone', () => {
    const { importer, asked, tick } = setUp();
    importer.pause();
    importer.import({ caseId, files: [fileOf('a.txt')], from: '“a.txt”' });
    tick(1000);

    importer.pause();
    importer.pause();
    tick(5000);
    expect(importer.get().running).toMatchObject({ ran: 1000, since: null });
    importer.resume();
    importer.resume();

    expect(importer.get().running).toMatchObject({ ran: 1000, since: 6000 });
    expect(asked).toEqual(['pause', 'resume']);
  });

  it('hands the end of an import of its own to whoever asked, without a summary', async () => {
    const { importer, started } = setUp();
    const brought = importer.bringIn(caseId, [fileOf('sample.txt')], '1 file');

    end(started[0], 'import-s');

    expect((await brought).import?.id).toBe('import-s');
    expect(importer.get().ended).toBeNull();
  });

  it('keeps what went wrong in the summary, and goes on with the next', () => {
    const { importer, started } = setUp();
    importer.import({ caseId, files: [fileOf('a.txt')], from: '“a.txt”' });

    started[0]?.listener.onBroken({ code: 'disk-full', message: 'There is no room left.' });

    expect(importer.get().ended).toMatchObject({ import: null, error: { code: 'disk-full' } });
  });

  it('does nothing without files', () => {
    const { importer, started } = setUp();

    importer.import({ caseId, files: [], from: 'nothing' });

    expect(started).toEqual([]);
  });
});

type Started = {
  readonly request: ImportRequest & { type: 'start' };
  readonly listener: ImportListener;
  readonly isCancelled: () => boolean;
};

function setUp() {
  const started: Started[] = [];
  const asked: string[] = [];
  let time = 0;
  const importer = new Importer(
    'test',
    (request, listener) => {
      let isCancelled = false;
      started.push({ request, listener, isCancelled: () => isCancelled });
      return {
        pause: () => asked.push('pause'),
        resume: () => asked.push('resume'),
        cancel() {
          isCancelled = true;
        },
      };
    },
    () => time,
  );
  const tick = (milliseconds: number) => {
    time += milliseconds;
  };
  return { importer, started, asked, tick };
}

function end(job: Started | undefined, id: string): void {
  const row = { id, caseId, from: '', started: '', ended: '', state: 'finished', total: 1 } as unknown as Import;
  job?.listener.onBegun(row);
  job?.listener.onEnded({ type: 'ended', import: row, counts: countsOf(1, 1) });
}

function countsOf(done: number, total: number): ImportCounts {
  return { done, total, imported: done, duplicates: 0, failed: 0 };
}

function fileOf(path: string) {
  return { path, file: new File(['x'], path) };
}
