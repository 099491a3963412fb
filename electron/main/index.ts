import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, Menu, session } from 'electron';
import { z } from 'zod/mini';
import { setStoreAside } from '#electron/services/damaged-store.ts';
import { dataFolderOf, thisMachine } from '#electron/services/data-folder.ts';
import { serveBridge } from './bridge.ts';
import { offerContextMenu } from './context-menu.ts';
import { watchHelpers } from './crash-watch.ts';
import { declareScheme, serveDesk } from './desk-scheme.ts';
import { DeskWindows } from './desk-windows.ts';
import { DesktopState } from './desktop-state.ts';
import { saveDownloads } from './downloads.ts';
import { HandedFiles } from './handed-files.ts';
import { menuTemplate } from './menu-template.ts';
import { guardNavigation } from './navigation.ts';
import { guardOffline, switchNetworkOff } from './offline-guard.ts';
import { caseFilesOf } from './opened-case-files.ts';
import { guardPermissions } from './permissions.ts';
import { endWithWords, holdDataFolder, openWorkspace } from './workspace.ts';

/** What a second start hands to the first. */
const handoverSchema = z.strictObject({ caseFiles: z.array(z.string()) });

const dataFolder = dataFolderOf(thisMachine());
const profile = join(dataFolder, 'electron-profile');
const built = join(__dirname, '..');
let handFiles: ((paths: readonly string[]) => void) | null = null;
const waiting = caseFilesOf(process.argv, process.cwd());

declareScheme();
switchNetworkOff(app.commandLine);
// as root Chromium does not start without this switch, and not at all with both
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
mkdirSync(profile, { recursive: true, mode: 0o700 });
app.setPath('userData', profile);

if (app.requestSingleInstanceLock({ caseFiles: waiting })) {
  app.on('web-contents-created', (_event, contents) => {
    guardNavigation(contents);
    offerContextMenu(contents);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    open([path]);
  });
  watchHelpers();
  app.whenReady().then(start).catch(endWithWords);
} else {
  app.quit(); // the first one has the files now
}

function open(paths: readonly string[]): void {
  if (handFiles) handFiles(paths);
  else waiting.push(...paths);
}

async function start(): Promise<void> {
  let windows: DeskWindows | null = null;
  const openWindows = (): DeskWindows => {
    if (!windows) throw new Error('a window asks before there are windows');
    return windows;
  };
  const release = await holdDataFolder(dataFolder, waiting, (paths) => {
    windows?.last?.focus();
    open(paths);
  });
  if (!release) return app.exit();
  await setStoreAside(dataFolder, profile, Date.now());
  const services = await openWorkspace(dataFolder, openWindows);
  const state = await DesktopState.open(dataFolder);
  const desk = session.defaultSession;
  serveDesk(join(built, 'renderer'));
  guardPermissions(desk);
  await guardOffline(desk, services.refusedRequests);
  await saveDownloads(desk, join(dataFolder, 'saving'), state);

  windows = new DeskWindows(state, join(built, 'preload', 'index.cjs'));
  serveBridge(services, windows);
  showMenu(windows, new HandedFiles(services.openedFiles, windows));
  endTogether(windows, async () => {
    await Promise.allSettled([state.flush(), services.close()]);
    await release();
  });
  windows.openRemembered();
  open(waiting.splice(0));
}

function showMenu(windows: DeskWindows, files: HandedFiles): void {
  const log = (error: unknown) => console.error(error);
  const last = () => windows.last ?? windows.open();
  const actions = {
    run: (command) => last().run(command),
    openCaseFile: () => void files.ask().catch(log),
    openWindow: () => void windows.open(windows.last?.place.hash),
  } satisfies Parameters<typeof menuTemplate>[1];
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, actions)));
  handFiles = (paths) => void files.hand(paths).catch(log);
  app.on('second-instance', (_event, commandLine, folder, handover) => {
    const handed = handoverSchema.safeParse(handover);
    last().focus();
    open(handed.success ? handed.data.caseFiles : caseFilesOf(commandLine, folder));
  });
  app.on('activate', () => last().focus());
}

/** Ends the program with its last window, and writes what is to be written before it is gone. */
function endTogether(windows: DeskWindows, finish: () => Promise<void>): void {
  let isFinished = false;
  let isQuitting = false;
  app.on('before-quit', () => {
    isQuitting = true;
    windows.startQuitting();
  });
  app.on('window-all-closed', () => {
    if (isQuitting || process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    if (isFinished) return;
    event.preventDefault();
    isFinished = true;
    finish()
      .catch((error) => console.error(error))
      .finally(() => app.exit()); // all windows are closed by now; a second `quit` was seen to do nothing
  });
}
