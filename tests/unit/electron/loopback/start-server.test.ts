import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOST_BODY_BYTES } from '#electron/loopback/read-body.ts';
import { type InProcess, startInProcess } from '#tests/support/loopback-in-process.ts';
import { sendBytes } from '#tests/support/raw-http.ts';

let host: InProcess;
let token: string;
const NAME = 'casewright.localhost';
const describeCall = JSON.stringify({ channel: 'host:describe', input: null });

beforeAll(async () => {
  host = await startInProcess();
  token = await host.token();
});
afterAll(() => host.close());

const call = (headers: Record<string, string> = {}, body: string | Buffer = describeCall) =>
  host.ask('/api/call', { method: 'POST', token, headers, body });
const counts = async () => ((await host.call(token, 'network:count', null)) as { value: unknown }).value;

describe('the loopback server', () => {
  it('answers with the page under the policy of both hosts', async () => {
    const { status, headers, body } = await host.ask(`http://${NAME}/`);

    expect(status).toBe(200);
    expect(body).toContain('<title>Casewright</title>');
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  });

  it('gives its script to the frame of the original, which asks without an origin as Chromium 156 does', async () => {
    const asked = {
      origin: 'null',
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'no-cors',
      'sec-fetch-dest': 'script',
    };
    const { status, headers } = await host.ask('/original.js', { headers: asked });

    expect({ status, policy: headers['cross-origin-resource-policy'] }).toEqual({
      status: 200,
      policy: 'cross-origin',
    });
    expect((await host.ask('/original.html', { headers: asked })).status).toBe(403);
  });

  it('answers HEAD without the body and a missing file with 404, under the same policy', async () => {
    expect(await host.ask('/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
    const missing = await host.ask('/missing.js');
    expect(missing).toMatchObject({ status: 404, body: '' });
    expect(missing.headers['content-security-policy']).toContain("default-src 'none'");
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('refuses %s of a file', async (method) => {
    expect((await host.ask('/', { method })).status).toBe(405);
  });

  it.each([
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/package.json',
    '/assets/../../package.json',
    '/assets%5c..%5c..%5cpackage.json',
    '/assets/%00desk-1a2b.js',
    '/assets',
    '/assets/',
    '//etc/passwd',
    '/./index.html',
    '/INDEX.HTML',
    `http://${NAME}/../../../etc/passwd`,
  ])('has nothing at the path %s', async (path) => {
    expect(await host.ask(path)).toMatchObject({ status: 404, body: '' });
  });

  it('answers a call that carries the token', async () => {
    const { status, headers, body } = await call();

    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(JSON.parse(body)).toMatchObject({ ok: true, value: { hostKind: 'loopback' } });
  });
});

describe('each hole of the prototype is closed:', () => {
  it('the host of an address in absolute form is checked', async () => {
    expect((await host.ask('http://evil.example/', { headers: { host: NAME } })).status).toBe(421);
    expect((await host.ask(`http://${NAME}/`, { headers: { host: 'evil.example' } })).status).toBe(421);
  });

  it('the origin null is refused as any other, and is no failure', async () => {
    expect(await call({ origin: 'null' })).toMatchObject({ status: 403, body: '' });
    expect(await call({ origin: 'http://evil.example' })).toMatchObject({ status: 403, body: '' });
  });

  it('a call without an origin is refused', async () => {
    const asked = await sendBytes(
      host.port,
      `POST /api/call HTTP/1.1\r\nHost: ${NAME}\r\nSec-Fetch-Site: same-origin\r\nAuthorization: Bearer ${token}\r\n` +
        `Content-Type: application/json\r\nContent-Length: ${describeCall.length}\r\n\r\n${describeCall}`,
    );
    expect(asked).toMatch(/^HTTP\/1\.1 403/);
  });

  it.each(['cross-site', 'same-site', 'none', ''])('a call with Sec-Fetch-Site %j is refused', async (site) => {
    expect(await call({ 'sec-fetch-site': site })).toMatchObject({ status: 403, body: '' });
  });

  it('a call without Sec-Fetch-Site is refused', async () => {
    const asked = await sendBytes(
      host.port,
      `POST /api/call HTTP/1.1\r\nHost: ${NAME}\r\nOrigin: http://${NAME}\r\nAuthorization: Bearer ${token}\r\n` +
        `Content-Type: application/json\r\nContent-Length: ${describeCall.length}\r\n\r\n${describeCall}`,
    );
    expect(asked).toMatch(/^HTTP\/1\.1 403/);
  });

  it('a body beyond the bound is refused, announced or not', async () => {
    const announced = await sendBytes(
      host.port,
      `POST /api/call HTTP/1.1\r\nHost: ${NAME}\r\nOrigin: http://${NAME}\r\nSec-Fetch-Site: same-origin\r\n` +
        `Authorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: ${MOST_BODY_BYTES + 1}\r\n\r\n{`,
    );
    expect(announced).toMatch(/^HTTP\/1\.1 413/);
    const unannounced = await call({ 'transfer-encoding': 'chunked' }, Buffer.alloc(MOST_BODY_BYTES + 1, 32)).catch(
      () => ({ status: 413 }), // hung up on before all was sent
    );
    expect(unannounced.status).toBe(413);
    expect((await call()).status).toBe(200);
  });

  it('no answer tells what went wrong inside', async () => {
    const broken = await call({}, '{"channel":');
    expect(broken).toMatchObject({ status: 400, body: '' });
    expect(await call({}, '{"channel":"host:describe","input":null,"more":1}')).toMatchObject({
      status: 400,
      body: '',
    });
    expect(await call({}, '[]')).toMatchObject({ status: 400, body: '' });
  });

  it('what is refused is counted in numbers that cannot grow into a list, the page’s apart from the browser’s', async () => {
    const before = (await counts()) as { page: number; browser: number };
    await host.ask('http://update.googleapis.com/service', { headers: { host: 'update.googleapis.com' } });
    await sendBytes(host.port, 'CONNECT clients4.google.com:443 HTTP/1.1\r\nHost: clients4.google.com:443\r\n\r\n');
    await host.ask('http://evil.example/', { headers: { host: 'evil.example', origin: `http://${NAME}` } });
    const refused = await sendBytes(host.port, 'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n');

    expect(refused).toMatch(/^HTTP\/1\.1 403/);
    // the first was sent with Sec-Fetch-Site, which browsers add to what a page asks for
    expect(await counts()).toEqual({ page: before.page + 3, browser: before.browser + 1 });
  });

  it('127.0.0.1 is no name of ours unless the address is for the analyst’s own browser', async () => {
    expect((await host.ask('/', { headers: { host: `127.0.0.1:${host.port}` } })).status).toBe(421);
    const own = await startInProcess({ isOwnBrowser: true });
    expect(own.origin).toBe(`http://127.0.0.1:${own.port}`);
    expect((await own.ask('/')).status).toBe(200);
    expect((await own.ask('/', { headers: { host: NAME } })).status).toBe(421);
    expect((await own.ask('/', { headers: { host: `localhost:${own.port}` } })).status).toBe(421);
    await own.close();
  });
});

describe('access', () => {
  it.each([
    ['no token', {}],
    ['another token', { authorization: `Bearer ${'A'.repeat(43)}` }],
    ['the token as a cookie', { cookie: `token=${'A'.repeat(43)}` }],
  ])('is refused with %s', async (_, headers) => {
    const answer = await host.ask('/api/call', { method: 'POST', body: describeCall, headers });
    expect(answer).toMatchObject({ status: 401, body: '' });
    expect(await host.ask('/api/events', { headers })).toMatchObject({ status: 401, body: '' });
    expect(await host.ask('/api/ticket', { method: 'POST', body: '{}', headers })).toMatchObject({
      status: 401,
      body: '',
    });
  });

  it('is given once for a ticket, and says so the second time', async () => {
    host.loopback.announceAddress();
    const last = host.announced.at(-1);
    const address = last && 'address' in last ? (last.address ?? '') : '';

    expect(JSON.parse((await host.exchange(address)).body)).toEqual({ token: expect.stringMatching(/^[\w-]{43}$/) });
    const second = await host.exchange(address);
    expect(second.status).toBe(403);
    expect(JSON.parse(second.body)).toMatchObject({
      error: { code: 'refused', message: expect.stringContaining('has been used') },
    });
  });

  it('to another window is given to who has a token', async () => {
    const { body } = await host.ask('/api/ticket', { method: 'POST', token, body: '{}' });
    const { ticket } = JSON.parse(body) as { ticket: string };

    expect((await host.exchange(`http://x/?ticket=${ticket}`)).status).toBe(200);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])(
    'is refused to a body of type %j',
    async (type) => {
      expect((await call({ 'content-type': type })).status).toBe(415);
    },
  );

  it.each([
    ['GET', '/api/call', 405],
    ['PUT', '/api/call', 405],
    ['POST', '/api/events', 405],
    ['GET', '/api/session', 405],
    ['POST', '/api/', 404],
    ['POST', '/api/toString', 404],
    ['POST', '/api/call/', 404],
    ['POST', '/API/CALL', 405],
  ])('answers %s %s with %i', async (method, path, status) => {
    expect((await host.ask(path, { method, token, ...(method !== 'GET' && { body: '{}' }) })).status).toBe(status);
  });

  it('logs nothing of what it refuses, so that nobody can fill a disk with it', () => {
    expect(host.logged.filter((cause) => !(cause instanceof Error && cause.name === 'AppError'))).toEqual([]);
  });
});
