/** Scheme and host of the desk. The origin owns the data: neither may ever change. */
export const SCHEME = 'app';
const HOST = 'casewright';

/** What a page's origin looks like to Electron's permission handlers, and how every address of ours begins. */
export const DESK_ORIGIN = `${SCHEME}://${HOST}`;

/** The page in which a capture shows itself; only a frame of the desk may hold it. */
const ORIGINAL_PAGE = '/original.html';

/**
 * The address of the desk at a place of its own.
 *
 * @param hash - with or without its `#`; empty for the start
 */
export function deskAddress(hash = ''): string {
  const place = hash.replace(/^#/, '');
  return `${DESK_ORIGIN}/${place && `#${place}`}`;
}

/** Takes the place out of an address of the desk, with its `#`; empty when the address is another's or names none. */
export function placeOf(address: string): string {
  const url = ours(address);
  return url?.hash ?? '';
}

/** Whether an address is the desk itself, wherever in it. */
export function isDesk(address: string): boolean {
  const url = ours(address);
  return url !== null && url.search === '' && (url.pathname === '/' || url.pathname === '/index.html');
}

/** Whether a frame inside the desk may show this address. */
export function isFramed(address: string): boolean {
  return ours(address)?.pathname === ORIGINAL_PAGE;
}

/** Whether an address belongs to the desk's origin. */
export function isOurs(address: string): boolean {
  return ours(address) !== null;
}

function ours(address: string): URL | null {
  const url = parsed(address);
  // Not compared by `origin`: Node gives 'null' for a scheme it does not know.
  const isOwn = url?.protocol === `${SCHEME}:` && url.host === HOST && url.username === '' && url.password === '';
  return isOwn ? url : null;
}

function parsed(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null; // not an address at all
  }
}
