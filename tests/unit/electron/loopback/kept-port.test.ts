import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keepPort, keptPort } from '#electron/loopback/kept-port.ts';
import { startInProcess } from '#tests/support/loopback-in-process.ts';
import { temporaryFolders } from '#tests/support/temporary-folder.ts';

const folder = temporaryFolders();

describe('the port for the analyst’s own browser', () => {
  it('is any at first, or the one that is wanted', async () => {
    expect(await keptPort(folder(), null)).toBeNull();
    expect(await keptPort(folder(), 4000)).toBe(4000);
  });

  it('stays what it was', async () => {
    const data = folder();
    await keepPort(data, 4000);

    expect(await keptPort(data, null)).toBe(4000);
    expect(await keptPort(data, 4000)).toBe(4000);
  });

  it('is refused when another is wanted: the workspace there would be empty', async () => {
    const data = folder();
    await keepPort(data, 4000);

    await expect(keptPort(data, 4001)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is not guessed when its note is damaged', async () => {
    const data = folder();
    writeFileSync(join(data, 'own-browser.json'), '{"port":0}');

    await expect(keptPort(data, null)).rejects.toMatchObject({ code: 'unreadable' });
  });

  it('is the same at each start of a host', async () => {
    const dataFolder = folder();
    const first = await startInProcess({ isOwnBrowser: true }, { dataFolder });
    first.loopback.stop();
    await first.loopback.ended;
    const second = await startInProcess({ isOwnBrowser: true }, { dataFolder });

    expect(second.port).toBe(first.port);
    await second.close();
  });

  it('is refused in words while another program has it, and no other is taken', async () => {
    const stranger = createServer();
    const port = await new Promise<number>((resolve) =>
      stranger.listen(0, '127.0.0.1', () => resolve((stranger.address() as { port: number }).port)),
    );
    const dataFolder = folder();
    await keepPort(dataFolder, port);

    await expect(startInProcess({ isOwnBrowser: true }, { dataFolder })).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining(String(port)),
    });
    expect(await keptPort(dataFolder, null)).toBe(port);
    stranger.close();
  });
});
