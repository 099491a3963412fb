import { gatherBulk } from '#shared/custody/bulk-change.ts';
import { rowHash } from '#shared/custody/change.ts';
import { clockNumber } from '#shared/custody/clock.ts';
import { chainOf } from '#shared/custody/identify.ts';
import type { Change } from '#shared/domain/ledger.ts';
import { type Row, rowId, type TableName } from '#shared/domain/tables.ts';
import { readRows } from './case-members.ts';
import { newGroup, saltOf, sealed } from './commit.ts';
import { inKeyOrder } from './in-key-order.ts';
import { keyOfRow } from './row-key.ts';
import { chainsSeen } from './shared-facts.ts';
import { appendEntry, readLedger } from './transaction/append-entry.ts';
import { RowChanges } from './transaction/row-changes.ts';
import { writeTransaction } from './transaction/write-transaction.ts';
import { type SharedIds, sharedTables } from './unheld-facts.ts';
import type { WorkspaceCore } from './workspace-core.ts';

/** Facts that leave the workspace for good, and how the entry that says so is called. */
export type Forgetting = {
  readonly action: string;
  readonly words: string;
  readonly facts: SharedIds;
  /** Chains that go with them, by their last hash. */
  readonly heads: readonly { readonly chain: string; readonly hash: string }[];
  /** All chains as they were when it was found that nothing rests on the facts. */
  readonly seen: string;
  /** What else goes, in the same transaction. */
  readonly also: (revision: number) => Promise<void>;
};

/**
 * Deletes facts that nothing rests on any more. The chain of no case names them by hash; Undo does not bring them back.
 *
 * @returns false when something was committed since that was found; nothing has changed then
 */
export async function forgetFacts(core: WorkspaceCore, forgetting: Forgetting): Promise<boolean> {
  const { db, derivers, device, ports } = core.writer;
  const { action, words, heads, seen, also } = forgetting;
  const gone = await readFacts(core, forgetting.facts);
  const facts = gone.flatMap(({ table, rows }) =>
    rows.map((row) => removed(table, rowId(table, row), rowHash(table, row))),
  );
  const changes = [...heads.map(({ chain, hash }) => removed('heads', chain, hash)), ...gatherBulk(facts)];
  const payload = await sealed({ salt: saltOf(ports), words, changes });
  const chain = chainOf(null, device.personId);
  const entry = { chain, group: newGroup(ports), action, ...payload, now: ports.now() };
  return writeTransaction(db, async () => {
    if ((await chainsSeen(db)) !== seen) return false;
    const position = await readLedger(db, entry);
    const rowChanges = new RowChanges();
    rowChanges.revision = clockNumber(position.clock);
    await also(rowChanges.revision);
    for (const { table, rows } of gone) {
      await db.rows(table).bulkDelete(inKeyOrder(rows.map((row) => keyOfRow(table, rowId(table, row)))));
      for (const row of rows) rowChanges.set(table, { id: rowId(table, row), before: row, after: null });
    }
    for (const derive of derivers) await derive(db, rowChanges);
    await appendEntry(db, entry, position);
    return true;
  });
}

type Facts = { readonly table: TableName; readonly rows: readonly Row<TableName>[] };

async function readFacts({ writer: { db } }: WorkspaceCore, facts: SharedIds): Promise<Facts[]> {
  const found: Facts[] = [];
  for (const table of sharedTables) {
    const rows: Row<TableName>[] = [];
    for await (const some of readRows(db, table, facts.get(table) ?? [])) rows.push(...some);
    if (rows.length > 0) found.push({ table, rows });
  }
  return found;
}

function removed(table: string, id: string, sha256: string): Change {
  return { table, id, field: null, before: { sha256 }, after: null };
}
