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

  it('forgets a task that was taken away', async () => {
    const done: string[] = [];
    const closing = new Closing();
    closing.before(() => void done.push('gone'))();

    await closing.settle();

    expect(done).toEqual([]);
  });
});
