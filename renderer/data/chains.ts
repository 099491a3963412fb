import type { CaseId } from '#shared/domain/ids.ts';
import type { HeadRow } from './stored-rows.ts';
import type { WorkbenchDatabase } from './workbench-database.ts';

/** The heads of a case's chains, by every device that worked on it; of no case when `caseId` is null. */
export async function chainsOfCase(db: WorkbenchDatabase, caseId: CaseId | null): Promise<HeadRow[]> {
  return db.heads
    .where('chain')
    .startsWith(`${caseId ?? 'workspace'}.`)
    .toArray();
}
