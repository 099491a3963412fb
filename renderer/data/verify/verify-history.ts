import type { PlainRow } from '#shared/custody/change.ts';
import { caseOfChain, personOfChain } from '#shared/custody/identify.ts';
import type { ChainId } from '#shared/domain/ledger.ts';
import { type TableName, tableSchemas } from '#shared/domain/tables.ts';
import { entriesByClock } from '../read-entries.ts';
import { keyOfRow } from '../row-key.ts';
import type { WorkspaceCore } from '../workspace-core.ts';
import { ToldRows } from './told-rows.ts';
import type { VerifyLog } from './verify-report.ts';
import type { VerifyScope } from './verify-scope.ts';

/** Rows read at once. */
const CHUNK = 500;

/**
 * Compares every row with what the ledger says became of it: a row that no step led to, or that is gone though no step removed
 * it, is a fault. Rows of a case follow from its chains. Facts that cases share follow from this device's chains alone, which
 * say by hash what came with each case file: the other chains in which they were changed may have stayed behind.
 */
export async function verifyHistory(core: WorkspaceCore, scope: VerifyScope, log: VerifyLog): Promise<void> {
  const { db } = core.writer;
  const isOwn = (chain: ChainId): boolean => personOfChain(chain) === core.personId;
  const all = (await db.heads.toArray()).map(({ chain }) => chain);
  const inScope = new Set<string>(scope.heads.map(({ chain }) => chain));
  const told = new ToldRows();
  // a chain of another device is as it came: all that was done here was done after it
  for (const chains of [all.filter((chain) => inScope.has(chain) && !isOwn(chain)), all.filter(isOwn)]) {
    for await (const entry of entriesByClock(db, chains)) {
      const { chain } = entry.header;
      const ofCase = inScope.has(chain) ? caseOfChain(chain) : null;
      told.add(entry, (table, id) => {
        const { scope: whose } = tableSchemas[table];
        if (whose === 'case') return ofCase !== null;
        return whose === 'workspace' && isOwn(chain) && scope.holds(table, id);
      });
      await log.rest();
    }
  }
  for (const table of told.tables()) await compareRows(core, table, told, log);
}

async function compareRows(core: WorkspaceCore, table: TableName, told: ToldRows, log: VerifyLog): Promise<void> {
  const ids = told.ids(table);
  for (let at = 0; at < ids.length; at += CHUNK) {
    const some = ids.slice(at, at + CHUNK);
    const rows = await core.writer.db.rows(table).bulkGet(some.map((id) => keyOfRow(table, id)));
    for (const [index, id] of some.entries()) {
      const row = rows[index] ?? null;
      if (!told.leadsTo(table, id, row as PlainRow | null)) {
        const what = row ? 'is not what its history leads to' : 'is gone, and no step removed it';
        log.fault('history', `${table} ${id}`, `${table} ${id} ${what}.`);
      }
      await log.rest();
    }
  }
}
