import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { contentHeaders } from '#electron/services/content-headers.ts';
import type { RefusedRequests } from '#electron/services/refused-requests.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { type Api, answerApi, statusOf } from './answer-api.ts';
import { judgeRequest } from './judge-request.ts';
import { tellAsker } from './tell-asker.ts';

/** What the server answers with. */
export type ServerParts = {
  readonly api: Api;
  /** Paths of the build and the files behind them. */
  readonly files: ReadonlyMap<string, string>;
  readonly refusedRequests: RefusedRequests;
  /** The host of our addresses, given the port: the fixed name, or 127.0.0.1 for the analyst's own browser. */
  readonly authorityAt: (port: number) => string;
  /** Called at each request that is ours. */
  readonly onRequest: () => void;
  readonly log: (words: string, cause: unknown) => void;
};

/** A listening server. */
export type RunningServer = { readonly port: number; readonly authority: string; readonly stop: () => Promise<void> };

/** Connections at once: browsers keep six to a host, and one a stream. */
const MOST_CONNECTIONS = 256;

/**
 * Starts the server that is host and only proxy of the browser at once, on 127.0.0.1.
 *
 * @param port - 0 for any
 * @throws {AppError} `unavailable` if the port is taken
 */
export async function startServer(parts: ServerParts, port: number): Promise<RunningServer> {
  let authority = '';
  const server = createServer({ maxHeaderSize: 16 * 1024, requestTimeout: 60_000, headersTimeout: 15_000 });
  server.maxConnections = MOST_CONNECTIONS;
  server.on('request', (request, response) => void answer(parts, authority, request, response));
  const refuseTunnel = (request: IncomingMessage, socket: Duplex) => {
    parts.refusedRequests.add(tellAsker(request.url ?? '', request.method ?? '', request.headers));
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 403 Offline\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
  };
  server.on('connect', refuseTunnel); // https and WebSocket
  server.on('upgrade', refuseTunnel);
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // a browser opens sockets ahead of need: an answer that nobody asked for would be taken for that of its next request
    const isSilent = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
    if (socket.writable && !isSilent)
      socket.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
    else socket.destroy();
  });
  const sockets = keepSockets(server);
  const bound = await listen(server, port);
  authority = parts.authorityAt(bound);
  return { port: bound, authority, stop: () => stop(server, sockets) };
}

async function answer(parts: ServerParts, authority: string, request: IncomingMessage, response: ServerResponse) {
  try {
    const verdict = judgeRequest(request, authority);
    if (!verdict.isOurs) {
      if (verdict.isForeign) {
        parts.refusedRequests.add(tellAsker(hostOf(request.url), request.method ?? '', request.headers));
      }
      request.resume();
      response.writeHead(verdict.status, { 'content-length': 0, connection: 'close' }).end();
      return;
    }
    parts.onRequest();
    for (const [name, value] of Object.entries(contentHeaders(verdict.path))) response.setHeader(name, value);
    if (verdict.path.startsWith('/api/')) {
      response.setHeader('cache-control', 'no-store');
      response.removeHeader('content-type');
      await answerApi(parts.api, verdict.path, request, response);
    } else answerFile(parts, verdict.path, request, response);
  } catch (error) {
    parts.log('a request failed', error);
    if (response.headersSent) response.destroy();
    else response.writeHead(statusOf(error), { 'content-length': 0, connection: 'close' }).end();
  }
}

function answerFile({ files, log }: ServerParts, path: string, request: IncomingMessage, response: ServerResponse) {
  request.resume();
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.removeHeader('content-type');
    response.writeHead(405, { allow: 'GET, HEAD', 'content-length': 0 }).end();
    return;
  }
  const file = files.get(path);
  if (file === undefined) {
    response.removeHeader('content-type');
    response.writeHead(404, { 'content-length': 0, 'cache-control': 'no-store' }).end();
    return;
  }
  if (request.method === 'HEAD') {
    response.writeHead(200).end();
    return;
  }
  const stream = createReadStream(file);
  stream.once('open', () => {
    response.writeHead(200);
    stream.pipe(response);
  });
  stream.once('error', (error) => {
    log('a file of the build cannot be read', error);
    if (response.headersSent) response.destroy();
    else response.writeHead(500, { 'content-length': 0 }).end();
  });
  response.once('close', () => stream.destroy());
}

function hostOf(url = ''): string {
  return /^[a-z][a-z\d+.-]*:\/\/(?:[^/?#@]*@)?([^/?#]*)/i.exec(url)?.[1] ?? '';
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      reject(new AppError('unavailable', `Port ${port} of this machine is taken by another program.`, error));
    });
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function keepSockets(server: Server): ReadonlySet<Socket> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return sockets;
}

/** How long what was written last may take to leave. */
const FAREWELL_MS = 300;

function stop(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve) => {
    const farewell = setTimeout(() => {
      for (const socket of sockets) socket.destroy();
    }, FAREWELL_MS);
    server.close(() => {
      clearTimeout(farewell);
      resolve();
    });
    server.closeIdleConnections?.();
  });
}
