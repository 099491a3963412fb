import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Closing, LONGEST_MS, QUIET_MS } from '#electron/main/closing.ts';

const done: string[] = [];
let closing: Closing;

beforeEach(() => {
  vi.useFakeTimers();
  done.length = 0;
  closing = new Closing({ tell: () => void done.push('told'), close: () => void done.push('closed') });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('Closing', () => {
  it('lets a window close at once whose page does not listen', () => {
    expect(closing.mayClose(false)).toBe(true);
    expect(done).toEqual([]);
  });

  it('asks the page once, however often the analyst asks for it', () => {
    expect([closing.mayClose(true), closing.mayClose(true), closing.mayClose(true)]).toEqual([false, false, false]);
    expect(done).toEqual(['told']);
  });

  it('closes when the page agrees, and lets the window go then', () => {
    closing.mayClose(true);
    closing.allow();
    expect(done).toEqual(['told', 'closed']);
    expect(closing.mayClose(true)).toBe(true);
  });

  it('does nothing when a page agrees that was not asked', () => {
    closing.allow();
    expect(done).toEqual([]);
    expect(closing.mayClose(true)).toBe(false);
  });

  it('closes after a while when the page says nothing', () => {
    closing.mayClose(true);
    vi.advanceTimersByTime(QUIET_MS - 1);
    expect(done).toEqual(['told']);
    vi.advanceTimersByTime(1);
    expect(done).toEqual(['told', 'closed']);
  });

  it('gives a page more time that goes on calling, but not for ever', () => {
    closing.mayClose(true);
    for (let waited = 0; waited < LONGEST_MS - 1000; waited += 1000) {
      vi.advanceTimersByTime(1000);
      closing.heard();
    }
    expect(done).toEqual(['told']);
    vi.advanceTimersByTime(1000);
    expect(done).toEqual(['told', 'closed']);
  });

  it('closes at once when the page crashes while it is asked', () => {
    closing.mayClose(true);
    expect(closing.mayClose(false)).toBe(true);
    vi.advanceTimersByTime(LONGEST_MS);
    expect(done).toEqual(['told']);
  });

  it('is not set off by a page that merely calls', () => {
    closing.heard();
    vi.advanceTimersByTime(LONGEST_MS);
    expect(done).toEqual([]);
  });

  it('closes once', () => {
    closing.mayClose(true);
    closing.allow();
    closing.allow();
    vi.advanceTimersByTime(LONGEST_MS);
    expect(done).toEqual(['told', 'closed']);
  });
});
