import { useEffect, useState } from 'react';
import { listenToHost } from '#renderer/platform/host.ts';
import { useHost } from './use-host.ts';
import { usePersisted } from './use-persisted.ts';

/** Something about this window that has to be known as long as it is open. */
export type StandingWarning = {
  readonly id: 'host-gone' | 'own-browser' | 'not-kept';
  /** A few words, for the status bar. */
  readonly short: string;
  /** What it means and what to do. */
  readonly words: string;
};

const HOST_GONE: StandingWarning = {
  id: 'host-gone',
  short: 'The host has ended. Close this window and start Casewright again.',
  words:
    'The host has ended. What was saved is on the disk; nothing more is witnessed or copied. Close this window and start Casewright again.',
};

const OWN_BROWSER: StandingWarning = {
  id: 'own-browser',
  short: 'Your own browser: a network stands beside the desk',
  words:
    'This is your own browser: its extensions can read what you read here, and a network stands beside the desk. The desk itself asks nobody. A window that is cut off opens with npm start.',
};

const NOT_KEPT: StandingWarning = {
  id: 'not-kept',
  short: 'The browser may clear this store',
  words:
    'The browser has not promised to keep this store: it may clear it when space runs short. Safety copies outside of the browser are not touched by that.',
};

/** What is known of a window; null where nobody has said yet. */
type Known = { readonly isHostGone: boolean; readonly isOwnBrowser: boolean | null; readonly isKept: boolean | null };

/** What has to be said as long as it is so. Once the host has gone, that alone. */
export function warningsOf({ isHostGone, isOwnBrowser, isKept }: Known): readonly StandingWarning[] {
  if (isHostGone) return [HOST_GONE];
  return [...(isOwnBrowser ? [OWN_BROWSER] : []), ...(isKept === false ? [NOT_KEPT] : [])];
}

/** What has to be said of this window, kept current. */
export function useStandingWarnings(): readonly StandingWarning[] {
  const [isHostGone, setGone] = useState(false);
  useEffect(() => listenToHost('host:gone', () => setGone(true)), []);
  const host = useHost('host:describe');
  const isKept = usePersisted();
  return warningsOf({ isHostGone, isOwnBrowser: host.value?.isOwnBrowser ?? null, isKept });
}
