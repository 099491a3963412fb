import type { ChosenFile } from '#shared/contracts/import-messages.ts';

/** Files that systems leave in folders: nobody chose them. */
const LEFT_BY_SYSTEMS = /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*)$/i;

/** The files of an input: chosen one by one, or with their folder, whose path is then part of their names. */
export function filesOfInput(files: Iterable<File>): ChosenFile[] {
  return Array.from(files, (file) => ({ path: file.webkitRelativePath || file.name, file })).filter(isChosen);
}

/** As much of a drop as is read here. */
export type Dropped = Pick<DataTransfer, 'items' | 'files'>;

/**
 * The files of a drop, those in dropped folders among them, however deep.
 *
 * The entries are taken at once: a drop is emptied when its event has passed.
 */
export async function filesOfDrop({ items, files }: Dropped): Promise<ChosenFile[]> {
  const entries = Array.from(items, (item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const loose = filesOfInput(files);
  if (entries.length === 0) return loose;
  const found: ChosenFile[] = [];
  for (const entry of entries) await visit(entry, '', found);
  return found.filter(isChosen);
}

/** What was chosen, in words: the name of a single file or folder, else a count. */
export function chosenInWords(files: readonly ChosenFile[]): string {
  const [first] = files;
  if (!first) return 'nothing';
  if (files.length === 1) return `“${first.path}”`;
  const folder = first.path.includes('/') ? first.path.slice(0, first.path.indexOf('/') + 1) : '';
  const count = `${files.length.toLocaleString('en')} files`;
  return folder && files.every(({ path }) => path.startsWith(folder)) ? `${count} of “${folder.slice(0, -1)}”` : count;
}

async function visit(entry: FileSystemEntry, below: string, found: ChosenFile[]): Promise<void> {
  const path = `${below}${entry.name}`;
  if (entry.isFile) {
    const file = await fileOf(entry as FileSystemFileEntry).catch((error: unknown) => {
      // Gone since it was dropped: taken as an empty file, it is named in the summary.
      console.warn(error);
      return new File([], entry.name);
    });
    found.push({ path, file });
  } else {
    const reader = (entry as FileSystemDirectoryEntry).createReader();
    try {
      // Chromium hands over a hundred at a time, and none when there are no more.
      for (let some = await entriesOf(reader); some.length > 0; some = await entriesOf(reader)) {
        for (const one of some) await visit(one, `${path}/`, found);
      }
    } catch (error) {
      // Not to be read, or gone: the summary names the folder, and everything else still comes in.
      console.warn(error);
      found.push({ path: `${path}/`, file: new File([], entry.name) });
    }
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

function entriesOf(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject));
}

function isChosen({ path }: ChosenFile): boolean {
  return !LEFT_BY_SYSTEMS.test(path);
}
