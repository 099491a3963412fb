import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFolderOf, type Machine, openDataFolder } from '#electron/services/data-folder.ts';
import { loadScript } from '#tests/support/load-script.ts';
import { temporaryFolders } from '#tests/support/temporary-folder.ts';

const folder = temporaryFolders();
const script = await loadScript<{ dataFolderOf: typeof dataFolderOf }>('setup/machine.mjs');

const machines: ReadonlyArray<readonly [string, Machine, string]> = [
  ['Linux', { platform: 'linux', home: '/home/ada', environment: {} }, '/home/ada/Casewright'],
  [
    'macOS',
    { platform: 'darwin', home: '/Users/ada', environment: {} },
    '/Users/ada/Library/Application Support/Casewright',
  ],
  ['Windows', { platform: 'win32', home: '/u', environment: { LOCALAPPDATA: '/u/local' } }, '/u/local/Casewright'],
  ['a bare Windows', { platform: 'win32', home: '/u', environment: {} }, '/u/AppData/Local/Casewright'],
  [
    'whoever names one',
    { platform: 'linux', home: '/home/ada', environment: { CASEWRIGHT_DATA: '/mnt/work' } },
    '/mnt/work',
  ],
];

describe('dataFolderOf', () => {
  it.each(machines)('names the folder of %s', (_, machine, named) => {
    expect(dataFolderOf(machine)).toBe(named);
  });

  it.each(machines)('says the same as the start script for %s', (_, machine) => {
    expect(script.dataFolderOf(machine)).toBe(dataFolderOf(machine));
  });
});

describe('openDataFolder', () => {
  it('makes a folder that nobody else may enter', async () => {
    const data = join(folder(), 'deep', 'Casewright');
    await openDataFolder(data);

    expect(statSync(data).mode & 0o777).toBe(0o700);
  });

  it('closes a folder that others could enter', async () => {
    const data = join(folder(), 'Casewright');
    mkdirSync(data, { mode: 0o755 });
    await openDataFolder(data);

    expect(statSync(data).mode & 0o777).toBe(0o700);
  });

  it('refuses in words what is no folder', async () => {
    const data = join(folder(), 'file');
    writeFileSync(data, '');

    await expect(openDataFolder(data)).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('CASEWRIGHT_DATA'),
    });
  });
});
