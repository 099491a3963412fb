import { describe, expect, it } from 'vitest';
import { LoopbackClient } from '#renderer/platform/loopback-client.ts';
import type { LoopbackPage } from '#renderer/platform/loopback-page.ts';

type Asked = { path: string; init: RequestInit };

/** A host as the page sees it: answers by path, an event stream that the test writes to, and a way to vanish. */
function fakeHost(
  setting: { ticket?: string | null; kept?: string | null; answers?: Record<string, () => Response> } = {},
) {
  const asked: Asked[] = [];
  const state = { kept: setting.kept ?? null, isGone: false, isLeaving: false, sealed: 0, opened: [] as string[] };
  let events: ReadableStreamDefaultController<Uint8Array> | null = null;
  const keepEvents = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    events = controller;
  };
  const answers: Record<string, () => Response> = {
    '/api/session': () => Response.json({ token: 'the-token' }),
    '/api/ticket': () => Response.json({ ticket: 'fresh' }),
    '/api/call': () => Response.json({ ok: true, value: null }),
    '/api/events': () => new Response(new ReadableStream({ start: keepEvents })),
    ...setting.answers,
  };
  const page: LoopbackPage = {
    ask: async (path, init) => {
      asked.push({ path, init });
      if (state.isGone) throw new TypeError('Failed to fetch');
      return (answers[path] ?? (() => new Response(null, { status: 404 })))();
    },
    takeTicket: () => (setting.ticket === undefined ? 'the-ticket' : setting.ticket),
    readToken: () => state.kept,
    keepToken: (token) => {
      state.kept = token;
    },
    seal: () => {
      state.sealed += 1;
    },
    openWindow: (address) => void state.opened.push(address),
    isLeaving: () => state.isLeaving,
  };
  return {
    page,
    state,
    asked,
    paths: () => asked.map(({ path }) => path),
    write: (text: string) => events?.enqueue(new TextEncoder().encode(text)),
    endStream: () => events?.close(),
    breakStream: () => events?.error(new TypeError('network error')),
  };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
const authorizationOf = ({ init }: Asked) => (init.headers as Record<string, string>)['authorization'];

describe('LoopbackClient', () => {
  it('exchanges the ticket for a token and sends that alone from then on', async () => {
    const host = fakeHost();
    const client = new LoopbackClient(host.page);

    expect(await client.call('host:describe', null)).toEqual({ ok: true, value: null });
    expect(host.state.kept).toBe('the-token');
    expect(host.asked[0]).toMatchObject({
      path: '/api/session',
      init: { method: 'POST', body: '{"ticket":"the-ticket"}' },
    });
    expect(host.asked.slice(1).map(authorizationOf)).toEqual(['Bearer the-token', 'Bearer the-token']);
  });

  it('takes up its token after a reload, without a ticket', async () => {
    const host = fakeHost({ ticket: null, kept: 'kept-token' });
    await new LoopbackClient(host.page).call('host:describe', null);

    expect(host.paths()).not.toContain('/api/session');
    expect(host.asked.map(authorizationOf)).toEqual(['Bearer kept-token', 'Bearer kept-token']);
  });

  it('says why a ticket was refused, asks for nothing more, and does not call the host gone', async () => {
    const refusal = { error: { code: 'refused', message: 'This address has been used.' } };
    const host = fakeHost({ answers: { '/api/session': () => Response.json(refusal, { status: 403 }) } });
    const client = new LoopbackClient(host.page);
    let isGone = false;
    client.listen('host:gone', () => {
      isGone = true;
    });

    expect(await client.call('host:describe', null)).toEqual({ ok: false, error: refusal.error });
    await settle();
    expect(host.paths()).toEqual(['/api/session']);
    expect(isGone).toBe(false);
  });

  it('says that an address without a ticket does not open the desk', async () => {
    const host = fakeHost({ ticket: null });

    expect(await new LoopbackClient(host.page).call('host:describe', null)).toMatchObject({
      ok: false,
      error: { code: 'refused' },
    });
    expect(host.asked).toEqual([]);
  });

  it('hears events in whatever pieces they come', async () => {
    const host = fakeHost();
    const client = new LoopbackClient(host.page);
    const heard: unknown[] = [];
    const stop = client.listen('file:opened', (payload) => heard.push(payload));
    await settle();
    host.write('\n{"event":"file:op');
    host.write('ened","payload":{"n":1}}\n\n{"event":"other","payload":0}\n{"event":"file:opened","payload":2}\n');
    await settle();
    expect(heard).toEqual([{ n: 1 }, 2]);

    stop();
    host.write('{"event":"file:opened","payload":3}\n');
    await settle();
    expect(heard).toHaveLength(2);
  });

  it.each<[string, (host: ReturnType<typeof fakeHost>) => void]>([
    ['its stream ends', (host) => host.endStream()],
    ['its stream breaks', (host) => host.breakStream()],
    ['it says so', (host) => host.write('{"event":"host:gone","payload":{}}\n')],
    ['its stream is nonsense', (host) => host.write('nonsense\n')],
  ])('knows that the host has gone when %s, and never calls again', async (_, go) => {
    const host = fakeHost();
    const client = new LoopbackClient(host.page);
    let told = 0;
    client.listen('host:gone', () => {
      told += 1;
    });
    await settle();
    go(host);
    await settle();
    const before = host.asked.length;

    expect(await client.call('witness:read', null)).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    expect(told).toBe(1);
    expect(host.state.sealed).toBe(1);
    expect(host.asked).toHaveLength(before);
  });

  it('knows that the host has gone when a call finds nobody', async () => {
    const host = fakeHost();
    const client = new LoopbackClient(host.page);
    await settle();
    host.state.isGone = true;

    expect(await client.call('witness:read', null)).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    host.state.isGone = false; // somebody else has taken the port
    const before = host.asked.length;
    expect(await client.call('witness:read', null)).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    expect(host.asked).toHaveLength(before);
  });

  it('knows that another host has taken the place of its own when its token is refused', async () => {
    const answers = { '/api/call': () => new Response(null, { status: 401 }) };
    const host = fakeHost({ ticket: null, kept: 'old-token', answers });
    const client = new LoopbackClient(host.page);
    let told = 0;
    client.listen('host:gone', () => {
      told += 1;
    });

    expect(await client.call('witness:read', null)).toMatchObject({
      ok: false,
      error: { code: 'refused', message: /earlier start/ },
    });
    expect(told).toBe(1);
  });

  it('tells who listens too late that the host has gone', async () => {
    const host = fakeHost();
    const client = new LoopbackClient(host.page);
    await settle();
    host.endStream();
    await settle();

    await new Promise<unknown>((resolve) => client.listen('host:gone', resolve));
  });

  it('takes what breaks off while the page is left for no sign of anything', async () => {
    const host = fakeHost();
    const client = new LoopbackClient(host.page);
    let told = 0;
    client.listen('host:gone', () => {
      told += 1;
    });
    await settle();
    host.state.isLeaving = true;
    host.breakStream();
    await settle();

    expect(told).toBe(0);
  });

  it('opens a window itself, with a ticket of its own, where the host opens none', async () => {
    const unavailable = { ok: false, error: { code: 'unavailable', message: '' } };
    const host = fakeHost({ answers: { '/api/call': () => Response.json(unavailable) } });
    const client = new LoopbackClient(host.page);

    expect(await client.call('window:open', { hash: '#/library' })).toEqual({ ok: true, value: null });
    expect(await client.call('window:open', { hash: '' })).toEqual({ ok: true, value: null });
    expect(host.state.opened).toEqual(['/?ticket=fresh#/library', '/?ticket=fresh']);
  });

  it.each([
    [413, 'too-large'],
    [500, 'internal'],
    [404, 'internal'],
  ])('answers for the status %i with %s', async (status, code) => {
    const host = fakeHost({ answers: { '/api/call': () => new Response('<secret>', { status }) } });

    expect(await new LoopbackClient(host.page).call('host:describe', null)).toMatchObject({
      ok: false,
      error: { code },
    });
  });
});
