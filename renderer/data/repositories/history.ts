import { spreadBulk } from '#shared/custody/bulk-change.ts';
import { personOfChain } from '#shared/custody/identify.ts';
import { signHead } from '#shared/custody/ledger-head.ts';
import type { CaseId, Hash, PersonId } from '#shared/domain/ids.ts';
import type { ChainId, Clock, LedgerEntry, LedgerHead } from '#shared/domain/ledger.ts';
import type { TableName } from '#shared/domain/tables.ts';
import { chainsOfCase } from '../chains.ts';
import { entriesByClock } from '../read-entries.ts';
import { entryOf } from '../stored-entry.ts';
import type { HeadRow } from '../stored-rows.ts';
import type { WorkspaceCore } from '../workspace-core.ts';

/** One entry of History: what was done, by whom and when. */
export type HistoryEntry = {
  readonly entry: LedgerEntry;
  readonly personId: PersonId;
  /** Null when what it said was purged. */
  readonly words: string | null;
};

/** Who wrote something, and when. */
export type Writing = { readonly personId: PersonId; readonly clock: Clock };

/** Reads the ledger. */
export class HistoryRepository {
  private readonly core: WorkspaceCore;

  constructor(core: WorkspaceCore) {
    this.core = core;
  }

  /**
   * Entries of a case by every device, the latest first.
   *
   * @param before - clock of the last entry seen; null to begin
   */
  async inCase(caseId: CaseId, limit: number, before: string | null = null): Promise<HistoryEntry[]> {
    const { db } = this.core.writer;
    const found: LedgerEntry[] = [];
    for (const { chain } of await chainsOfCase(db, caseId)) {
      const stored = await db.ledger
        .where('[chain+seq]')
        .between([chain, 0], [chain, Number.POSITIVE_INFINITY])
        .reverse()
        .filter(({ header }) => before === null || header.clock < before)
        .limit(limit)
        .toArray();
      found.push(...stored.map(entryOf));
    }
    found.sort((a, b) => (a.header.clock < b.header.clock ? 1 : -1));
    return found.slice(0, limit).map((entry) => ({
      entry,
      personId: personOfChain(entry.header.chain),
      words: entry.payload?.words ?? null,
    }));
  }

  /**
   * Who last wrote a field of each row, and when: of rows that were made whole, who made them. Rows of which the ledger says
   * nothing by name are left out.
   *
   * @param ids - rows of the table; the ledger is read back until all of them are found
   */
  async lastWriters(
    caseId: CaseId,
    table: TableName,
    field: string,
    ids: readonly string[],
  ): Promise<Map<string, Writing>> {
    const { db } = this.core.writer;
    const found = new Map<string, Writing>();
    for (const { chain } of ids.length === 0 ? [] : await chainsOfCase(db, caseId)) {
      const wanted = new Set(ids);
      const personId = personOfChain(chain);
      await db.ledger
        .where('[chain+seq]')
        .between([chain, 0], [chain, Number.POSITIVE_INFINITY])
        .reverse()
        .until(() => wanted.size === 0)
        .each((stored) => {
          const { header, payload } = entryOf(stored);
          for (const change of payload?.changes ?? []) {
            if (change.table !== table || (change.field !== null && change.field !== field)) continue;
            if (!wanted.delete(change.id)) continue;
            const before = found.get(change.id);
            if (!before || before.clock < header.clock) found.set(change.id, { personId, clock: header.clock });
          }
        });
    }
    return found;
  }

  /** How many entries a case has, and when the last was made (clock); null when there is none. */
  async size(caseId: CaseId): Promise<{ entries: number; last: string | null }> {
    const heads = await chainsOfCase(this.core.writer.db, caseId);
    const clocks = heads.map(({ clock }) => clock as string).sort();
    return { entries: heads.reduce((sum, { seq }) => sum + seq, 0), last: clocks.at(-1) ?? null };
  }

  /** The last entry of every chain, for the witness. A live query on it hears of every commit. */
  async heads(): Promise<{ chain: ChainId; seq: number; hash: string }[]> {
    const rows = await this.core.writer.db.heads.toArray();
    return rows.map(({ chain, seq, hash }) => ({ chain, seq, hash }));
  }

  /** The hash of one entry; null when it is not there. A purged payload changes nothing of it. */
  async hashAt(chain: ChainId, seq: number): Promise<string | null> {
    const stored = await this.core.writer.db.ledger.get([chain, seq]);
    return stored?.hash ?? null;
  }

  /** How many entries of a chain stand: less than its head says once the browser has lost a part of the store. */
  entriesOf(chain: ChainId): Promise<number> {
    return this.core.writer.db.ledger
      .where('[chain+seq]')
      .between([chain, 0], [chain, Number.MAX_SAFE_INTEGER])
      .count();
  }

  /** Chains of the cases that were removed here and not brought in again since. */
  async removedChains(): Promise<ReadonlySet<string>> {
    const { db } = this.core.writer;
    const removed = new Set<string>();
    const ofNoCase = (await chainsOfCase(db, null)).map(({ chain }) => chain);
    for await (const { header, payload } of entriesByClock(db, ofNoCase)) {
      if (header.action !== 'case:remove' && header.action !== 'case:open') continue;
      for (const { table, id, after } of spreadBulk(payload?.changes ?? [])) {
        if (table !== 'heads') continue;
        if (after === null) removed.add(id);
        else removed.delete(id);
      }
    }
    return removed;
  }

  /** The heads of a case's chains, signed; those of this device are signed now. */
  async signedHeads(caseId: CaseId): Promise<LedgerHead[]> {
    const heads = await chainsOfCase(this.core.writer.db, caseId);
    return heads.map((head) => this.signed(head));
  }

  /** A head with its signature; that of this device is made now. */
  signed(row: HeadRow): LedgerHead {
    const head = { chain: row.chain, seq: row.seq, hash: row.hash as Hash, clock: row.clock };
    if (row.signature !== null) return { ...head, signature: row.signature };
    return signHead(head, this.core.writer.device.secretKey);
  }
}
