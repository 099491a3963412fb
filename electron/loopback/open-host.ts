import { join } from 'node:path';
import { createServices } from '#electron/services/create-services.ts';
import { listBuild } from '#electron/services/list-build.ts';
import type { OpenedFile } from '#electron/services/opened-files.ts';
import { type PlaceRecord, readPlace, whyNotHere } from '#electron/services/place-record.ts';
import type { Place } from '#shared/contracts/host.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { type BrowserEngine, engineOfBinary, engineOfUserAgent } from './browser-engine.ts';
import { type BrowserEnd, BrowserWindow } from './browser-window.ts';
import { DeskWindows } from './desk-windows.ts';
import { EventStreams } from './event-streams.ts';
import { keepPort, keptPort } from './kept-port.ts';
import type { LoopbackOptions } from './read-options.ts';
import { Sessions } from './sessions.ts';
import { startServer } from './start-server.ts';

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
  /** Told when the browser has ended: the last window was closed. */
  readonly onBrowserEnd: (end: BrowserEnd, hasAsked: boolean) => void;
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
/** A browser that was told to use us as its proxy asks within two seconds; one that was told otherwise by a policy never does. */
const FIRST_REQUEST_MS = 15_000;

/**
 * Opens the host on a data folder of which it has the lock.
 *
 * @throws {AppError} `conflict` if another host or browser holds the workspace, `unavailable` if it cannot listen
 */
export async function openHost(options: LoopbackOptions, setting: HostSetting): Promise<OpenHost> {
  const { dataFolder, now, log } = setting;
  const { browserPath, isOwnBrowser } = options;
  const record = await readPlace(dataFolder);
  const installed = browserPath === null ? null : await engineOfBinary(browserPath);
  const placeFor = (engine: BrowserEngine): Place => ({ hostKind: 'loopback', browserPath, ...(installed ?? engine) });
  refuseOtherPlace(record, placeFor(record.place ?? { engine: '', engineMajor: 0 }));

  const profile = options.profile ?? join(dataFolder, 'browser-profile');
  const browser = browserPath === null ? null : new BrowserWindow(browserPath, profile);
  const sessions = new Sessions({ now });
  const streams = new EventStreams();
  const windows = new DeskWindows({ sessions, streams, browser });
  const services = await createServices({
    hostKind: 'loopback',
    version: setting.version,
    dataFolder,
    isOwnBrowser,
    now,
    log,
    placeOf: (window) => placeFor(engineOfUserAgent(sessions.byId(window)?.userAgent ?? '')),
    openWindow: (hash) => windows.open(hash),
    windowReady: (window) => windows.ready(window),
    windowMayClose: (window) => windows.mayClose(window),
  });
  let hasAsked = false;
  const port = isOwnBrowser ? await keptPort(dataFolder, options.port) : options.port;
  const server = await startServer(
    {
      api: {
        services,
        sessions,
        streams,
        whyNotHere: async (agent) => whyNotHere(await readPlace(dataFolder), placeFor(engineOfUserAgent(agent))),
      },
      files: listBuild(setting.build),
      refusedRequests: services.refusedRequests,
      authorityAt: (bound) => (isOwnBrowser ? `127.0.0.1:${bound}` : FIXED_NAME),
      onRequest: () => {
        hasAsked = true;
      },
      log,
    },
    port ?? 0,
  );
  if (isOwnBrowser && port !== server.port) await keepPort(dataFolder, server.port);
  windows.listenAt(`http://${server.authority}`, server.port);
  const register = (paths: readonly string[]) =>
    registerAll(paths, services.openedFiles.register.bind(services.openedFiles), setting.say);
  if (browser) {
    await browser.prepare(asideOf(record, placeFor({ engine: '', engineMajor: 0 }), now()));
    browser.start(windows.address(await register(options.files)), server.port, (end) =>
      setting.onBrowserEnd(end, hasAsked),
    );
    setTimeout(() => hasAsked || setting.say(POLICY_WORDS), FIRST_REQUEST_MS).unref();
  } else windows.announce(await register(options.files));
  const close = async () => {
    await windows.close();
    await Promise.all([browser?.end(), server.stop(), services.close()]);
  };
  return { port: server.port, windows, register, close };
}

const POLICY_WORDS =
  'the browser has not asked for the desk for 15 seconds. A policy of this machine may forbid it the proxy that cuts it off ' +
  'from the network. Other ways: Electron (npm start -- --fetch-electron), another browser (CASEWRIGHT_CHROMIUM), or your own ' +
  'browser (npm start -- --url).';

function refuseOtherPlace(record: PlaceRecord, here: Place): void {
  const why = whyNotHere(record, here);
  if (why !== null) throw new AppError('conflict', why);
}

/** After *Move the workspace…* another browser may come, or an older one: it gets a profile of its own. */
function asideOf({ place, releasedTo }: PlaceRecord, here: Place, now: number): string | null {
  if (place === null || releasedTo === null || place.browserPath === null) return null;
  const isSame = whyNotHere({ place, releasedTo: null }, here) === null;
  return isSame ? null : `of-${place.engine}-${place.engineMajor}-${now}`;
}

async function registerAll(
  paths: readonly string[],
  register: (path: string) => Promise<OpenedFile>,
  say: (words: string) => void,
): Promise<OpenedFile[]> {
  const opened: OpenedFile[] = [];
  for (const path of paths) {
    try {
      opened.push(await register(path));
    } catch (error) {
      say(`${path} was not opened: ${error instanceof AppError ? error.message : 'it cannot be read.'}`);
    }
  }
  return opened;
}
