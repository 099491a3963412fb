import { readdirSync, readFileSync } from 'node:fs';

/** What the page processes of a browser have taken. */
export type ProcessFigures = {
  /** Milliseconds of processor time of workers; NaN where there is no /proc. */
  readonly workerMs: number;
  /** Most memory that a page process held when it was looked at, its share of what it shares, in MB. */
  readonly peakMegabytes: number;
};

/** How often memory is looked at, in milliseconds. */
const EVERY = 250;

/** Runs `act` and says what the page processes whose command line names `profile` (or whose parent's does) took meanwhile. */
export async function watchPages<T>(profile: string, act: () => Promise<T>): Promise<{ value: T } & ProcessFigures> {
  const before = workerTime(profile);
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, ...pagesOf(profile).map(megabytesOf));
  };
  const timer = setInterval(look, EVERY);
  try {
    const value = await act();
    look();
    return { value, workerMs: workerTime(profile) - before, peakMegabytes: peak };
  } finally {
    clearInterval(timer);
  }
}

/** Processes of pages: children, at whatever depth, of the browser that was started with a profile. */
function pagesOf(profile: string): number[] {
  const parents = new Map<number, number>();
  const own = new Set<number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const pid = Number(name);
    const status = textOf(`/proc/${pid}/stat`);
    parents.set(pid, Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]));
    if (textOf(`/proc/${pid}/cmdline`).includes(profile)) own.add(pid);
  }
  const isBelow = (pid: number): boolean => {
    for (let at = pid; at > 1; at = parents.get(at) ?? 0) if (own.has(at)) return true;
    return false;
  };
  return [...parents.keys()].filter(
    (pid) => isBelow(pid) && textOf(`/proc/${pid}/cmdline`).includes('--type=renderer'),
  );
}

function workerTime(profile: string): number {
  let nanoseconds = 0;
  for (const pid of pagesOf(profile)) {
    for (const thread of listOf(`/proc/${pid}/task`)) {
      const folder = `/proc/${pid}/task/${thread}`;
      if (!textOf(`${folder}/comm`).startsWith('DedicatedWorker')) continue;
      nanoseconds += Number(textOf(`${folder}/schedstat`).split(' ')[0]);
    }
  }
  return nanoseconds / 1e6;
}

function megabytesOf(pid: number): number {
  const kilobytes = /^Pss:\s+(\d+)/m.exec(textOf(`/proc/${pid}/smaps_rollup`))?.[1] ?? '0';
  return Number(kilobytes) / 1024;
}

function listOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // it has ended meanwhile
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
