import { personOfChain } from '#shared/custody/identify.ts';
import type { PersonId } from '#shared/domain/ids.ts';
import { freeBodies } from './free-bodies.ts';
import { undoState } from './history-walk.ts';
import { writeTransaction } from './transaction/write-transaction.ts';
import type { WorkbenchDatabase } from './workbench-database.ts';

/**
 * Lets go of rows that were set aside for Redo once nothing can be done again any more: imports that were taken back before
 * something else was done. Their bytes and words go with them.
 */
export async function sweepAside(db: WorkbenchDatabase, personId: PersonId): Promise<void> {
  if ((await db.setAside.count()) === 0) return;
  const isSwept = await writeTransaction(db, async () => {
    for (const { chain } of await db.heads.toArray()) {
      if (personOfChain(chain) === personId && (await undoState(db, chain)).redo !== null) return false;
    }
    await db.setAside.clear();
    return true;
  });
  if (isSwept) await freeBodies(db);
}
