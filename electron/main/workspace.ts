import { app, dialog } from 'electron';
import { createServices, type Services, type WindowId } from '#electron/services/create-services.ts';
import { openDataFolder } from '#electron/services/data-folder.ts';
import { readPlace, whyNotHere } from '#electron/services/place-record.ts';
import type { Place } from '#shared/contracts/host.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type { DeskWindow } from './desk-window.ts';
import type { DeskWindows } from './desk-windows.ts';

/** The program that this is, as the data folder records who holds the workspace. */
const HERE: Place = {
  hostKind: 'electron',
  engine: 'Electron',
  engineMajor: Number.parseInt(process.versions.electron, 10),
  browserPath: null,
};

/**
 * Opens the data folder's services for the windows of this program.
 *
 * @throws {AppError} `conflict` when another program holds the workspace, in words; `unavailable`, `disk-full`, `unreadable`
 */
export async function openWorkspace(dataFolder: string, windows: () => DeskWindows): Promise<Services> {
  await openDataFolder(dataFolder);
  const why = whyNotHere(await readPlace(dataFolder), HERE);
  if (why) throw new AppError('conflict', why);
  const find = (id: WindowId): DeskWindow | undefined => windows().withId(id);
  return createServices({
    hostKind: 'electron',
    version: app.getVersion(),
    dataFolder,
    isOwnBrowser: false,
    now: Date.now,
    placeOf: () => HERE,
    openWindow: async (hash) => {
      windows().open(hash);
    },
    windowReady: (id) => find(id)?.startTelling(),
    windowMayClose: (id) => find(id)?.allowClosing(),
    log: (words, cause) => console.error(`casewright: ${words}`, cause),
  });
}

/** Says why the workbench does not open, and ends it. */
export async function endWithWords(error: unknown): Promise<void> {
  console.error('casewright: the workbench does not open', error);
  const detail =
    error instanceof AppError ? error.message : 'Something went wrong at the start. The terminal has the details.';
  await dialog.showMessageBox({ type: 'error', message: 'The workbench does not open.', detail });
  app.exit(1);
}
