import { mkdir, open, rm, stat } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '#shared/kernel/app-error.ts';
import {
  askHolder,
  type HandOver,
  type HandOverAnswer,
  handOverSchema,
  isListening,
  MOST_LINE_BYTES,
} from './ask-holder.ts';
import { lockAddressOf } from './lock-address.ts';
import { systemCodeOf, tellDiskError } from './tell-disk-error.ts';

/** The lock of a data folder: taken here, or held by a host that has answered. */
export type Lock =
  | { readonly isHeld: true; readonly release: () => Promise<void> }
  | { readonly isHeld: false; readonly answer: HandOverAnswer };

/** Answers a later start. */
type Serve = (message: HandOver) => Promise<HandOverAnswer>;

const BETWEEN_TRIES_MS = 100;
/** A takeover lasts milliseconds; what is older belongs to a start that died in it. */
const STALE_TAKEOVER_MS = 3_000;
/** Tries before giving up: until a dead takeover is stale, and then as long as a host that is just ending needs. */
const TRIES = (2 * STALE_TAKEOVER_MS) / BETWEEN_TRIES_MS;

/**
 * Takes the lock of a data folder, so that one host alone opens the workspace; or hands `message` to the host that holds it.
 * The lock is a listening socket: it cannot outlive its process.
 *
 * @param serve - answers later starts for as long as the lock is held
 * @throws {AppError} `conflict` if the holder does not answer
 */
export async function takeLock(dataFolder: string, message: HandOver, serve: Serve): Promise<Lock> {
  const userId = process.getuid?.() ?? 0;
  const address = lockAddressOf(dataFolder, { platform: process.platform, temporaryFolder: tmpdir(), userId });
  if (process.platform !== 'win32') await openSocketFolder(dirname(address), dataFolder);
  for (let tries = 0; tries < TRIES; tries++) {
    const server = await alone(join(dataFolder, 'host.takeover'), () => listenInPlaceOfTheDead(address, serve));
    if (server) return { isHeld: true, release: () => release(server) };
    const asked = await askHolder(address, message);
    if (asked.kind === 'answered') return { isHeld: false, answer: asked.answer };
    if (asked.kind === 'silent') break;
    await wait(BETWEEN_TRIES_MS);
  }
  throw new AppError('conflict', 'Casewright is running already and does not answer. End it, then start again.');
}

async function openSocketFolder(folder: string, dataFolder: string): Promise<void> {
  if (folder === dataFolder) return;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { uid, mode } = await stat(folder);
  const isOurs = uid === process.getuid?.() && (folder.startsWith(dataFolder) || (mode & 0o022) === 0);
  if (!isOurs) throw new AppError('refused', `${folder} belongs to another user. Choose a shorter CASEWRIGHT_DATA.`);
}

/** Runs `task` while no other start does: else one could remove the socket on which the other has just begun to listen. */
async function alone<T>(takeover: string, task: () => Promise<T>): Promise<T | null> {
  try {
    await (await open(takeover, 'wx', 0o600)).close();
  } catch (error) {
    if (systemCodeOf(error) !== 'EEXIST') throw tellDiskError(error);
    const { mtimeMs } = await stat(takeover).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > STALE_TAKEOVER_MS) await rm(takeover, { force: true });
    return null;
  }
  try {
    return await task();
  } finally {
    await rm(takeover, { force: true });
  }
}

/** A host that was killed leaves its socket behind; nobody listens there. A pipe of Windows ends with its process. */
async function listenInPlaceOfTheDead(address: string, serve: Serve): Promise<Server | null> {
  const server = await listen(address, serve);
  if (server || process.platform === 'win32' || (await isListening(address))) return server;
  await rm(address, { force: true });
  return listen(address, serve);
}

/** Listens at `address`; null when it is taken, by a living host or by what a dead one has left. */
function listen(address: string, serve: Serve): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => answerOn(socket, serve));
    server.maxConnections = 16;
    server.once('error', (error) => {
      if (systemCodeOf(error) === 'EADDRINUSE') resolve(null);
      else reject(new AppError('unavailable', 'The data folder cannot be locked.', error));
    });
    server.listen(address, () => resolve(server));
  });
}

function answerOn(socket: Socket, serve: Serve): void {
  let text = '';
  socket.setEncoding('utf8');
  socket.setTimeout(10_000, () => socket.destroy());
  socket.on('error', () => socket.destroy());
  socket.on('data', (part: string) => {
    text += part;
    if (text.length > MOST_LINE_BYTES) socket.destroy();
    const end = text.indexOf('\n');
    if (end < 0) return;
    socket.removeAllListeners('data');
    void reply(text.slice(0, end), serve).then((answer) => {
      if (answer) socket.end(`${JSON.stringify(answer)}\n`);
      else socket.destroy();
    });
  });
}

async function reply(line: string, serve: Serve): Promise<HandOverAnswer | null> {
  try {
    return await serve(handOverSchema.parse(JSON.parse(line)));
  } catch (error) {
    const words = error instanceof AppError ? error.message : null;
    return words === null ? null : { isDone: false, words, address: null };
  }
}

function release(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
