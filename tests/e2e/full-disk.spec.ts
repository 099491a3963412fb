import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { Desk } from '#tests/support/desk.ts';
import { Library, reports, testFile } from '#tests/support/library.ts';
import { test } from '#tests/support/test.ts';

test('a full disk refuses what does not fit, in words, and keeps what was committed', async ({
  dataFolder,
  launch,
}) => {
  const why = mountSmallDisk(dataFolder, 200);
  test.skip(why !== null, `skipped: no small disk could be mounted (${why})`);
  try {
    const { page } = await launch();
    const desk = new Desk(page);
    const library = new Library(page);
    await desk.begin();
    await desk.newCase('Sarat');
    await library.import(...reports(2));
    const filler = join(dataFolder, 'filler');
    const { bavail, bsize } = statfsSync(dataFolder);
    writeFileSync(filler, Buffer.alloc(bavail * bsize - 1_000_000));

    // chance does not pack: the database would make little of words that come again
    const large = testFile('large.txt', `A long report\n\n${randomBytes(10_000_000).toString('hex')}`);
    await page.getByLabel('Files to import').setInputFiles(large);

    await expect(library.summary).toContainText(/There is no room left on the disk|The disk could not be written/);
    await expect(library.summary).toContainText('What is in stays: 0 of 1 files.');
    rmSync(filler);
    await page.reload();
    await expect(library.row(/Report/)).toHaveCount(2);
    await desk.go('Case file');
    await expect(page.getByRole('table', { name: 'What is inside' }).getByRole('row').first()).toBeVisible();
    await page.keyboard.press('y');
    await expect(page.getByText('The case is whole.')).toBeVisible();
  } finally {
    execFileSync('umount', ['--lazy', dataFolder]);
  }
});

/** A disk of so many megabytes in the place of a folder. @returns why there is none, null when there is */
function mountSmallDisk(folder: string, megabytes: number): string | null {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'pipe' });
    return null;
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n').at(-1) ?? '') : String(error);
  }
}
