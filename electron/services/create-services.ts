import { type Channel, hostContract, type Input, isChannel, type Output, type Place } from '#shared/contracts/host.ts';
import { AppError, toPayload } from '#shared/kernel/app-error.ts';
import type { Reply } from '#shared/kernel/reply.ts';
import { askToSetStoreAside } from './damaged-store.ts';
import { diskFree } from './disk-free.ts';
import { OpenedFiles } from './opened-files.ts';
import { holdPlace, readPlace, releasePlace } from './place-record.ts';
import { RefusedRequests } from './refused-requests.ts';
import { SafetyCopies } from './safety-copies.ts';
import { Witness } from './witness.ts';

/** Which window asks: a word that the host made up, never one that the page sent. */
export type WindowId = string;

/** What the services need of the host that they stand in. */
export type HostPorts = {
  readonly hostKind: Place['hostKind'];
  readonly version: string;
  readonly dataFolder: string;
  readonly isOwnBrowser: boolean;
  readonly now: () => number;
  /** The program that shows a window, as `place:hold` records it. */
  readonly placeOf: (window: WindowId) => Place;
  /** @param hash - route of the new window, with its `#` or empty */
  readonly openWindow: (hash: string) => Promise<void>;
  readonly windowReady: (window: WindowId) => void;
  readonly windowMayClose: (window: WindowId) => void;
  /** Notes what went wrong, with its cause, where the analyst's machine keeps such things. */
  readonly log: (words: string, cause: unknown) => void;
};

type Handlers = { readonly [C in Channel]: (input: Input<C>, window: WindowId) => Promise<Output<C>> };

/** The services of one host, open on one data folder. */
export type Services = {
  /**
   * Answers one call of a window whose sender the host has checked. Trusts neither channel nor input; never throws.
   */
  readonly answer: (channel: unknown, input: unknown, window: WindowId) => Promise<Reply<unknown>>;
  /** Where the host registers a file that the operating system handed over; announce it with `file:opened`. */
  readonly openedFiles: OpenedFiles;
  /** Where the host notes each request that it refused. */
  readonly refusedRequests: RefusedRequests;
  /** Closes files and drops what was half written: the host ends. */
  readonly close: () => Promise<void>;
};

/**
 * Opens the services on a data folder that exists (`openDataFolder`) and that this host has the lock of.
 *
 * @throws {AppError} `unavailable`, `disk-full` or `unreadable` if the folder cannot be used
 */
export async function createServices(host: HostPorts): Promise<Services> {
  const { place: heldBy } = await readPlace(host.dataFolder);
  const openedFiles = new OpenedFiles();
  const refusedRequests = new RefusedRequests();
  const safetyCopies = new SafetyCopies(host.dataFolder, host);
  await safetyCopies.open();
  const handlers: Handlers = {
    'host:describe': async () => ({
      hostKind: host.hostKind,
      version: host.version,
      platform: process.platform,
      dataFolder: host.dataFolder,
      heldBy,
      isOwnBrowser: host.isOwnBrowser,
    }),
    'network:count': async () => refusedRequests.read(),
    'disk:free': () => diskFree(host.dataFolder),
    ...witnessHandlers(new Witness(host.dataFolder, host), safetyCopies),
    ...safetyCopyHandlers(safetyCopies),
    'opened-file:read': ({ token, offset }) => openedFiles.read(token, offset),
    'opened-file:close': ({ token }) => openedFiles.close(token).then(() => null),
    ...windowHandlers(host),
    'store:set-aside': () => askToSetStoreAside(host.dataFolder, host.isOwnBrowser).then(() => null),
    'place:hold': (_, window) => holdPlace(host.dataFolder, host.placeOf(window)).then(() => null),
    'place:release': ({ to }) => releasePlace(host.dataFolder, to).then(() => null),
  };
  return {
    answer: (channel, input, window) => answer(handlers, host, channel, input, window),
    openedFiles,
    refusedRequests,
    close: async () => {
      await Promise.all([openedFiles.closeAll(), safetyCopies.abandonAll()]);
    },
  };
}

function witnessHandlers(
  witness: Witness,
  copies: SafetyCopies,
): Pick<Handlers, 'witness:read' | 'witness:append' | 'witness:restart'> {
  return {
    'witness:read': () => witness.read(),
    'witness:append': (heads) => witness.append(heads).then(() => null),
    'witness:restart': async (heads) => {
      await copies.pass();
      await witness.restart(heads);
      return null;
    },
  };
}

function safetyCopyHandlers(copies: SafetyCopies): Pick<Handlers, Extract<Channel, `safety-copy:${string}`>> {
  return {
    'safety-copy:list': () => copies.list(),
    'safety-copy:begin': (input) => copies.begin(input),
    'safety-copy:write': (input) => copies.write(input).then(() => null),
    'safety-copy:finish': (input) => copies.finish(input),
    'safety-copy:abandon': ({ token }) => copies.abandon(token).then(() => null),
    'safety-copy:read': ({ name, offset }) => copies.read(name, offset),
  };
}

function windowHandlers(host: HostPorts): Pick<Handlers, Extract<Channel, `window:${string}`>> {
  return {
    'window:open': ({ hash }) => host.openWindow(hash).then(() => null),
    'window:ready': async (_, window) => {
      host.windowReady(window);
      return null;
    },
    'window:may-close': async (_, window) => {
      host.windowMayClose(window);
      return null;
    },
  };
}

async function answer(
  handlers: Handlers,
  host: HostPorts,
  channel: unknown,
  argument: unknown,
  window: WindowId,
): Promise<Reply<unknown>> {
  try {
    if (!isChannel(channel)) throw new AppError('bad-input', 'There is no such channel.');
    const input = hostContract[channel].input.safeParse(argument);
    if (!input.success) throw new AppError('bad-input', `Malformed ${channel}.`, input.error);
    // one of many handlers, each fit for the input that its own schema has just passed
    const handle = handlers[channel] as (input: unknown, window: WindowId) => Promise<unknown>;
    return { ok: true, value: await handle(input.data, window) };
  } catch (error) {
    // what is said in words is an answer; a log is for what has a cause
    const isAnswer = error instanceof AppError && error.cause === undefined;
    if (!isAnswer) host.log(`${isChannel(channel) ? channel : 'an unknown channel'} failed`, error);
    return { ok: false, error: toPayload(error) };
  }
}
