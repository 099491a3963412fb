import { describe, expect, it } from 'vitest';
import { chosenInWords, filesOfDrop, filesOfInput } from '#renderer/services/import/chosen-files.ts';

describe('files that were chosen', () => {
  it('are called by their path below the folder, and leave out what systems put into folders', () => {
    const files = [
      fileOf('a.txt'),
      fileOf('b.txt', 'field/b.txt'),
      fileOf('.DS_Store', 'field/.DS_Store'),
      fileOf('Thumbs.db'),
    ];

    expect(filesOfInput(files).map(({ path }) => path)).toEqual(['a.txt', 'field/b.txt']);
  });

  it.each([
    ['one file by its name', ['a.txt'], '“a.txt”'],
    ['several by their number', ['a.txt', 'b.txt'], '2 files'],
    ['a folder by its name', ['field/a.txt', 'field/deep/b.txt'], '2 files of “field”'],
    ['two folders by the number of files', ['one/a.txt', 'two/b.txt'], '2 files'],
    ['nothing as nothing', [], 'nothing'],
  ])('say %s', (_, paths, words) => {
    expect(chosenInWords(paths.map((path) => ({ path, file: fileOf(path) })))).toBe(words);
  });
});

describe('a drop', () => {
  it('brings what lies in folders, however deep and however many, each by its path', async () => {
    const many = Array.from({ length: 150 }, (_, at) => fileEntry(`${at}.txt`));
    const field = folderEntry('field', [fileEntry('a.txt'), folderEntry('deep', many)]);

    const files = await filesOfDrop(dropOf([field, fileEntry('loose.txt')]));

    expect(files).toHaveLength(152);
    expect(files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['field/a.txt', 'field/deep/149.txt', 'loose.txt']),
    );
  });

  it('names a file that went away meanwhile, so that the summary can', async () => {
    const gone = {
      ...fileEntry('gone.txt'),
      file: (_: unknown, fail: (error: Error) => void) => fail(new Error('gone')),
    };

    const [file] = await filesOfDrop(dropOf([gone]));

    expect(file).toMatchObject({ path: 'gone.txt' });
    expect(file?.file.size).toBe(0);
  });

  it('names a folder that cannot be read, and brings the rest', async () => {
    const locked = {
      ...folderEntry('locked', []),
      createReader: () => ({ readEntries: (_: unknown, fail: (error: Error) => void) => fail(new Error('no rights')) }),
    };

    const files = await filesOfDrop(dropOf([locked, fileEntry('loose.txt')]));

    expect(files.map(({ path, file }) => [path, file.size])).toEqual([
      ['locked/', 0],
      ['loose.txt', 1],
    ]);
  });

  it('takes plain files where the engine knows no entries', async () => {
    const drop = { items: [{ webkitGetAsEntry: () => null }], files: [fileOf('plain.txt')] };

    expect((await filesOfDrop(drop as never)).map(({ path }) => path)).toEqual(['plain.txt']);
  });
});

function fileOf(name: string, below = '') {
  const file = new File(['x'], name);
  Object.defineProperty(file, 'webkitRelativePath', { value: below });
  return file;
}

function fileEntry(name: string) {
  return {
    isFile: true,
    name,
    file: (take: (file: File) => void, _fail: (error: Error) => void) => take(fileOf(name)),
  };
}

/** Hands over a hundred entries at a time, as Chromium does. */
function folderEntry(name: string, entries: readonly object[]) {
  const createReader = () => {
    let at = 0;
    return {
      readEntries(take: (some: readonly object[]) => void) {
        take(entries.slice(at, at + 100));
        at += 100;
      },
    };
  };
  return { isFile: false, name, createReader };
}

function dropOf(entries: readonly object[]) {
  return { items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })), files: [] } as never;
}
