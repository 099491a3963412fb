import type { IncomingHttpHeaders } from 'node:http';
import type { Asker } from '#electron/services/refused-requests.ts';

/**
 * Names that Chromium and its relatives ask for by themselves: updates, lists of bad sites, field trials, suggestions. The
 * desk has no reason to ask for any of them, and its policy forbids it to ask for anything.
 */
const ASKED_BY_BROWSERS = [
  'google.com',
  'googleapis.com',
  'gstatic.com',
  'googleusercontent.com',
  'gvt1.com',
  'gvt2.com',
  'doubleclick.net',
  'microsoft.com',
  'msedge.net',
  'msn.com',
  'bing.com',
  'live.com',
  'azureedge.net',
  'brave.com',
  'bravesoftware.com',
  'opera.com',
  'vivaldi.com',
];

/** Headers that a browser adds to what a page asks for, and never to its own requests. */
const OF_PAGES = ['origin', 'referer', 'sec-fetch-site', 'sec-fetch-dest', 'upgrade-insecure-requests'];

/**
 * Tells whether a refused request was the page's or the browser's own. In doubt it is the page's: a count that is too high
 * makes somebody look, one that is too low would be a lie.
 *
 * @param host - name or address that was asked for, with or without a port
 */
export function tellAsker(host: string, method: string, headers: IncomingHttpHeaders): Asker {
  if (OF_PAGES.some((name) => headers[name] !== undefined)) return 'page';
  const name = host.toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '');
  if (ASKED_BY_BROWSERS.some((known) => name === known || name.endsWith(`.${known}`))) return 'browser';
  // Chromium asks for three made-up names of one word, to learn whether the network answers for names that do not exist
  if (method === 'HEAD' && /^[a-z]{7,15}$/.test(name)) return 'browser';
  return 'page';
}
