import type { CommandLine, Session } from 'electron';
import type { RefusedRequests } from '#electron/services/refused-requests.ts';
import { isOurs } from './desk-address.ts';

/** Nothing listens there: whatever still asks for the network gets no further than this address. */
const DEAD_PROXY = 'http://127.0.0.1:9';

/** Loopback too: without the angle brackets Chromium reaches 127.0.0.1 past any proxy. */
const NO_BYPASS = '<-loopback>';

/** Takes the network away from the whole browser, its own services among it. Must run before the app is ready. */
export function switchNetworkOff(commandLine: CommandLine): void {
  commandLine.appendSwitch('proxy-server', DEAD_PROXY);
  commandLine.appendSwitch('proxy-bypass-list', NO_BYPASS);
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND , EXCLUDE 127.0.0.1');
  commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  for (const flag of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-quic',
    'disable-sync',
    'dns-prefetch-disable',
    'no-pings',
  ]) {
    commandLine.appendSwitch(flag);
  }
}

/** Refuses every request of a session but those for the desk's own files, and counts them. */
export async function guardOffline(session: Session, refused: RefusedRequests): Promise<void> {
  session.webRequest.onBeforeRequest(({ url, webContentsId }, answer) => {
    const cancel = !isLocal(url);
    // the browser's own requests belong to no page
    if (cancel) refused.add(webContentsId === undefined ? 'browser' : 'page');
    answer({ cancel });
  });
  session.setSpellCheckerEnabled(false); // it fetches dictionaries
  await session.setProxy({ mode: 'fixed_servers', proxyRules: DEAD_PROXY, proxyBypassRules: NO_BYPASS });
}

/** Whether an address is answered inside this program: the desk, what a page made itself, the developer tools. */
export function isLocal(url: string): boolean {
  return isOurs(url) || /^(?:blob|data|devtools):/.test(url);
}
