import type { HandOver, HandOverAnswer } from '#electron/services/ask-holder.ts';
import { openDataFolder } from '#electron/services/data-folder.ts';
import { takeLock } from '#electron/services/take-lock.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type { BrowserEnd } from './browser-window.ts';
import { type HostSetting, type OpenHost, openHost } from './open-host.ts';
import type { LoopbackOptions } from './read-options.ts';

/** What the host writes on standard output, one line of JSON each, for whoever started it. */
export type Announcement =
  | { ready: true; url: string; port: number }
  | { handedOver: true; words: string; address: string | null }
  | { address: string };

/** A loopback host that has been started; `ended` gives the exit code. */
export type Loopback = {
  readonly ended: Promise<number>;
  readonly stop: () => void;
  /** Writes a fresh address. */
  readonly announceAddress: () => void;
};

/** The exit codes that the start script tells apart. */
export const EXIT = { ended: 0, refused: 3, browserFailed: 4 } as const;

/** Less than this, and nobody has closed a window: the browser could not start. */
const AT_ONCE_MS = 5_000;

/**
 * Takes the lock of the data folder and opens the host; when another host has the lock, hands over and ends.
 *
 * @throws {AppError} as `openDataFolder`, `takeLock` and `openHost`; nothing is left running then
 */
export async function runLoopback(
  options: LoopbackOptions,
  setting: Omit<HostSetting, 'onBrowserEnd'>,
  write: (line: Announcement) => void,
): Promise<Loopback> {
  await openDataFolder(setting.dataFolder);
  const opening = deferred<OpenHost>();
  let isStopping = false;
  const message = { files: [...options.files], wantsAddress: options.browserPath === null };
  const lock = await takeLock(setting.dataFolder, message, async (asked) => {
    const host = await opening.promise;
    if (isStopping) throw new Error('ending'); // no answer: the other start takes the lock as soon as it is free
    return serveLaterStart(host, options, asked);
  });
  if (!lock.isHeld) {
    write({ handedOver: true, words: lock.answer.words, address: lock.answer.address });
    const code = lock.answer.isDone ? EXIT.ended : EXIT.refused;
    return { ended: Promise.resolve(code), stop: () => {}, announceAddress: () => {} };
  }
  const ended = deferred<number>();
  const stop = (code: number) => {
    if (isStopping) return;
    isStopping = true;
    void opening.promise
      .then((host) => host.close())
      .catch((error) => setting.log('ending failed', error))
      .then(lock.release)
      .then(() => ended.resolve(code));
  };
  const onBrowserEnd = (end: BrowserEnd, hasAsked: boolean) => stop(codeOf(end, hasAsked, setting.say));
  try {
    const host = await openHost(options, { ...setting, onBrowserEnd });
    opening.resolve(host);
    // with a browser of its own the ticket is in that window's address, and nobody else's business
    const url = options.browserPath === null ? host.windows.address() : host.windows.origin;
    write({ ready: true, url, port: host.port });
    return {
      ended: ended.promise,
      stop: () => stop(EXIT.ended),
      announceAddress: () => write({ address: host.windows.address() }),
    };
  } catch (error) {
    opening.reject(error);
    await lock.release();
    throw error;
  }
}

async function serveLaterStart(host: OpenHost, options: LoopbackOptions, asked: HandOver): Promise<HandOverAnswer> {
  const files = await host.register(asked.files);
  if (options.browserPath !== null) {
    await host.windows.open('', files);
    return { isDone: true, words: 'Casewright runs already: it opens another window.', address: null };
  }
  host.windows.announce(files);
  const words = 'Casewright runs already. This address opens another window of it:';
  return { isDone: true, words, address: host.windows.address() };
}

function codeOf({ code, afterMs }: BrowserEnd, hasAsked: boolean, say: (words: string) => void): number {
  if (hasAsked || (code === 0 && afterMs > AT_ONCE_MS)) return EXIT.ended;
  say(`the browser ended after ${(afterMs / 1000).toFixed(1)} s without asking for the desk (exit code ${code}).`);
  return EXIT.browserFailed;
}

function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void; reject: (error: unknown) => void } {
  let resolve: (value: T) => void = () => {};
  let reject: (error: unknown) => void = () => {};
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  promise.catch(() => undefined); // whoever awaits it hears of it
  return { promise, resolve, reject };
}

/** Words for the analyst of what kept the host from starting. */
export function wordsOf(error: unknown): string {
  return error instanceof AppError ? error.message : 'Casewright could not start. What went wrong is above.';
}
