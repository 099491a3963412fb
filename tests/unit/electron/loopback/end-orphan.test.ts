import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { endOrphan } from '#electron/loopback/end-orphan.ts';
import { temporaryFolders } from '#tests/support/temporary-folder.ts';

const folder = temporaryFolders();
const started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

/** A process whose command line names a profile, as a browser's does. */
function holderOf(profile: string, named = profile) {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', '--', `--user-data-dir=${named}`]);
  started.push(child);
  mkdirSync(profile, { recursive: true });
  symlinkSync(`machine-${child.pid}`, join(profile, 'SingletonLock'));
  return child;
}

describe.skipIf(process.platform === 'win32')('endOrphan', () => {
  it('has nothing to do in a new profile', async () => {
    expect(await endOrphan(join(folder(), 'browser-profile'))).toBe(true);
  });

  it('ends the browser that has this very profile open', async () => {
    const profile = join(folder(), 'browser-profile');
    const child = holderOf(profile);
    const ended = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)));

    expect(await endOrphan(profile)).toBe(true);
    expect(await ended).toBe('SIGTERM');
  });

  it('leaves a process alone that only has the number of an old browser', async () => {
    const profile = join(folder(), 'browser-profile');
    const child = holderOf(profile, '/another/profile');

    expect(await endOrphan(profile)).toBe(true);
    expect(child.exitCode).toBeNull();
    expect(child.killed).toBe(false);
  });

  it.each(['machine-1', 'machine-0', 'machine--5', 'nonsense', 'machine-99999999'])(
    'passes over a lock that says %s',
    async (link) => {
      const profile = folder();
      symlinkSync(link, join(profile, 'SingletonLock'));

      expect(await endOrphan(profile)).toBe(true);
    },
  );
});
