import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadScript } from '#tests/support/load-script.ts';
import { temporaryFolders } from '#tests/support/temporary-folder.ts';

type Options = {
  root: string;
  version: string;
  stallMs: number;
  onProgress: (percent: number, bytes: number) => void;
  unpack: (folder: string) => Promise<void>;
};
const { fetchElectron } = await loadScript<{ fetchElectron: (options: Options) => Promise<void> }>(
  'setup/fetch-electron.mjs',
);
const { version } = JSON.parse(readFileSync('node_modules/electron/package.json', 'utf8')) as { version: string };

const folder = temporaryFolders();
const KEPT = ['ELECTRON_MIRROR', 'electron_config_cache'] as const;
let before: Array<string | undefined>;

beforeEach(() => {
  before = KEPT.map((name) => process.env[name]);
  process.env['electron_config_cache'] = folder();
});
afterEach(() => {
  for (const [at, name] of KEPT.entries()) {
    const value = before[at];
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
});

/** A mirror on loopback, and a download from it. */
async function fetchFrom(answer: RequestListener, stallMs = 400) {
  const asked: string[] = [];
  const mirror = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  });
  await new Promise<void>((resolve) => mirror.listen(0, '127.0.0.1', resolve));
  process.env['ELECTRON_MIRROR'] = `http://127.0.0.1:${(mirror.address() as AddressInfo).port}/`;
  const progress: number[] = [];
  let unpacked = 0;
  const started = Date.now();
  const outcome = await fetchElectron({
    root: process.cwd(),
    version,
    stallMs,
    onProgress: (percent) => progress.push(percent),
    unpack: async () => {
      unpacked += 1;
    },
  }).then(
    () => 'fetched',
    (error: Error) => error.message,
  );
  mirror.closeAllConnections();
  mirror.close();
  return { outcome, asked, progress, unpacked, afterMs: Date.now() - started };
}

describe('fetchElectron', () => {
  it('gives up on a mirror that never answers', async () => {
    const { outcome, unpacked, afterMs } = await fetchFrom(() => {});

    expect(outcome).toMatch(/^no data for/);
    expect(unpacked).toBe(0);
    expect(afterMs).toBeLessThan(10_000);
  });

  it('gives up on a mirror that falls silent in the middle', async () => {
    const { outcome, progress } = await fetchFrom((_, response) => {
      response.writeHead(200, { 'content-length': 1_000_000 });
      response.write(Buffer.alloc(250_000));
    });

    expect(outcome).toMatch(/^no data for/);
    expect(progress.at(-1)).toBe(25);
  });

  it('waits for a mirror that is slow but not silent', async () => {
    const { outcome, progress } = await fetchFrom((_, response) => {
      response.writeHead(200, { 'content-length': 5 });
      let sent = 0;
      const drip = setInterval(() => {
        response.write('x');
        sent += 1;
        if (sent < 5) return;
        clearInterval(drip);
        response.end();
      }, 200);
    });

    // all of it came; what came is not Electron
    expect(progress.at(-1)).toBe(100);
    expect(outcome).not.toMatch(/^no data/);
  });

  it('refuses bytes that are not the ones that Electron’s package names, and unpacks nothing', async () => {
    const { outcome, unpacked } = await fetchFrom((_, response) => response.end('not Electron'));

    expect(outcome).not.toBe('fetched');
    expect(unpacked).toBe(0);
  });

  it('says why a mirror that refuses does', async () => {
    const { outcome, asked } = await fetchFrom((_, response) => response.writeHead(404).end());

    expect(outcome).toContain('404');
    expect(asked[0]).toContain(`electron-v${version}-`);
  });

  it('says that nobody is there', async () => {
    process.env['ELECTRON_MIRROR'] = 'http://127.0.0.1:9/';
    const outcome = fetchElectron({
      root: process.cwd(),
      version,
      stallMs: 2_000,
      onProgress: () => {},
      unpack: async () => {},
    });

    await expect(outcome).rejects.toThrow(/ECONNREFUSED|bad port|fetch failed/);
  });
});
