import { AppError } from '#shared/kernel/app-error.ts';
import type { WorkbenchDatabase } from '../workbench-database.ts';
import type { RowChanges } from './row-changes.ts';

/**
 * Refuses a step, an undo or a redo after which something would be merged, in the end, into itself: two windows may each merge
 * one of a pair into the other. Runs in a write transaction, after the requests that write the step's rows.
 *
 * @throws {AppError} `conflict`; nothing is changed then
 */
export async function refuseCircles(db: WorkbenchDatabase, changes: RowChanges): Promise<void> {
  for (const table of ['entities', 'events'] as const) {
    for (const { id, before, after } of changes.of(table)) {
      const next = after?.mergedInto ?? null;
      if (next === null || next === before?.mergedInto) continue;
      const walked = new Set<string>([id]);
      for (let at: string | null = next; at !== null; at = (await db.rows(table).get(at))?.mergedInto ?? null) {
        if (walked.has(at)) throw new AppError('conflict', 'Each would be merged into the other. Nothing was changed.');
        walked.add(at);
      }
    }
  }
}
