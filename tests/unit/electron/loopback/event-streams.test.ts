import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { listen } from '#tests/support/listen.ts';
import { type InProcess, startInProcess } from '#tests/support/loopback-in-process.ts';

let host: InProcess | null = null;

afterEach(async () => {
  await host?.close();
  host = null;
});

describe('event streams', () => {
  it('are at most four a window, and free again once closed', async () => {
    host = await startInProcess();
    const token = await host.token();
    const open = [await listen(host, token), await listen(host, token), await listen(host, token)];
    open.push(await listen(host, token));
    expect((await host.ask('/api/events', { token })).status).toBe(429);

    for (const stream of open) stream.close();
    await expect.poll(async () => (await isOpened(host, token)) && 'opened').toBe('opened');
  });

  it('carry what came before they were open: a page may be ready sooner than its stream', async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'casewright-streams-'));
    const file = join(dataFolder, 'Sarat.casefile');
    writeFileSync(file, 'x');
    host = await startInProcess({ files: [file] }, { dataFolder });
    const token = await host.token();
    await host.call(token, 'window:ready', null);
    const stream = await listen(host, token);

    await expect
      .poll(() => stream.all())
      .toMatchObject([{ event: 'file:opened', payload: { name: 'Sarat.casefile' } }]);
    const again = await listen(host, token);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(again.all()).toEqual([]);
  });

  it('carry to one window what is for it, and to no other', async () => {
    host = await startInProcess();
    const [first, second] = [await host.token(), await host.token()];
    const [toFirst, toSecond] = [await listen(host, first), await listen(host, second)];
    await host.call(first, 'window:ready', null);
    host.loopback.stop();

    await expect.poll(() => toFirst.all().length).toBeGreaterThan(0);
    expect(toFirst.all()[0]).toEqual({ event: 'window:closing', payload: {} });
    await host.loopback.ended;
    await expect.poll(() => toSecond.all()).toEqual([{ event: 'host:gone', payload: {} }]);
  });
});

/** Whether one more stream opens; it is closed at once. */
async function isOpened(on: InProcess | null, token: string): Promise<boolean> {
  if (!on) return false;
  const stream = await listen(on, token);
  await new Promise((resolve) => setTimeout(resolve, 20));
  const isOpen = stream.status === 200;
  stream.close();
  return isOpen;
}
