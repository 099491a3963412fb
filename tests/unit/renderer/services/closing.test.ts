import { describe, expect, it, vi } from 'vitest';
import { Closing } from '#renderer/services/closing.ts';

describe('Closing', () => {
  it('writes everything before it lets the window go, though one of the tasks fails', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const done: string[] = [];
    const closing = new Closing();
    closing.before(async () => {
      throw new Error('disk');
    });
    closing.before(async () => {
      await Promise.resolve();
      done.push('note');
    });

    await closing.settle();

    expect(done).toEqual(['note']);
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });

  it('copies only once all is written, also what failed to be', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const done: string[] = [];
    const closing = new Closing();
    closing.afterAll(() => void done.push('copy'));
    closing.afterAll(() => void done.push('gone'))();
    closing.before(async () => {
      await new Promise((resume) => setTimeout(resume, 5));
      done.push('cell');
      throw new Error('disk');
    });

    await closing.settle();

    expect(done).toEqual(['cell', 'copy']);
    log.mockRestore();
  });

  it('forgets a task that was taken away', async () => {
    const done: string[] = [];
    const closing = new Closing();
    closing.before(() => void done.push('gone'))();

    await closing.settle();

    expect(done).toEqual([]);
  });
});
