import { describe, expect, it, vi } from 'vitest';
import { matchFiles, type WantedFile } from '#renderer/services/import/match-files.ts';
import { sha256Hex } from '#shared/custody/sha256.ts';

describe('files that are chosen again', () => {
  it.each([
    ['by their path, whatever is in them now', wanted('field/a.txt', 'old'), 'field/a.txt', 'mended since'],
    ['by name and size when the folder is another', wanted('field/a.txt', 'same'), 'moved/a.txt', 'same'],
    ['by size and hash when they are called otherwise', wanted('a.txt', 'same'), 'renamed.txt', 'same'],
  ])('are known %s', async (_, want, path, content) => {
    const { files, missing } = await match([want], [chosen(path, content)]);

    expect(files.map(({ path: as, number }) => [as, number])).toEqual([[want.path, want.number]]);
    expect(missing).toEqual([]);
  });

  it.each([
    ['another name and other bytes of the same size', wanted('a.txt', 'same'), 'b.txt', 'mase'],
    ['the same name in another folder and another size', wanted('field/a.txt', 'same'), 'moved/a.txt', 'longer'],
    ['another name where nobody noted a hash', { ...wanted('a.txt', 'same'), sha256: null }, 'b.txt', 'same'],
  ])('are not confused with %s', async (_, want, path, content) => {
    const { files, missing } = await match([want], [chosen(path, content)]);

    expect(files).toEqual([]);
    expect(missing).toEqual([want]);
  });

  it('are each taken once, in the order of the import', async () => {
    const wants = [wanted('a/x.txt', 'one', 4), wanted('b/x.txt', 'one', 2)];

    const { files } = await match(wants, [
      chosen('c/x.txt', 'one'),
      chosen('d/x.txt', 'one'),
      chosen('other.txt', 'one'),
    ]);

    expect(files.map(({ path, number }) => [path, number])).toEqual([
      ['b/x.txt', 2],
      ['a/x.txt', 4],
    ]);
  });

  it('are hashed only where nothing else tells, and once', async () => {
    const hashed: string[] = [];
    const hash = async (file: File) => {
      hashed.push(file.name);
      return sha256Hex(new Uint8Array(await file.arrayBuffer()));
    };

    await matchFiles(
      [wanted('a.txt', 'aa', 0), wanted('b.txt', 'bb', 1), wanted('c.txt', 'cc', 2)],
      [chosen('a.txt', 'aa'), chosen('y.txt', 'cc'), chosen('z.txt', 'bb'), chosen('long.txt', 'longer')],
      hash,
    );

    expect(hashed.sort()).toEqual(['y.txt', 'z.txt']);
  });

  it('are found beside others that may not be read', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const hash = async (file: File) => {
      if (file.name === 'gone.txt') throw new DOMException('The file has gone.', 'NotFoundError');
      return sha256Hex(new Uint8Array(await file.arrayBuffer()));
    };
    const wants = [wanted('a.txt', 'same', 0), wanted('b.txt', 'mase', 1)];

    const { files, missing } = await matchFiles(wants, [chosen('gone.txt', 'mase'), chosen('new.txt', 'same')], hash);

    expect(files.map(({ path, number }) => [path, number])).toEqual([['a.txt', 0]]);
    expect(missing.map(({ path }) => path)).toEqual(['b.txt']);
  });
});

function wanted(path: string, content: string, number = 7): WantedFile {
  return { number, path, size: content.length, sha256: sha256Hex(content) };
}

function chosen(path: string, content: string) {
  return { path, file: new File([content], path) };
}

function match(wants: readonly WantedFile[], files: readonly ReturnType<typeof chosen>[]) {
  return matchFiles(wants, files, async (file) => sha256Hex(new Uint8Array(await file.arrayBuffer())));
}
