import type { IncomingMessage } from 'node:http';
import { ORIGINAL_SCRIPT } from '#electron/services/content-headers.ts';

/** What is read of a request before anything is done for it. */
export type RequestHead = Pick<IncomingMessage, 'method' | 'url' | 'headers' | 'rawHeaders'>;

/** A request is for a path of ours, or it is refused; `isForeign` when it wanted to leave the machine. */
export type Verdict =
  | { readonly isOurs: true; readonly path: string }
  | { readonly isOurs: false; readonly status: 400 | 403 | 421; readonly isForeign: boolean };

/**
 * Judges whom a request is for and whence it comes. The host is the browser's proxy, so that requests arrive in absolute form
 * (`GET http://host/path`) as well; there the host of the address counts as much as the header.
 *
 * @param authority - the one host (and port, unless 80) that is ours
 */
export function judgeRequest({ url = '', headers, rawHeaders }: RequestHead, authority: string): Verdict {
  if (timesIn(rawHeaders, 'host') !== 1 || timesIn(rawHeaders, 'origin') > 1) return refused(400);
  const target = url.startsWith('/') ? { host: headers.host ?? '', path: url } : readAbsolute(url);
  if (target === null) return refused(400);
  if (!isSameHost(target.host, authority)) return refused(421, !url.startsWith('/'));
  if (!isSameHost(headers.host ?? '', authority)) return refused(421);
  const path = target.path.split('?', 1)[0] ?? '';
  if (!isOwnOrigin(headers.origin, `http://${authority}`, path)) return refused(403);
  return { isOurs: true, path };
}

/**
 * Origins are compared as text: what is no address is simply not ours. The sandboxed frame of the original has none, and newer
 * browsers say so (`null`) when it asks for its one script, which is the same for everybody.
 */
function isOwnOrigin(origin: string | undefined, own: string, path: string): boolean {
  return origin === undefined || origin === own || (origin === 'null' && path === ORIGINAL_SCRIPT);
}

function refused(status: 400 | 403 | 421, isForeign = false): Verdict {
  return { isOurs: false, status, isForeign };
}

function timesIn(rawHeaders: readonly string[], name: string): number {
  return rawHeaders.filter((word, at) => at % 2 === 0 && word.toLowerCase() === name).length;
}

/** Host and path of an absolute address, as written: `URL` would resolve `..` and `%2e` before they can be refused. */
function readAbsolute(url: string): { host: string; path: string } | null {
  const parts = /^[a-z][a-z\d+.-]*:\/\/([^/?#\\]*)(\/[^#]*)?$/i.exec(url);
  if (!parts) return null;
  return { host: /^http:/i.test(url) ? (parts[1] ?? '') : '', path: parts[2] ?? '/' };
}

function isSameHost(host: string, authority: string): boolean {
  const plain = host.toLowerCase();
  return plain === authority || (!authority.includes(':') && plain === `${authority}:80`);
}
