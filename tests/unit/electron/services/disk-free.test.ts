import { describe, expect, it } from 'vitest';
import { diskFree, readDf } from '#electron/services/disk-free.ts';
import { temporaryFolders } from '#tests/support/temporary-folder.ts';

const folder = temporaryFolders();
const HEAD = 'Filesystem     1024-blocks      Used Available Capacity Mounted on\n';

describe('diskFree', () => {
  it('reads the disk of the folder', async () => {
    const { freeBytes, totalBytes } = await diskFree(folder());

    expect(freeBytes).toBeGreaterThan(0);
    expect(totalBytes).toBeGreaterThan(freeBytes);
  });

  it('says that it does not know for a folder that is not there', async () => {
    await expect(diskFree('/nowhere/at/all')).rejects.toMatchObject({ code: 'unavailable' });
  });
});

describe('readDf', () => {
  it.each([
    ['a plain device', '/dev/sda1  1000 400 600 40% /'],
    ['a device whose name has spaces and numbers', 'map 12 auto  1000 400 600 40% /home 2'],
  ])('reads %s', (_, line) => {
    expect(readDf(`${HEAD}${line}\n`)).toEqual({ freeBytes: 600 * 1024, totalBytes: 1000 * 1024 });
  });

  it('takes less than nothing for nothing: the reserve of root is used', () => {
    expect(readDf(`${HEAD}/dev/sda1 1000 1000 -50 105% /\n`).freeBytes).toBe(0);
  });

  it.each(['', HEAD, `${HEAD}nonsense\n`])('refuses %j', (answer) => {
    expect(() => readDf(answer)).toThrow('df');
  });
});
