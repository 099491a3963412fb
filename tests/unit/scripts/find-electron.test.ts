import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadScript } from '#tests/support/load-script.ts';
import { temporaryFolders } from '#tests/support/temporary-folder.ts';

type Machine = { platform: string; home: string; environment: Record<string, string> };
const { findElectron } = await loadScript<{
  findElectron: (
    root: string,
    machine: Machine,
  ) => { path: string | null; version: string | null; named: string | null };
}>('setup/find-electron.mjs');

const folder = temporaryFolders();
const on = (environment: Record<string, string> = {}): Machine => ({
  platform: 'linux',
  home: '/home/ada',
  environment,
});

/** A repository with Electron's package, and its binary when a version is given for it. */
function repository({ binary }: { binary?: string } = {}): string {
  const root = folder();
  const electron = join(root, 'node_modules', 'electron');
  mkdirSync(join(electron, 'dist'), { recursive: true });
  writeFileSync(join(electron, 'package.json'), '{"version":"45.4.1"}');
  if (binary) {
    writeFileSync(join(electron, 'dist', 'electron'), '');
    writeFileSync(join(electron, 'dist', 'version'), binary);
  }
  return root;
}

describe('findElectron', () => {
  it('takes the binary of the package when it is of the package’s version', () => {
    const root = repository({ binary: 'v45.4.1\n' });

    expect(findElectron(root, on())).toEqual({
      path: join(root, 'node_modules/electron/dist/electron'),
      version: '45.4.1',
      named: null,
    });
  });

  it.each([
    ['another version', '44.0.0'],
    ['no version', ''],
  ])('passes over a binary of %s', (_, binary) => {
    expect(findElectron(repository({ binary }), on())).toEqual({ path: null, version: '45.4.1', named: null });
  });

  it('takes what the environment names before all else', () => {
    const root = repository({ binary: '45.4.1' });
    const program = join(folder(), 'electron');
    writeFileSync(program, '');

    expect(findElectron(root, on({ CASEWRIGHT_ELECTRON: program, ELECTRON_EXEC_PATH: '/other' })).path).toBe(program);
    expect(findElectron(root, on({ ELECTRON_EXEC_PATH: program })).path).toBe(program);
  });

  it('says so when what the environment names is not there, and takes nothing else', () => {
    const root = repository({ binary: '45.4.1' });

    expect(findElectron(root, on({ CASEWRIGHT_ELECTRON: '/nowhere/electron' }))).toMatchObject({
      path: null,
      named: '/nowhere/electron',
    });
  });

  it('takes an unpacked Electron that the environment names as a folder', () => {
    const unpacked = folder();
    writeFileSync(join(unpacked, 'electron'), '');

    expect(findElectron(repository(), on({ ELECTRON_OVERRIDE_DIST_PATH: unpacked })).path).toBe(
      join(unpacked, 'electron'),
    );
  });

  it('knows of no version where the package is not installed', () => {
    expect(findElectron(folder(), on())).toEqual({ path: null, version: null, named: null });
  });
});
