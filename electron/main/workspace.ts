import { app, dialog } from 'electron';
import { createServices, type Services, type WindowId } from '#electron/services/create-services.ts';
import { openDataFolder } from '#electron/services/data-folder.ts';
import { readPlace, whyNotHere } from '#electron/services/place-record.ts';
import { takeLock } from '#electron/services/take-lock.ts';
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

/** The exit code by which the start script knows that the analyst has been told why. */
const REFUSED = 3;

/**
 * Takes the data folder for this program alone; whoever is started later hands its files over to `open`.
 *
 * @param files - what this program was started with, for whoever holds the folder already
 * @returns gives the folder free again; null when another host holds it, which has taken the files then
 * @throws {AppError} `conflict` if the holder does not answer, `unavailable`
 */
export async function holdDataFolder(
  dataFolder: string,
  files: readonly string[],
  open: (files: readonly string[]) => void,
): Promise<(() => Promise<void>) | null> {
  await openDataFolder(dataFolder);
  const lock = await takeLock(dataFolder, { files: [...files], wantsAddress: false }, async (asked) => {
    open(asked.files);
    const words = 'Casewright runs already in Electron: its window comes to the front.';
    return { isDone: !asked.wantsAddress, words, address: null };
  });
  if (lock.isHeld) return lock.release;
  console.error(`casewright: ${lock.answer.words}`);
  return null;
}

/**
 * Opens the services of a data folder that this program holds, for its windows.
 *
 * @throws {AppError} `conflict` when another program holds the workspace, in words; `unavailable`, `disk-full`, `unreadable`
 */
export async function openWorkspace(dataFolder: string, windows: () => DeskWindows): Promise<Services> {
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
  app.exit(error instanceof AppError ? REFUSED : 1);
}
