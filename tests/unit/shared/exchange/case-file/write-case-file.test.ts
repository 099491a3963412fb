import { describe, expect, it } from 'vitest';
import { readCaseFile } from '#shared/exchange/case-file/read-case-file.ts';
import { writeCaseFile } from '#shared/exchange/case-file/write-case-file.ts';
import type { CaseSource } from '#shared/exchange/case-ports.ts';
import { type JobControl, unattended } from '#shared/kernel/job-control.ts';
import { WRITTEN_AT, written, writtenFrom } from '#tests/support/casefile/case-file.ts';
import { madeCase } from '#tests/support/casefile/made-case.ts';
import { memoryFile, memorySource } from '#tests/support/casefile/memory-case.ts';

const ports = { now: () => WRITTEN_AT };

/** Tries to write a source; tells the error and what became of the target. */
async function failing(source: CaseSource, job: JobControl = unattended) {
  const { writable, state } = memoryFile();
  const error = await writeCaseFile(source, writable, { job, ports, program: 'x' }).catch((thrown: unknown) => thrown);
  return { error, state: state() };
}

/** A job that the analyst stops at a pause; how often progress was told until then. */
function stoppedAt(pause: number): JobControl & { readonly told: number[] } {
  const signal = { aborted: false };
  const told: number[] = [];
  let pauses = 0;
  return {
    signal,
    told,
    onProgress: (done) => void told.push(done),
    pause: async () => {
      pauses += 1;
      if (pauses >= pause) signal.aborted = true;
    },
  };
}

const many = madeCase({ texts: Array.from({ length: 400 }, (_, at) => `Report ${at}`) });

describe('writeCaseFile', () => {
  it('CASEFILE-16 refuses a case to which something was committed meanwhile', async () => {
    const changing: CaseSource = { ...memorySource(madeCase()), isUnchanged: async () => false };

    expect(await failing(changing)).toMatchObject({ error: { code: 'conflict' }, state: 'aborted' });
  });

  it('says how many rows it wrote, whatever the source said there are', async () => {
    const source = memorySource(madeCase());
    const boasting: CaseSource = {
      ...source,
      summary: async () => {
        const summary = await source.summary();
        return { ...summary, counts: { ...summary.counts, highlights: 99 } };
      },
    };

    const { counts, file } = await writtenFrom(boasting);

    expect(counts.highlights).toBe(3);
    expect((await readCaseFile(file, { job: unattended, ports })).preview.summary.counts.highlights).toBe(3);
  });

  it('refuses a capture whose bytes are not what its id says', async () => {
    const held = madeCase();
    const [capture] = held.captures;
    if (capture) held.captures[0] = { id: capture.id, bytes: new Uint8Array(capture.bytes.length) };

    expect(await failing(memorySource(held))).toMatchObject({
      error: { code: 'altered', message: expect.stringContaining(capture?.id ?? '') },
      state: 'aborted',
    });
  });

  it.each([
    ['a capture without bytes', (held: ReturnType<typeof madeCase>) => held.captures.pop()],
    ['a capture without a row', (held: ReturnType<typeof madeCase>) => held.rows.captures.pop()],
    ['a text without words', (held: ReturnType<typeof madeCase>) => held.texts.pop()],
  ])('refuses %s', async (_, lose) => {
    const held = madeCase();
    lose(held);

    expect(await failing(memorySource(held))).toMatchObject({ error: { code: 'altered' }, state: 'aborted' });
  });

  it('refuses a text that is no UTF-8 any more', async () => {
    const held = madeCase();
    const [text] = held.texts;
    if (text) held.texts[0] = { id: text.id, bytes: Uint8Array.of(0xc3, 0x28) };

    expect(await failing(memorySource(held))).toMatchObject({ error: { code: 'altered' }, state: 'aborted' });
  });

  it('refuses a clock outside the years of a zip, before it writes', async () => {
    const { writable, state } = memoryFile();
    const options = { job: unattended, ports: { now: () => 0 }, program: 'x' };

    await expect(writeCaseFile(memorySource(madeCase()), writable, options)).rejects.toMatchObject({
      code: 'bad-input',
    });
    expect(state()).toBe('aborted');
  });

  it('passes on what the target throws, a full disk say', async () => {
    const full = new WritableStream<Uint8Array<ArrayBuffer>>({
      write: () => Promise.reject(new DOMException('no room', 'QuotaExceededError')),
    });
    const options = { job: unattended, ports, program: 'x' };

    await expect(writeCaseFile(memorySource(many), full, options)).rejects.toMatchObject({
      name: 'QuotaExceededError',
    });
  });

  it('CASEFILE-17 stops when the analyst cancels, and the target is aborted', async () => {
    const job = stoppedAt(2);

    expect(await failing(memorySource(many), job)).toMatchObject({ error: { code: 'cancelled' }, state: 'aborted' });
    expect(job.told.length).toBeGreaterThan(0);
  });

  it('tells its progress towards a total', async () => {
    const told: [number, number | null][] = [];
    const { writable } = memoryFile();
    const job = { ...unattended, onProgress: (done: number, total: number | null) => void told.push([done, total]) };

    await writeCaseFile(memorySource(many), writable, { job, ports, program: 'x' });

    expect(told.every(([done, total]) => total !== null && done <= total)).toBe(true);
    expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).sort((a, b) => a - b));
  });
});

describe('readCaseFile', () => {
  it('CASEFILE-17 stops when the analyst cancels', async () => {
    const { file } = await written(many);

    await expect(readCaseFile(file, { job: stoppedAt(2), ports })).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('CASEFILE-8 obeys the bounds it is given: bytes, parts', async () => {
    const { file } = await written(madeCase());
    const limits = { members: 1000, memberBytes: 2 ** 30, totalBytes: 2 ** 30 };

    await expect(
      readCaseFile(file, { job: unattended, ports, limits: { ...limits, totalBytes: 5000 } }),
    ).rejects.toMatchObject({ code: 'too-large' });
    await expect(
      readCaseFile(file, { job: unattended, ports, limits: { ...limits, memberBytes: 500 } }),
    ).rejects.toMatchObject({ code: 'too-large' });
    await expect(
      readCaseFile(file, { job: unattended, ports, limits: { ...limits, members: 10 } }),
    ).rejects.toMatchObject({ code: 'too-large' });
  });

  it('refuses a file that can no longer be read, in our words', async () => {
    const { file } = await written(madeCase());
    const gone = {
      size: file.size,
      slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) }),
    };

    await expect(readCaseFile(gone, { job: unattended, ports })).rejects.toMatchObject({ code: 'unreadable' });
  });
});
