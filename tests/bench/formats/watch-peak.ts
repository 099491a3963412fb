import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

/** Milliseconds between two looks. */
const LOOK_EVERY = 250;

/** A watch over memory. */
export type MemoryWatch = {
  /** @returns bytes at the peak */
  stop(): number;
};

/** Watches the memory of the processes that carry pages and workers: what the system says that they hold themselves. */
export async function watchPeak(page: Page): Promise<MemoryWatch> {
  const browser = page.context().browser() ?? null;
  const session = browser ? await browser.newBrowserCDPSession() : await page.context().newCDPSession(page);
  const { processInfo } = (await session.send('SystemInfo.getProcessInfo' as never)) as {
    processInfo: readonly { readonly type: string; readonly id: number }[];
  };
  const ids = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  let peak = 0;
  const look = () => {
    peak = Math.max(
      peak,
      ids.reduce((sum, id) => sum + ownBytes(id), 0),
    );
  };
  const timer = setInterval(look, LOOK_EVERY);
  return {
    stop() {
      look();
      clearInterval(timer);
      return peak;
    },
  };
}

/** Memory that a process does not share: what would be free again without it. 0 for one that has ended. */
function ownBytes(id: number): number {
  try {
    const status = readFileSync(`/proc/${id}/status`, 'utf8');
    const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? '0');
    return (kilobytes('RssAnon') + kilobytes('RssShmem')) * 1024;
  } catch {
    return 0;
  }
}
