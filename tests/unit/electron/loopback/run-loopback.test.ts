import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { EXIT } from '#electron/loopback/run-loopback.ts';
import { fakeProgram } from '#tests/support/fake-program.ts';
import { listen } from '#tests/support/listen.ts';
import { startInProcess } from '#tests/support/loopback-in-process.ts';
import { temporaryFolders } from '#tests/support/temporary-folder.ts';

const folder = temporaryFolders();

/** Asks for an address through a proxy, as a browser does: in absolute form. */
const ASK = `
const [, proxy, address] = process.argv;
const { port } = new URL(proxy);
require("http").get({ port, path: address, headers: { host: new URL(address).host } }, (answer) => answer.resume());`;

/** A browser that notes how it was started, asks for the desk through its proxy if told to, and stays. */
function browserThat(stays: string, asks = true): { path: string; notes: () => string[] } {
  const place = folder();
  const notes = join(place, 'notes');
  const ask = asks ? `'${process.execPath}' -e '${ASK}' "$proxy" "$address"` : ':';
  const path = fakeProgram(
    place,
    `[ "$1" = --version ] && { echo 'Chromium 156.0.1.2'; exit; }
for word in "$@"; do case "$word" in
  --app=*) address="\${word#--app=}";;
  --proxy-server=*) proxy="\${word#--proxy-server=}";;
esac; done
echo "$address" >> ${notes}
${ask}
${stays}`,
    'chromium',
  );
  return { path, notes: () => (existsSync(notes) ? readFileSync(notes, 'utf8').trim().split('\n') : []) };
}

async function until<T>(read: () => T | Promise<T>, isThere: (value: T) => boolean): Promise<T> {
  for (let tries = 0; tries < 800; tries++) {
    const value = await read();
    if (isThere(value)) return value;
    await wait(25);
  }
  throw new Error('It did not happen within twenty seconds.');
}

describe('a host without a browser of its own', () => {
  it('announces one address that works, and another when asked', async () => {
    const host = await startInProcess();
    host.loopback.announceAddress();
    const [first, second] = host.announced;

    expect(first).toEqual({
      ready: true,
      port: host.port,
      url: expect.stringMatching(/^http:\/\/casewright\.localhost\/\?ticket=/),
    });
    expect(second).toEqual({ address: expect.stringMatching(/^http:\/\/casewright\.localhost\/\?ticket=/) });
    expect((await host.exchange(first && 'url' in first ? first.url : '')).status).toBe(200);
    await host.close();
  });

  it('lets the page open windows itself', async () => {
    const host = await startInProcess();

    expect(await host.call(await host.token(), 'window:open', { hash: '' })).toMatchObject({
      ok: false,
      error: { code: 'unavailable' },
    });
    await host.close();
  });

  it('tells a window of the file of a second start, which ends', async () => {
    const host = await startInProcess();
    const token = await host.token();
    const events = await listen(host, token);
    await host.call(token, 'window:ready', null);
    const file = join(folder(), 'harbour.casefile');
    writeFileSync(file, 'bytes');
    const second = await startInProcess({ files: [file] }, { dataFolder: host.dataFolder });

    expect(await second.loopback.ended).toBe(EXIT.ended);
    expect(second.announced).toEqual([
      { handedOver: true, words: expect.any(String), address: expect.stringContaining('?ticket=') },
    ]);
    const [opened] = await until(events.all, (all) => all.length > 0);
    expect(opened).toEqual({
      event: 'file:opened',
      payload: { token: expect.any(String), name: 'harbour.casefile', bytes: 5 },
    });
    await host.close();
  });

  it('tells the first window that is ready of the files it was started with', async () => {
    const file = join(folder(), 'harbour.casefile');
    writeFileSync(file, 'bytes');
    const host = await startInProcess({ files: [file, '/nowhere.casefile'] });
    const token = await host.token();
    const events = await listen(host, token);
    expect(events.all()).toEqual([]);
    await host.call(token, 'window:ready', null);

    expect(await until(events.all, (all) => all.length > 0)).toMatchObject([{ event: 'file:opened' }]);
    expect(host.said).toEqual([expect.stringContaining('/nowhere.casefile was not opened')]);
    await host.close();
  });

  it('lets windows write what they must before it ends, and tells them that it goes', async () => {
    const host = await startInProcess();
    const token = await host.token();
    const events = await listen(host, token);
    await host.call(token, 'window:ready', null);
    const started = Date.now();
    host.loopback.stop();
    await until(events.all, (all) => all.length > 0);
    await wait(100);
    await host.call(token, 'window:may-close', null);

    expect(await host.loopback.ended).toBe(EXIT.ended);
    expect(Date.now() - started).toBeLessThan(2_000);
    expect(await until(events.all, (all) => all.length > 1)).toEqual([
      { event: 'window:closing', payload: {} },
      { event: 'host:gone', payload: {} },
    ]);
    await host.close();
  });

  it('ends all the same when a window never says that it may', async () => {
    const host = await startInProcess();
    const token = await host.token();
    const events = await listen(host, token);
    await host.call(token, 'window:ready', null);
    host.loopback.stop();

    expect(await host.loopback.ended).toBe(EXIT.ended);
    expect((await until(events.all, (all) => all.length > 1)).at(-1)).toEqual({ event: 'host:gone', payload: {} });
    await host.close();
  });

  it('refuses a browser older than the one that held the workspace', async () => {
    const host = await startInProcess();
    await host.call(await host.token(), 'place:hold', null);
    host.loopback.announceAddress();
    const last = host.announced.at(-1);
    const ticket = new URL(last && 'address' in last ? (last.address ?? '') : '').searchParams.get('ticket');
    const answer = await host.ask('/api/session', {
      method: 'POST',
      body: JSON.stringify({ ticket }),
      headers: { 'user-agent': 'Mozilla/5.0 Chrome/120.0.0.0' },
    });

    expect(answer.status).toBe(409);
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'conflict', message: /chromium 120 is older/ } });
    await host.close();
  });
});

describe('a host with a browser', () => {
  it('opens its window and ends with it', async () => {
    const browser = browserThat('sleep 0.3');
    const host = await startInProcess({ browserPath: browser.path });

    expect(host.announced).toEqual([{ ready: true, port: host.port, url: 'http://casewright.localhost' }]);
    expect(await host.loopback.ended).toBe(EXIT.ended);
    expect(browser.notes()).toEqual([expect.stringMatching(/^http:\/\/casewright\.localhost\/\?ticket=[\w-]{32}$/)]);
    await host.close();
  });

  it('ends the browser when it ends itself', async () => {
    const place = folder();
    const browser = browserThat(
      `trap 'echo ended > ${place}/ended; exit' TERM; : > ${place}/stays; while :; do sleep 0.05; done`,
    );
    const host = await startInProcess({ browserPath: browser.path });
    await until(
      () => existsSync(join(place, 'stays')),
      (stays) => stays,
    );
    await host.close();

    expect(readFileSync(join(place, 'ended'), 'utf8')).toBe('ended\n');
  });

  it('opens another window for a second start, with a ticket of its own', async () => {
    const browser = browserThat('sleep 2');
    const host = await startInProcess({ browserPath: browser.path });
    const second = await startInProcess({ browserPath: browser.path }, { dataFolder: host.dataFolder });

    expect(second.announced).toEqual([
      { handedOver: true, words: expect.stringContaining('another window'), address: null },
    ]);
    const [first, next] = await until(browser.notes, (notes) => notes.length === 2);
    expect(next).not.toBe(first);
    await host.close();
  });

  it('says so when the browser ends without having asked for the desk', async () => {
    const host = await startInProcess({ browserPath: browserThat('exit 21', false).path });

    expect(await host.loopback.ended).toBe(EXIT.browserFailed);
    expect(host.said).toEqual([expect.stringContaining('exit code 21')]);
    await host.close();
  });

  it('says that a policy may forbid it when nothing is asked in time', async () => {
    const options = { browserPath: browserThat('sleep 5', false).path };
    const host = await startInProcess(options, { firstRequestMs: 50 });

    expect(
      await until(
        () => host.said,
        (said) => said.length > 0,
      ),
    ).toEqual([expect.stringContaining('policy')]);
    await host.close();
  });

  it('says nothing of policies once the desk has been asked for', async () => {
    const host = await startInProcess({ browserPath: browserThat('sleep 3', false).path }, { firstRequestMs: 1_000 });
    await host.ask('/');
    await wait(1_200);

    expect(host.said).toEqual([]);
    await host.close();
  });

  it('seeds the profile before the browser opens it', async () => {
    const browser = browserThat('sleep 1');
    const host = await startInProcess({ browserPath: browser.path });
    const preferences = readFileSync(join(host.dataFolder, 'browser-profile', 'Default', 'Preferences'), 'utf8');

    expect(preferences).toContain('durable_storage');
    await host.close();
  });
});
