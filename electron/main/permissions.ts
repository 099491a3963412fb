import type { Session } from 'electron';
import { DESK_ORIGIN, isDesk } from './desk-address.ts';

/** The few that the desk uses: copying a citation, a store that is not evicted, the whole screen. */
const GRANTED: readonly string[] = ['clipboard-sanitized-write', 'persistent-storage', 'fullscreen'];

/**
 * Whether a page gets a permission.
 *
 * @param requester - the address of the page, or its origin
 */
export function isGranted(permission: string, requester: string): boolean {
  // an origin has no path, and its slash is there in some versions of Electron alone
  return GRANTED.includes(permission) && (requester === DESK_ORIGIN || isDesk(requester));
}

/**
 * Denies everything that a page may ask of the computer, but for the few named above. Nobody listens for the choosers of
 * devices (HID, serial, USB, Bluetooth), and so each of them is cancelled.
 */
export function guardPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl, isMainFrame }) => {
    answer(isMainFrame && isGranted(permission, requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, origin, { isMainFrame }) => {
    return isMainFrame && isGranted(permission, origin);
  });
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
}
