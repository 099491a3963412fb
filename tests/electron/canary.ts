import { createSocket } from 'node:dgram';
import { connect, createServer } from 'node:net';

/** A listener on loopback that counts whoever reaches it, over TCP or UDP, whatever is said. */
export type Canary = {
  readonly port: number;
  /** Connections and datagrams so far. */
  readonly hits: () => number;
  /** Reaches it once, to show that it would have counted. */
  readonly touch: () => Promise<void>;
  readonly close: () => void;
};

/** Starts a canary. */
export async function startCanary(): Promise<Canary> {
  let hits = 0;
  const server = createServer((socket) => {
    hits += 1;
    socket.on('error', () => {}); // whoever it was has gone
    socket.end('HTTP/1.1 204 No Content\r\nAccess-Control-Allow-Origin: *\r\nConnection: close\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the canary has no port');
  const { port } = address;
  const datagrams = createSocket('udp4', () => {
    hits += 1;
  });
  await new Promise<void>((resolve) => datagrams.bind(port, '127.0.0.1', resolve));
  return {
    port,
    hits: () => hits,
    touch: () =>
      new Promise((resolve, reject) => {
        connect(port, '127.0.0.1').on('error', reject).on('close', resolve).resume();
      }),
    close: () => {
      server.close();
      datagrams.close();
    },
  };
}
