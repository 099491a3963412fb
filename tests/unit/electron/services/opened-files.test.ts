import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OpenedFiles } from '#electron/services/opened-files.ts';
import { CHUNK_BYTES } from '#shared/contracts/host.ts';
import { temporaryFolders } from '#tests/support/temporary-folder.ts';

const folder = temporaryFolders();

function fileOf(content: string | Buffer, name = 'harbour.casefile') {
  const path = join(folder(), name);
  writeFileSync(path, content);
  return path;
}

describe('OpenedFiles', () => {
  it('tells the page a token, a name and a size, and no path', async () => {
    const opened = await new OpenedFiles().register(fileOf('bytes'));

    expect(opened).toEqual({ token: expect.stringMatching(/^[\w-]{32}$/), name: 'harbour.casefile', bytes: 5 });
  });

  it('reads in chunks', async () => {
    const files = new OpenedFiles();
    const { token } = await files.register(fileOf(Buffer.alloc(CHUNK_BYTES + 2, 7)));

    expect((await files.read(token, 0)).isLast).toBe(false);
    expect(await files.read(token, CHUNK_BYTES)).toEqual({ chunk: 'Bwc=', isLast: true });
    await files.closeAll();
  });

  it('reads what was handed over, whatever becomes of its path', async () => {
    const files = new OpenedFiles();
    const path = fileOf('handed over');
    const { token } = await files.register(path);
    renameSync(path, `${path}.old`);
    writeFileSync(path, 'another one');

    expect(Buffer.from((await files.read(token, 0)).chunk, 'base64').toString()).toBe('handed over');
    await files.closeAll();
  });

  it('knows a closed file no more', async () => {
    const files = new OpenedFiles();
    const { token } = await files.register(fileOf('bytes'));
    await files.close(token);
    await files.close(token);

    await expect(files.read(token, 0)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('refuses folders, devices and what is not there', async () => {
    const files = new OpenedFiles();
    const inside = join(folder(), 'folder');
    mkdirSync(inside);

    await expect(files.register(inside)).rejects.toMatchObject({ code: 'refused' });
    await expect(files.register('/dev/zero')).rejects.toMatchObject({ code: 'refused' });
    await expect(files.register(join(inside, 'missing'))).rejects.toMatchObject({ code: 'not-found' });
  });

  it('holds at most 32 files', async () => {
    const files = new OpenedFiles();
    const path = fileOf('bytes');
    for (let at = 0; at < 32; at++) await files.register(path);

    await expect(files.register(path)).rejects.toMatchObject({ code: 'too-large' });
    await files.closeAll();
    expect((await files.register(path)).bytes).toBe(5);
    await files.closeAll();
  });

  it('tells a name that the contract allows', async () => {
    const files = new OpenedFiles();
    const { name } = await files.register(fileOf('x', `${'long'.repeat(55)}\u0007.casefile`));

    expect(name).toHaveLength(200);
    expect(name.endsWith('_.casefile')).toBe(true);
    await files.closeAll();
  });
});
