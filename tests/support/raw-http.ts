import { request } from 'node:http';
import { connect } from 'node:net';

/** An answer as it came. */
export type RawAnswer = {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
};

/** What a test asks for; `path` is sent as written, in absolute form as well. */
export type RawQuestion = { method?: string; headers?: Record<string, string>; body?: string | Buffer };

/** Asks a server on 127.0.0.1, adding nothing that is not said. */
export function askRaw(port: number, path: string, { method = 'GET', headers = {}, body }: RawQuestion = {}) {
  return new Promise<RawAnswer>((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts).toString('utf8'),
        }),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

/** Sends bytes as they are and gives all that comes back until the other side closes or is silent for `patience` ms. */
export function sendBytes(port: number, bytes: string | Buffer, patience = 300): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    const end = () => {
      socket.destroy();
      resolve(text);
    };
    socket.setTimeout(patience, end);
    socket.on('data', (part) => {
      text += part.toString('latin1');
    });
    socket.on('error', end);
    socket.on('close', end);
    socket.on('connect', () => socket.write(bytes));
  });
}
