import { describe, expect, it } from 'vitest';
import { CaseFiles } from '#renderer/services/case-file/case-files.ts';
import { fetchOpened } from '#renderer/services/case-file/fetch-opened.ts';
import { caseFileName } from '#renderer/services/case-file/hand-over.ts';
import type { HostCall } from '#renderer/services/safety/host-call.ts';
import { AppError } from '#shared/kernel/app-error.ts';

const NOW = Date.parse('2026-03-14T08:00:00.000Z');
const call = (async (channel: string) => (channel === 'host:describe' ? { version: '0.1.0' } : null)) as HostCall;

function service(result: unknown) {
  const jobs: unknown[] = [];
  const handed: string[] = [];
  const files = new CaseFiles('casewright', {
    run: (async (job: unknown) => {
      jobs.push(job);
      if (result instanceof Error) throw result;
      return result;
    }) as never,
    call,
    handOver: (_, name) => void handed.push(name),
    now: () => NOW,
  });
  return { files, jobs, handed };
}

describe('CaseFiles', () => {
  it('exports a case under its name and the day', async () => {
    const { files, jobs, handed } = service({ caseName: 'Tell Tamr: bridge', file: new Blob([]) });

    await files.export('c' as never);

    expect(jobs).toEqual([{ type: 'write', database: 'casewright', caseId: 'c', program: 'Casewright 0.1.0' }]);
    expect(handed).toEqual(['Tell-Tamr-bridge-2026-03-14.casefile']);
  });

  it('hands nothing over when it could not be written', async () => {
    const { files, handed } = service(new AppError('cancelled', 'Stopped.'));

    await expect(files.export('c' as never)).rejects.toMatchObject({ code: 'cancelled' });
    expect(handed).toEqual([]);
  });

  it('verifies without a workspace, and opens only where the case does not stand', async () => {
    const { files, jobs } = service({});
    const file = new Blob(['x']);
    await files.verify(file);
    await files.open(file);

    expect(jobs).toEqual([
      { type: 'verify', file },
      { type: 'restore', database: 'casewright', file, place: 'where-none-stands' },
    ]);
  });
});

describe('caseFileName', () => {
  it.each([
    ['a/b\\c:d*?"<>|', 'a-b-c-d-2026-03-14.casefile'],
    ['جسر تل تمر', 'جسر-تل-تمر-2026-03-14.casefile'],
    ['...', 'case-2026-03-14.casefile'],
    ['x'.repeat(300), `${'x'.repeat(80)}-2026-03-14.casefile`],
  ])('makes a name of %j that every system takes', (name, file) => {
    expect(caseFileName(name, NOW)).toBe(file);
  });
});

describe('fetchOpened', () => {
  const pieces = ['YWJj', 'ZGVm', ''];

  it('gives all pieces and lets go of the file', async () => {
    const asked: [string, unknown][] = [];
    const host = (async (channel: string, input: { offset: number }) => {
      asked.push([channel, input]);
      if (channel === 'opened-file:close') return null;
      return { chunk: pieces[input.offset / 3], isLast: input.offset === 6 };
    }) as never as HostCall;

    const file = await fetchOpened(host, 'token-123');

    expect(await file.text()).toBe('abcdef');
    expect(asked.at(-1)).toEqual(['opened-file:close', { token: 'token-123' }]);
  });

  it('lets go of a file that could not be read', async () => {
    const asked: string[] = [];
    const host = (async (channel: string) => {
      asked.push(channel);
      throw new AppError('not-found', 'gone');
    }) as never as HostCall;

    await expect(fetchOpened(host, 'token-123')).rejects.toMatchObject({ code: 'not-found' });
    expect(asked).toEqual(['opened-file:read', 'opened-file:close']);
  });
});
