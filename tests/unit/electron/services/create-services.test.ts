import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createServices, type HostPorts } from '#electron/services/create-services.ts';
import type { Place } from '#shared/contracts/host.ts';
import { temporaryFolders } from '#tests/support/temporary-folder.ts';

const folder = temporaryFolders();
const place: Place = { hostKind: 'loopback', engine: 'chromium', engineMajor: 156, browserPath: null };

async function open(dataFolder = folder(), ports: Partial<HostPorts> = {}) {
  const seen: string[] = [];
  const services = await createServices({
    hostKind: 'loopback',
    version: '1.2.3',
    dataFolder,
    isOwnBrowser: false,
    now: () => 0,
    placeOf: () => place,
    openWindow: async (hash) => void seen.push(`open ${hash}`),
    windowReady: (window) => void seen.push(`ready ${window}`),
    windowMayClose: (window) => void seen.push(`may close ${window}`),
    log: (words) => void seen.push(`log ${words}`),
    ...ports,
  });
  return {
    services,
    seen,
    dataFolder,
    call: (channel: unknown, input: unknown) => services.answer(channel, input, 'w1'),
  };
}

describe('createServices', () => {
  it('says what the host is and who held the workspace before this start', async () => {
    const { call, dataFolder } = await open();
    expect(await call('host:describe', null)).toEqual({
      ok: true,
      value: {
        hostKind: 'loopback',
        version: '1.2.3',
        platform: process.platform,
        dataFolder,
        heldBy: null,
        isOwnBrowser: false,
      },
    });
    await call('place:hold', null);
    expect(await call('host:describe', null)).toMatchObject({ value: { heldBy: null } });

    const later = await open(dataFolder);
    expect(await later.call('host:describe', null)).toMatchObject({ value: { heldBy: place } });
  });

  it('counts what was refused, apart for page and browser', async () => {
    const { services, call } = await open();
    services.refusedRequests.add('page');
    services.refusedRequests.add('browser');
    services.refusedRequests.add('browser');

    expect(await call('network:count', null)).toEqual({ ok: true, value: { page: 1, browser: 2 } });
  });

  it('hands on which window is ready, opens another, or may close', async () => {
    const { call, seen } = await open();
    await call('window:ready', null);
    await call('window:open', { hash: '#/library' });
    await call('window:may-close', null);

    expect(seen).toEqual(['ready w1', 'open #/library', 'may close w1']);
  });

  it('keeps heads, a safety copy and an opened file behind the contract', async () => {
    const { services, call, dataFolder } = await open();
    const head = { chain: 'case:device', seq: 1, hash: 'a'.repeat(64) };
    expect(await call('witness:append', [head])).toEqual({ ok: true, value: null });
    expect(await call('witness:read', null)).toEqual({ ok: true, value: [head] });
    expect(await call('witness:restart', [])).toEqual({ ok: true, value: null });
    expect(await call('witness:read', null)).toEqual({ ok: true, value: [] });

    const begun = await call('safety-copy:begin', { caseId: 'case-1', caseName: 'Fire' });
    const token = begun.ok ? (begun.value as { token: string }).token : '';
    expect(await call('safety-copy:write', { token, chunk: 'YQ==' })).toEqual({ ok: true, value: null });
    const sha256 = 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb';
    const kept = await call('safety-copy:finish', { token, sha256, bytes: 1 });
    expect(await call('safety-copy:list', null)).toEqual({ ok: true, value: [kept.ok && kept.value] });

    writeFileSync(join(dataFolder, 'x.casefile'), 'b');
    const opened = await services.openedFiles.register(join(dataFolder, 'x.casefile'));
    expect(await call('opened-file:read', { token: opened.token, offset: 0 })).toEqual({
      ok: true,
      value: { chunk: 'Yg==', isLast: true },
    });
    expect(await call('opened-file:close', { token: opened.token })).toEqual({ ok: true, value: null });
    await services.close();
  });

  it.each([
    ['an unknown channel', 'shell:run', null],
    ['a channel of the prototype of all objects', 'constructor', null],
    ['a channel that is no word', { toString: 'host:describe' }, null],
    ['too much input', 'host:describe', {}],
    ['input of another shape', 'witness:append', { chain: 'a' }],
    ['a hash that is none', 'witness:append', [{ chain: 'a', seq: 1, hash: 'x' }]],
    ['a chunk that is too large', 'safety-copy:write', { token: 'a'.repeat(32), chunk: 'A'.repeat(1_500_000) }],
    ['a name with a path in it', 'safety-copy:read', { name: '../place.json', offset: 0 }],
    ['an offset before the file', 'opened-file:read', { token: 'a'.repeat(32), offset: -1 }],
  ])('answers %s with bad input', async (_, channel, input) => {
    const { call } = await open();

    expect(await call(channel, input)).toMatchObject({ ok: false, error: { code: 'bad-input' } });
  });

  it('tells the page no more than words of what went wrong inside', async () => {
    const { call, seen } = await open(folder(), {
      openWindow: () => Promise.reject(new Error('ENOENT: /home/ada/secret')),
    });
    const reply = await call('window:open', { hash: '' });

    expect(reply).toEqual({
      ok: false,
      error: { code: 'internal', message: 'Something went wrong. The log has the details.' },
    });
    expect(seen).toEqual(['log window:open failed']);
  });
});
