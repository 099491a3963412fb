import type { WorkbenchDatabase } from '../workbench-database.ts';
import type { RowChanges } from './row-changes.ts';

/**
 * Keeps derived rows in step: called in the write transaction of every step, after the requests that write its rows. Awaits nothing but
 * Dexie; what it throws undoes the step.
 */
export type Deriver = (db: WorkbenchDatabase, changes: RowChanges) => Promise<void>;
