import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { HandOver } from '#electron/services/ask-holder.ts';
import { type Lock, takeLock } from '#electron/services/take-lock.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { temporaryFolders } from '#tests/support/temporary-folder.ts';

const folder = temporaryFolders();
const held: Lock[] = [];
const ask: HandOver = { files: [], wantsAddress: false };
const done = async () => ({ isDone: true, words: 'opened', address: null });

async function take(...args: Parameters<typeof takeLock>): Promise<Lock> {
  const lock = await takeLock(...args);
  held.push(lock);
  return lock;
}

afterEach(async () => {
  for (const lock of held.splice(0)) if (lock.isHeld) await lock.release();
});

describe('takeLock', () => {
  it('hands what a second start wants to the first', async () => {
    const data = folder();
    const seen: HandOver[] = [];
    const first = await take(data, ask, async (asked) => {
      seen.push(asked);
      return { isDone: true, words: 'a window opens', address: 'http://127.0.0.1:1/' };
    });
    const second = await take(data, { files: ['/tmp/harbour.casefile'], wantsAddress: true }, done);

    expect(first.isHeld).toBe(true);
    expect(second).toEqual({
      isHeld: false,
      answer: { isDone: true, words: 'a window opens', address: 'http://127.0.0.1:1/' },
    });
    expect(seen).toEqual([{ files: ['/tmp/harbour.casefile'], wantsAddress: true }]);
  });

  it('is free again once released, and leaves no file', async () => {
    const data = folder();
    const first = await takeLock(data, ask, done);
    if (first.isHeld) await first.release();

    expect(existsSync(join(data, 'host.sock'))).toBe(false);
    expect((await take(data, ask, done)).isHeld).toBe(true);
    expect(existsSync(join(data, 'host.takeover'))).toBe(false);
  });

  it('takes the place of a host that was killed', async () => {
    const data = folder();
    const address = JSON.stringify(join(data, 'host.sock'));
    const script = `require('net').createServer().listen(${address}, () => process.kill(process.pid, 'SIGKILL'))`;
    await new Promise((resolve) => spawn(process.execPath, ['-e', script]).once('exit', resolve));
    expect(existsSync(join(data, 'host.sock'))).toBe(true);

    expect((await take(data, ask, done)).isHeld).toBe(true);
  });

  it('gives the lock to exactly one of many starts at once, also after a host that was killed', async () => {
    const data = folder();
    const address = JSON.stringify(join(data, 'host.sock'));
    const script = `require('net').createServer().listen(${address}, () => process.kill(process.pid, 'SIGKILL'))`;
    await new Promise((resolve) => spawn(process.execPath, ['-e', script]).once('exit', resolve));
    const locks = await Promise.all(Array.from({ length: 8 }, () => take(data, ask, done)));

    expect(locks.filter(({ isHeld }) => isHeld)).toHaveLength(1);
  });

  it('takes over from a start that died while it was taking over', async () => {
    const data = folder();
    writeFileSync(join(data, 'host.takeover'), '');
    utimesSync(join(data, 'host.takeover'), new Date(0), new Date(0));

    expect((await take(data, ask, done)).isHeld).toBe(true);
  });

  it('outwaits a start that died in its takeover a moment ago', async () => {
    const data = folder();
    writeFileSync(join(data, 'host.takeover'), '');

    expect((await take(data, ask, done)).isHeld).toBe(true);
  }, 15_000);

  it('tells the second start in words why the first did not do it', async () => {
    const data = folder();
    await take(data, ask, async () => {
      throw new AppError('too-large', 'More than 32 files are waiting.');
    });

    expect(await take(data, ask, done)).toEqual({
      isHeld: false,
      answer: { isDone: false, words: 'More than 32 files are waiting.', address: null },
    });
  });

  it('waits for a host that is just ending and then takes the lock', async () => {
    const data = folder();
    const first = await takeLock(data, ask, async () => {
      throw new Error('ending');
    });
    setTimeout(() => first.isHeld && void first.release(), 300);

    expect((await take(data, ask, done)).isHeld).toBe(true);
  });

  it('refuses in words when something else listens there', async () => {
    const data = folder();
    const stranger = createServer((socket) => {
      socket.on('error', () => {}); // whoever asks hangs up on it
      socket.end('220 hello\n');
    });
    await new Promise<void>((resolve) => stranger.listen(join(data, 'host.sock'), resolve));

    await expect(take(data, ask, done)).rejects.toMatchObject({ code: 'conflict' });
    stranger.close();
  });

  it.each([
    ['garbage', '\u0000\u0001garbage\n'],
    ['another message', '{"files":["/x"],"wantsAddress":true,"run":"rm"}\n'],
    ['more than it takes', `${'x'.repeat(300_000)}\n`],
    ['half a line', '{"files":'],
  ])('lives on when it is sent %s', async (_, bytes) => {
    const data = folder();
    const seen: HandOver[] = [];
    await take(data, ask, async (asked) => {
      seen.push(asked);
      return done();
    });
    await new Promise<void>((resolve) => {
      const socket = connect(join(data, 'host.sock'), () => socket.write(bytes));
      socket.setTimeout(200, () => socket.destroy());
      socket.on('error', () => {});
      socket.on('close', () => resolve());
    });

    expect((await take(data, ask, done)).isHeld).toBe(false);
    expect(seen).toEqual([ask]);
  });

  it('locks a folder whose path is too long for a socket', async () => {
    const data = join(folder(), 'd'.repeat(120));
    mkdirSync(data);

    expect((await take(data, ask, done)).isHeld).toBe(true);
    expect((await take(data, ask, done)).isHeld).toBe(false);
  });
});
