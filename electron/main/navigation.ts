import type { Event, WebContents } from 'electron';
import { isDesk, isFramed } from './desk-address.ts';

/** What `will-navigate` and `will-frame-navigate` have in common from Electron 25 on. */
type Navigation = Event<{ readonly url: string; readonly isMainFrame: boolean }>;

/**
 * Keeps a page where it is: no other address, no redirect, no second window, no embedded browser. Reloading is allowed,
 * and the frame that shows a capture.
 */
export function guardNavigation(contents: WebContents): void {
  const keepMainFrame = (event: Event, url: string): void => {
    if (!isDesk(url)) event.preventDefault();
  };
  contents.on('will-navigate', (event, url) => keepMainFrame(event, url));
  // Electron 22 does not have it; there the policy `frame-src` and the guard against requests keep frames
  contents.on('will-frame-navigate', (event: Navigation) => {
    if (event.isMainFrame) keepMainFrame(event, event.url);
    else if (!isFramed(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
