import { describe, expect, it } from 'vitest';
import { type JobWorker, runInWorker } from '#renderer/workers/case-file-client.ts';

const job = { type: 'verify', file: new Blob([]) } as const;

/** A worker that says what it is told to say. */
class FakeWorker implements JobWorker {
  readonly heard: unknown[] = [];
  isEnded = false;
  onmessage: JobWorker['onmessage'] = null;
  onerror: JobWorker['onerror'] = null;

  postMessage(message: unknown): void {
    this.heard.push(message);
  }

  terminate(): void {
    this.isEnded = true;
  }

  say(data: unknown): void {
    this.onmessage?.call(this as never, { data } as never);
  }
}

describe('runInWorker', () => {
  it('gives the result of the job and ends the worker', async () => {
    const worker = new FakeWorker();
    const running = runInWorker(job, {}, () => worker);
    worker.say({ type: 'verified', preview: 'x' });

    expect(await running).toEqual({ type: 'verified', preview: 'x' });
    expect(worker.heard).toEqual([job]);
    expect(worker.isEnded).toBe(true);
  });

  it('passes progress on', async () => {
    const worker = new FakeWorker();
    const told: unknown[] = [];
    const running = runInWorker(job, { onProgress: (progress) => void told.push(progress) }, () => worker);
    worker.say({ type: 'progress', phase: 'verifying', done: 1, total: 2 });
    worker.say({ type: 'verified' });
    await running;

    expect(told).toMatchObject([{ phase: 'verifying', done: 1, total: 2 }]);
  });

  it('throws what ended the job', async () => {
    const worker = new FakeWorker();
    const running = runInWorker(job, {}, () => worker);
    worker.say({ type: 'broken', error: { code: 'altered', message: 'x was altered' } });

    await expect(running).rejects.toMatchObject({ name: 'AppError', code: 'altered', message: 'x was altered' });
    expect(worker.isEnded).toBe(true);
  });

  it('throws when the worker itself breaks', async () => {
    const worker = new FakeWorker();
    const running = runInWorker(job, {}, () => worker);
    worker.onerror?.call(worker as never, {} as never);

    await expect(running).rejects.toMatchObject({ code: 'internal' });
  });

  it('asks the worker to stop, and waits until it has', async () => {
    const worker = new FakeWorker();
    const controller = new AbortController();
    const running = runInWorker(job, { signal: controller.signal }, () => worker);
    controller.abort();
    expect(worker.heard).toEqual([job, { type: 'cancel' }]);
    expect(worker.isEnded).toBe(false);
    worker.say({ type: 'broken', error: { code: 'cancelled', message: 'Stopped.' } });

    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('starts nothing that is cancelled already', async () => {
    await expect(runInWorker(job, { signal: AbortSignal.abort() }, () => new FakeWorker())).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});
