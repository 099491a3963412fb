import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { InTurn } from '#electron/services/in-turn.ts';
import { tellDiskError } from '#electron/services/tell-disk-error.ts';
import { writeWhole } from '#electron/services/write-whole.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { temporaryFolders } from '#tests/support/temporary-folder.ts';

const folder = temporaryFolders();

describe('writeWhole', () => {
  it('replaces what stood there, for the owner alone', async () => {
    const path = join(folder(), 'place.json');
    await writeWhole(path, 'old, and longer');
    await writeWhole(path, 'new');

    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('leaves nothing aside when it fails', async () => {
    const data = folder();
    mkdirSync(join(data, 'place.json', 'in-the-way'), { recursive: true });

    await expect(writeWhole(join(data, 'place.json'), 'new')).rejects.toMatchObject({ code: 'unavailable' });
    expect(readdirSync(data)).toEqual(['place.json']);
  });

  it('leaves one whole text when two are written at once', async () => {
    const path = join(folder(), 'place.json');
    await Promise.all([writeWhole(path, 'a'.repeat(100_000)), writeWhole(path, 'b'.repeat(100_000))]);

    expect(readFileSync(path, 'utf8')).toMatch(/^(a{100000}|b{100000})$/);
  });
});

describe('tellDiskError', () => {
  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['ENOENT', 'not-found'],
    ['EACCES', 'unavailable'],
  ])('tells %s as %s, without a path', (code, told) => {
    const error = tellDiskError(Object.assign(new Error(`${code}: /home/ada/secret`), { code }));

    expect(error.code).toBe(told);
    expect(error.message).not.toContain('/home');
  });

  it('passes on what is in words already', () => {
    const error = new AppError('altered', 'words');

    expect(tellDiskError(error)).toBe(error);
  });
});

describe('InTurn', () => {
  it('runs tasks in order, past one that fails', async () => {
    const turns = new InTurn();
    const seen: number[] = [];
    const task = (at: number, delay: number) => () =>
      new Promise<void>((resolve, reject) => {
        setTimeout(() => {
          seen.push(at);
          if (at === 2) reject(new Error('second'));
          else resolve();
        }, delay);
      });
    const results = await Promise.allSettled([turns.run(task(1, 20)), turns.run(task(2, 5)), turns.run(task(3, 0))]);

    expect(seen).toEqual([1, 2, 3]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});
