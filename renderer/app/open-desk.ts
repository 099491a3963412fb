import { AppError } from '#shared/kernel/app-error.ts';
import type { Opened } from './desk-state.ts';

/**
 * Opens the workspace of this machine.
 *
 * @throws {AppError} `unavailable` as long as no store is built in
 */
export async function openDesk(): Promise<Opened> {
  throw new AppError('unavailable', 'This build has no store.');
}
