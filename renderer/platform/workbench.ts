import type { Workbench } from '#shared/contracts/host.ts';
import { checkWorkbench } from './check-workbench.ts';
import type { HostLink } from './host-link.ts';
import { LoopbackClient } from './loopback-client.ts';
import { loopbackPage } from './loopback-page.ts';

declare global {
  interface Window {
    /** Put there by the preload in Electron; absent in the loopback host. */
    readonly workbench?: HostLink;
  }
}

let opened: Workbench | null = null;

/**
 * The host of this window, whichever it is: what Electron's preload put there, else a client of the loopback host. Always the
 * same one, since a ticket is good only once. What a host answers is parsed here, where it enters the desk.
 */
export function openWorkbench(): Workbench {
  opened ??= checkWorkbench(window.workbench ?? new LoopbackClient(loopbackPage()));
  return opened;
}
