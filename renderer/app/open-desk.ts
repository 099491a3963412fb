import { openWorkspace } from '#renderer/data/workspace.ts';
import { callHost } from '#renderer/platform/host.ts';
import type { Opened } from './desk-state.ts';

/** Clock and chance of this machine. */
const ports = {
  now: () => Date.now(),
  randomBytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
};

/**
 * Opens the workspace of this machine and has the host record that this place holds it.
 *
 * @throws {AppError} `newer-version` for a store from a later version, which is left untouched; `disk-full`, `unavailable`
 */
export async function openDesk(): Promise<Opened> {
  const workspace = await openWorkspace(ports);
  await callHost('place:hold', null);
  return { kind: 'open', workspace };
}
