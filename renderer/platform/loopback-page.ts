/** What the loopback client needs of the page that it runs in; passed in, so that it is tested without one. */
export type LoopbackPage = {
  /** Asks the host; rejects when nobody is there. */
  readonly ask: (path: string, init: RequestInit) => Promise<Response>;
  /** Takes the ticket out of the address; null when there is none. */
  readonly takeTicket: () => string | null;
  readonly readToken: () => string | null;
  readonly keepToken: (token: string) => void;
  /** Lets nothing more be loaded from our origin. */
  readonly seal: () => void;
  readonly openWindow: (address: string) => void;
  /** True once this document is being left: what breaks off then is no sign of a host that has gone. */
  readonly isLeaving: () => boolean;
};

const TOKEN = 'casewright-token';

/** The page of this window. The token is kept in sessionStorage: it survives a reload, and no other window sees it. */
export function loopbackPage(): LoopbackPage {
  let isLeaving = false;
  window.addEventListener('pagehide', () => {
    isLeaving = true;
  });
  window.addEventListener('pageshow', () => {
    isLeaving = false;
  });
  return {
    // biome-ignore lint/style/noRestrictedGlobals: the loopback bridge is the one caller, and asks its own origin alone
    ask: (path, init) => fetch(path, { ...init, cache: 'no-store', credentials: 'omit', redirect: 'error' }),
    takeTicket,
    readToken: () => sessionStorage.getItem(TOKEN),
    keepToken: (token) => sessionStorage.setItem(TOKEN, token),
    seal: sealPage,
    openWindow: (address) => void window.open(address, '_blank', 'noopener'),
    isLeaving: () => isLeaving,
  };
}

function takeTicket(): string | null {
  const address = new URL(location.href);
  const ticket = address.searchParams.get('ticket');
  if (ticket === null) return null;
  address.searchParams.delete('ticket');
  history.replaceState(history.state, '', address); // the address must not outlive its ticket, in bookmarks least of all
  return ticket;
}

/** Pictures that the desk makes itself; nothing that has an address. */
const SEALED = "default-src 'none'; img-src data: blob:; base-uri 'none'; form-action 'none'";

/**
 * Policies of a document only ever add up: with this one no script, worker, frame, style or font comes any more, not even from
 * our own origin. Without it the desk would run what a stranger at the host's old port serves, with the database before it.
 */
function sealPage(): void {
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = SEALED;
  document.head.append(policy);
}
