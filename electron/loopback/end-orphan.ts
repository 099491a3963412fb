import { execFile } from 'node:child_process';
import { readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

/** A browser writes its databases when it is asked to end. */
const PATIENCE_MS = 8_000;
const STEP_MS = 100;

/**
 * Ends a browser that outlived its host (which was killed): a new window would join it, and its way to us leads to a port where
 * nobody listens any more. Only a process whose command line names this very profile is ended.
 *
 * @returns false if one is there and did not end
 */
export async function endOrphan(profile: string): Promise<boolean> {
  const pid = await holderOf(profile);
  if (pid === null) return true;
  process.kill(pid, 'SIGTERM');
  for (let waited = 0; waited < PATIENCE_MS; waited += STEP_MS) {
    if ((await holderOf(profile)) !== pid) return true;
    await wait(STEP_MS);
  }
  return false;
}

/** The process that has the profile open, as Chromium notes it in a link `HOST-PID`; null when there is none. */
async function holderOf(profile: string): Promise<number | null> {
  const link = await readlink(join(profile, 'SingletonLock')).catch(() => '');
  const pid = Number(/-(\d+)$/.exec(link)?.[1] ?? '0');
  if (pid <= 1) return null;
  return (await commandOf(pid)).includes(`--user-data-dir=${profile}`) ? pid : null;
}

async function commandOf(pid: number): Promise<string> {
  if (process.platform === 'linux') {
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return line.replaceAll('\0', ' ');
  }
  const answer = await promisify(execFile)('ps', ['-p', String(pid), '-o', 'command=']).catch(() => null);
  return answer?.stdout ?? '';
}
