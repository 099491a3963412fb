import type { Workspace } from '#renderer/data/workspace.ts';
import { IMPORT_LOCK } from '#renderer/workers/import-lock.ts';
import type { Import } from '#shared/domain/import.ts';

/** Looks for imports that are said to run while nobody runs one: their window, browser or host has ended. They are noted as cut off. */
export function findCutOff({ imports }: Workspace): Promise<readonly Import[]> {
  return navigator.locks.request(IMPORT_LOCK, { ifAvailable: true }, async (lock) =>
    lock ? imports.endBrokenOff() : [],
  );
}
