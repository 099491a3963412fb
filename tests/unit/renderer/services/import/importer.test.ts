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
    importer.import(caseId, [fileOf('a.txt')], '“a.txt”');
    importer.import(caseId, [fileOf('b.txt')], '“b.txt”');
    expect(started.map(({ request }) => request.from)).toEqual(['“a.txt”']);

    end(started[0], 'import-a');

    expect(started.map(({ request }) => request.from)).toEqual(['“a.txt”', '“b.txt”']);
    expect(importer.get().running?.from).toBe('“b.txt”');
  });

  it('says how far it is, and keeps the summary until it is put away', () => {
    const { importer, started } = setUp();
    importer.import(caseId, [fileOf('a.txt'), fileOf('b.txt')], '2 files');

    started[0]?.listener.onProgress({ type: 'progress', counts: countsOf(1, 2) });
    expect(importer.get().running?.counts.done).toBe(1);
    end(started[0], 'import-a');
    expect(importer.get()).toMatchObject({ running: null, ended: { from: '2 files', error: null } });
    importer.dismiss();

    expect(importer.get().ended).toBeNull();
  });

  it('cancels through the worker, and says that it is stopping', () => {
    const { importer, started } = setUp();
    importer.cancel();
    importer.import(caseId, [fileOf('a.txt')], '“a.txt”');

    importer.cancel();

    expect(started[0]?.isCancelled()).toBe(true);
    expect(importer.get().running?.isStopping).toBe(true);
  });

  it('brings the named files of an import again, for as long as it has them', () => {
    const { importer, started } = setUp();
    importer.import(caseId, [fileOf('good.txt'), fileOf('bad.txt')], '2 files');
    end(started[0], 'import-a');

    importer.again(caseId, 'import-a' as ImportId, ['bad.txt']);
    importer.again(caseId, 'import-of-yesterday' as ImportId, ['bad.txt']);

    expect(started).toHaveLength(2);
    expect(started[1]?.request.files.map(({ path }) => path)).toEqual(['bad.txt']);
    expect(importer.hasFiles('import-of-yesterday' as ImportId)).toBe(false);
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
    importer.import(caseId, [fileOf('a.txt')], '“a.txt”');

    started[0]?.listener.onBroken({ code: 'disk-full', message: 'There is no room left.' });

    expect(importer.get().ended).toMatchObject({ import: null, error: { code: 'disk-full' } });
  });

  it('does nothing without files', () => {
    const { importer, started } = setUp();

    importer.import(caseId, [], 'nothing');

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
  const importer = new Importer(
    'test',
    (request, listener) => {
      let isCancelled = false;
      started.push({ request, listener, isCancelled: () => isCancelled });
      return {
        cancel() {
          isCancelled = true;
        },
      };
    },
    () => 0,
  );
  return { importer, started };
}

function end(job: Started | undefined, id: string): void {
  const row = { id, caseId, from: '', started: '', ended: '', state: 'finished', total: 1 } as unknown as Import;
  job?.listener.onEnded({ type: 'ended', import: row, counts: countsOf(1, 1) });
}

function countsOf(done: number, total: number): ImportCounts {
  return { done, total, imported: done, duplicates: 0, failed: 0 };
}

function fileOf(path: string) {
  return { path, file: new File(['x'], path) };
}
