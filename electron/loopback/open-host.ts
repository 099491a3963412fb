import { join } from 'node:path';
import { createServices, type Services } from '#electron/services/create-services.ts';
import { setStoreAside } from '#electron/services/damaged-store.ts';
import { listBuild } from '#electron/services/list-build.ts';
import type { OpenedFile } from '#electron/services/opened-files.ts';
import { readPlace, whyNotHere } from '#electron/services/place-record.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { engineOfBinary } from './browser-engine.ts';
import { type BrowserEnd, BrowserWindow } from './browser-window.ts';
import { DeskWindows } from './desk-windows.ts';
import { EventStreams } from './event-streams.ts';
import { keepPort, keptPort } from './kept-port.ts';
import { type InstalledBrowser, nameOfOldProfile, placeOfWindow, refuseElsewhere } from './loopback-place.ts';
import type { LoopbackOptions } from './read-options.ts';
import { Sessions } from './sessions.ts';
import { type RunningServer, type ServerParts, startServer } from './start-server.ts';

/** What the host is given besides its options. */
export type HostSetting = {
  readonly dataFolder: string;
  readonly version: string;
  /** Folder of the built renderer. */
  readonly build: string;
  readonly now: () => number;
  readonly log: (words: string, cause: unknown) => void;
  /** Says something to the analyst, where the host was started. */
  readonly say: (words: string) => void;
  /** Told when the browser has ended: the last window was closed, or it never opened one (`hasAsked` is false). */
  readonly onBrowserEnd: (end: BrowserEnd, hasAsked: boolean) => void;
  /** How long the browser may take to ask for the desk. */
  readonly firstRequestMs?: number;
};

/** A loopback host at work. */
export type OpenHost = {
  readonly port: number;
  readonly windows: DeskWindows;
  /** Opens files for the desk; those that cannot be opened are told in words. */
  readonly register: (paths: readonly string[]) => Promise<OpenedFile[]>;
  readonly close: () => Promise<void>;
};

/** The fixed name: the origin owns the database, so that it must not change with the port. */
const FIXED_NAME = 'casewright.localhost';
/** A browser that takes us as its proxy asks within two seconds; one that a policy forbids it never does. */
const FIRST_REQUEST_MS = 15_000;

const POLICY_WORDS =
  'the browser has not asked for the desk yet. A policy of this machine may forbid it the proxy that cuts it off from the ' +
  'network. Other ways: Electron (npm start -- --fetch-electron), another browser (CASEWRIGHT_CHROMIUM), or your own browser ' +
  '(npm start -- --url).';

/**
 * Opens the host on a data folder of which it has the lock.
 *
 * @throws {AppError} `conflict` if another host or browser holds the workspace, `unavailable` if it cannot listen
 */
export async function openHost(options: LoopbackOptions, setting: HostSetting): Promise<OpenHost> {
  const { dataFolder, now } = setting;
  const record = await readPlace(dataFolder);
  const installed = await installedBrowser(options.browserPath);
  refuseElsewhere(record, installed);
  const profile = options.profile ?? join(dataFolder, 'browser-profile');
  const browser = installed === null ? null : new BrowserWindow(installed.path, profile);
  const sessions = new Sessions({ now });
  const streams = new EventStreams();
  const windows = new DeskWindows({ sessions, streams, browser });
  const services = await openServices(options, setting, { sessions, windows, installed });
  const whyNot = async (userAgent: string) =>
    whyNotHere(await readPlace(dataFolder), placeOfWindow(installed, userAgent));
  let hasAsked = false;
  const onRequest = () => {
    hasAsked = true;
  };
  const api = { services, sessions, streams, whyNotHere: whyNot };
  const server = await listen(options, setting, { api, refusedRequests: services.refusedRequests, onRequest });
  windows.listenAt(`http://${server.authority}`, server.port);
  const register = (paths: readonly string[]) => registerAll(paths, services, setting.say);
  const close = async () => {
    await windows.close();
    await Promise.all([browser?.end(), server.stop(), services.close()]);
  };
  const files = await register(options.files);
  if (browser) {
    try {
      await browser.prepare(nameOfOldProfile(record, installed, now()));
      await setStoreAside(dataFolder, profile, now());
    } catch (error) {
      await close();
      throw error;
    }
    browser.start(windows.address(files), server.port, (end) => setting.onBrowserEnd(end, hasAsked));
    const patience = setting.firstRequestMs ?? FIRST_REQUEST_MS;
    setTimeout(() => hasAsked || setting.say(POLICY_WORDS), patience).unref();
  } else {
    // a window that somebody else opens on our profile; an analyst's own browser has another
    if (!options.isOwnBrowser) await setStoreAside(dataFolder, profile, now());
    windows.announce(files);
  }
  return { port: server.port, windows, register, close };
}

async function installedBrowser(path: string | null): Promise<InstalledBrowser> {
  return path === null ? null : { path, ...(await engineOfBinary(path)) };
}

type Inner = { sessions: Sessions; windows: DeskWindows; installed: InstalledBrowser };

function openServices(
  { isOwnBrowser }: LoopbackOptions,
  { dataFolder, version, now, log }: HostSetting,
  { sessions, windows, installed }: Inner,
): Promise<Services> {
  return createServices({
    hostKind: 'loopback',
    version,
    dataFolder,
    isOwnBrowser,
    now,
    log,
    placeOf: (window) => placeOfWindow(installed, sessions.byId(window)?.userAgent ?? ''),
    openWindow: (hash) => windows.open(hash),
    windowReady: (window) => windows.ready(window),
    windowMayClose: (window) => windows.mayClose(window),
  });
}

async function listen(
  { isOwnBrowser, port: wanted }: LoopbackOptions,
  { dataFolder, build, log }: HostSetting,
  parts: Pick<ServerParts, 'api' | 'refusedRequests' | 'onRequest'>,
): Promise<RunningServer> {
  const authorityAt = (bound: number) => (isOwnBrowser ? `127.0.0.1:${bound}` : FIXED_NAME);
  const port = isOwnBrowser ? await keptPort(dataFolder, wanted) : wanted;
  const server = await startServer({ ...parts, files: listBuild(build), authorityAt, log }, port ?? 0);
  if (isOwnBrowser) await keepPort(dataFolder, server.port);
  return server;
}

async function registerAll(
  paths: readonly string[],
  { openedFiles }: Services,
  say: (words: string) => void,
): Promise<OpenedFile[]> {
  const opened: OpenedFile[] = [];
  for (const path of paths) {
    try {
      opened.push(await openedFiles.register(path));
    } catch (error) {
      say(`${path} was not opened: ${error instanceof AppError ? error.message : 'it cannot be read.'}`);
    }
  }
  return opened;
}
