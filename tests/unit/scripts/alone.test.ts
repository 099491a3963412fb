import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { loadScript } from '#tests/support/load-script.ts';
import { temporaryFolders } from '#tests/support/temporary-folder.ts';

const { alone } = await loadScript<{
  alone: <T>(name: string, task: () => T | Promise<T>, folder: string) => Promise<T>;
}>('setup/alone.mjs');

const folder = temporaryFolders();
const lockOf = (place: string) =>
  join(tmpdir(), `casewright-test-${createHash('sha256').update(place).digest('hex').slice(0, 16)}.lock`);

describe('alone', () => {
  it('lets the later start wait for the earlier', async () => {
    const place = folder();
    const seen: string[] = [];
    const task = (name: string) => async () => {
      seen.push(`${name} begins`);
      await wait(50);
      seen.push(`${name} ends`);
    };
    await Promise.all([alone('test', task('a'), place), alone('test', task('b'), place)]);

    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('gives what the task gives, and the lock back when it fails', async () => {
    const place = folder();
    expect(await alone('test', () => 7, place)).toBe(7);
    await expect(alone('test', () => Promise.reject(new Error('no')), place)).rejects.toThrow('no');

    expect(existsSync(lockOf(place))).toBe(false);
  });

  it('takes the lock of a start that was killed', async () => {
    const place = folder();
    writeFileSync(lockOf(place), '99999999');

    expect(await alone('test', () => 'done', place)).toBe('done');
  });
});
