import { describe, expect, it } from 'vitest';
import { guardOffline, isLocal, switchNetworkOff } from '#electron/main/offline-guard.ts';
import { RefusedRequests } from '#electron/services/refused-requests.ts';

type Guarded = Parameters<typeof guardOffline>[0];

describe('isLocal', () => {
  it.each(['app://casewright/', 'blob:app://casewright/1', 'data:text/plain,x', 'devtools://devtools/x'])(
    'lets %s through',
    (address) => {
      expect(isLocal(address)).toBe(true);
    },
  );

  it.each([
    'http://127.0.0.1/',
    'https://example.org/',
    'ws://127.0.0.1/',
    'wss://example.org/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'chrome://version',
    'chrome-extension://x/',
    'app://elsewhere/',
    'app://casewright.example/',
    'DATA://example.org/',
    '',
  ])('refuses %s', (address) => {
    expect(isLocal(address)).toBe(false);
  });
});

describe('guardOffline', () => {
  it('refuses what is not local, and counts a page’s requests apart from the browser’s own', async () => {
    const { session, ask, proxies } = fakeSession();
    const refused = new RefusedRequests();
    await guardOffline(session, refused);
    expect(ask({ url: 'https://example.org/', webContentsId: 1 })).toBe(true);
    expect(ask({ url: 'https://example.org/' })).toBe(true);
    expect(ask({ url: 'ws://127.0.0.1/', webContentsId: 0 })).toBe(true);
    expect(ask({ url: 'app://casewright/', webContentsId: 1 })).toBe(false);
    expect(refused.read()).toEqual({ page: 2, browser: 1 });
    expect(proxies).toEqual([
      { mode: 'fixed_servers', proxyRules: 'http://127.0.0.1:9', proxyBypassRules: '<-loopback>' },
    ]);
  });
});

describe('switchNetworkOff', () => {
  it('leaves the browser no resolver and no way past the dead proxy', () => {
    const switches = new Map<string, string | undefined>();
    switchNetworkOff({
      appendSwitch: (name, value) => void switches.set(name, value),
      appendArgument: () => {},
      getSwitchValue: () => '',
      hasSwitch: () => false,
      removeSwitch: () => {},
    });
    expect(switches.get('proxy-server')).toBe('http://127.0.0.1:9');
    expect(switches.get('proxy-bypass-list')).toBe('<-loopback>');
    expect(switches.get('host-resolver-rules')).toContain('MAP * ~NOTFOUND');
    expect(switches.get('force-webrtc-ip-handling-policy')).toBe('disable_non_proxied_udp');
  });
});

type Request = { url: string; webContentsId?: number };

/** As much of a session as the guard touches. */
function fakeSession() {
  let listener: ((request: Request, answer: (response: { cancel: boolean }) => void) => void) | undefined;
  const proxies: unknown[] = [];
  const session: unknown = {
    webRequest: {
      onBeforeRequest: (given: typeof listener) => {
        listener = given;
      },
    },
    setSpellCheckerEnabled: () => {},
    setProxy: async (proxy: unknown) => void proxies.push(proxy),
  };
  const ask = (request: Request): boolean | undefined => {
    let cancelled: boolean | undefined;
    listener?.(request, ({ cancel }) => {
      cancelled = cancel;
    });
    return cancelled;
  };
  return { session: session as Guarded, ask, proxies };
}
