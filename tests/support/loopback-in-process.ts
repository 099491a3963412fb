import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LoopbackOptions, readOptions } from '#electron/loopback/read-options.ts';
import { type Announcement, type Loopback, runLoopback } from '#electron/loopback/run-loopback.ts';
import { askRaw, type RawQuestion } from './raw-http.ts';

/** A loopback host that runs in the test's own process, on a folder and a build of its own. */
export type InProcess = {
  readonly port: number;
  readonly origin: string;
  readonly dataFolder: string;
  readonly loopback: Loopback;
  readonly announced: readonly Announcement[];
  readonly said: readonly string[];
  readonly logged: readonly unknown[];
  /** Asks as the page does: host, origin and all the headers that a browser sends; `headers` override. */
  ask(path: string, question?: RawQuestion & { token?: string }): ReturnType<typeof askRaw>;
  /** Exchanges the ticket of an address. */
  exchange(url: string): ReturnType<typeof askRaw>;
  /** The token of a fresh window. */
  token(): Promise<string>;
  call(token: string, channel: string, input: unknown): Promise<unknown>;
  close(): Promise<void>;
};

const PLAIN: LoopbackOptions = readOptions([], {});

/** Starts one; the clock can be turned. */
export async function startInProcess(
  options: Partial<LoopbackOptions> = {},
  { dataFolder = mkdtempSync(join(tmpdir(), 'casewright-loopback-')), clock = { at: 0 }, firstRequestMs = 15_000 } = {},
): Promise<InProcess> {
  const build = makeBuild();
  const announced: Announcement[] = [];
  const said: string[] = [];
  const logged: unknown[] = [];
  const loopback = await runLoopback(
    { ...PLAIN, ...options },
    {
      dataFolder,
      version: '0.0.0',
      build,
      now: () => clock.at,
      log: (_, cause) => void logged.push(cause),
      say: (words) => void said.push(words),
      firstRequestMs,
    },
    (line) => announced.push(line),
  );
  const first = announced[0];
  const { port, url } = first && 'ready' in first ? first : { port: 0, url: 'http://none/' };
  const origin = new URL(url).origin;
  const ask: InProcess['ask'] = (path, { method = 'GET', headers = {}, body, token } = {}) =>
    askRaw(port, path, {
      method,
      headers: {
        host: new URL(origin).host,
        'sec-fetch-site': 'same-origin',
        ...(method === 'POST' && { origin, 'content-type': 'application/json' }),
        ...(token && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body !== undefined && { body }),
    });
  const exchange = (address: string) =>
    ask('/api/session', {
      method: 'POST',
      body: JSON.stringify({ ticket: new URL(address).searchParams.get('ticket') }),
      headers: { 'user-agent': 'Mozilla/5.0 Chrome/156.0.0.0 Safari/537.36' },
    });
  return {
    port,
    origin,
    dataFolder,
    loopback,
    announced,
    said,
    logged,
    ask,
    exchange,
    async token() {
      loopback.announceAddress();
      const last = announced.at(-1);
      const answer = await exchange(last && 'address' in last && last.address ? last.address : url);
      return (JSON.parse(answer.body) as { token: string }).token;
    },
    async call(token, channel, input) {
      return JSON.parse(
        (await ask('/api/call', { method: 'POST', token, body: JSON.stringify({ channel, input }) })).body,
      );
    },
    async close() {
      loopback.stop();
      await loopback.ended;
      rmSync(build, { recursive: true, force: true });
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

function makeBuild(): string {
  const build = mkdtempSync(join(tmpdir(), 'casewright-build-'));
  mkdirSync(join(build, 'assets'));
  writeFileSync(join(build, 'index.html'), '<!doctype html><title>Casewright</title>');
  writeFileSync(join(build, 'assets', 'desk-1a2b.js'), 'export {};');
  writeFileSync(join(build, 'original.html'), '<!doctype html><title>Original</title>');
  writeFileSync(join(build, 'original.js'), '0;');
  return build;
}
