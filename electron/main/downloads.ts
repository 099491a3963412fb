import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { app, BrowserWindow, type DownloadItem, dialog, type Session, type WebContents } from 'electron';
import { DESK_ORIGIN } from './desk-address.ts';
import type { DesktopState } from './desktop-state.ts';
import { placeFile } from './place-file.ts';

/**
 * Saves what the desk hands over as a download: asks where to, and puts the file there whole or not at all.
 *
 * @param asideFolder - where bytes are kept while the dialog is open; emptied at every start
 */
export async function saveDownloads(session: Session, asideFolder: string, state: DesktopState): Promise<void> {
  await rm(asideFolder, { recursive: true, force: true });
  await mkdir(asideFolder, { recursive: true, mode: 0o700 });
  session.on('will-download', (event, item, contents) => {
    if (!item.getURL().startsWith(`blob:${DESK_ORIGIN}/`)) return event.preventDefault();
    const aside = join(asideFolder, `${randomUUID()}.part`);
    item.setSavePath(aside); // a path must be set now, before the analyst can have answered
    save(item, aside, contents, state).catch((error) => console.error(error));
  });
}

async function save(item: DownloadItem, aside: string, contents: WebContents, state: DesktopState): Promise<void> {
  const name = item.getFilename();
  const finished = new Promise<string>((resolve) => item.once('done', (_event, how) => resolve(how)));
  const window = BrowserWindow.fromWebContents(contents);
  const defaultPath = join(state.saveFolder ?? app.getPath('downloads'), name);
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, { defaultPath })
    : dialog.showSaveDialog({ defaultPath }));
  if (canceled || !filePath) {
    item.cancel(); // means nothing to one that is finished
    await finished;
    return rm(aside, { force: true });
  }
  state.noteSaveFolder(dirname(filePath));
  try {
    const how = await finished;
    if (how !== 'completed') throw new Error(`the download was ${how}`);
    await placeFile(aside, filePath);
  } catch (error) {
    await rm(aside, { force: true });
    await dialog.showMessageBox({
      type: 'error',
      message: `${name} could not be saved.`,
      detail: `${reasonOf(error)} Whatever stood there before is untouched. Nothing is lost: save it again, to another place if need be.`,
    });
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'The disk is full.';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'That folder may not be written to.';
  return 'It could not be written there.';
}
