import { request } from 'node:http';
import type { InProcess } from './loopback-in-process.ts';

/** Listens to the event stream of a window; resolves once it is open. `all` gives what has come so far. */
export function listen(
  host: InProcess,
  token: string,
): Promise<{ status: number; all: () => unknown[]; close: () => void }> {
  return new Promise((resolve, reject) => {
    let text = '';
    const asked = request(
      {
        host: '127.0.0.1',
        port: host.port,
        path: '/api/events',
        agent: false,
        headers: {
          host: new URL(host.origin).host,
          'sec-fetch-site': 'same-origin',
          authorization: `Bearer ${token}`,
        },
      },
      (response) => {
        response.on('data', (part: Buffer) => {
          text += part.toString('utf8');
        });
        response.on('error', () => {}); // the host ended: what came before counts
        resolve({
          status: response.statusCode ?? 0,
          all: () => text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)])),
          close: () => asked.destroy(),
        });
      },
    );
    asked.on('error', reject);
    asked.end();
  });
}
