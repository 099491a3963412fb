import { derivedId } from '#shared/custody/identify.ts';
import type { MappingId } from '#shared/domain/ids.ts';
import type { ChosenMapping, Mapping } from '#shared/domain/mapping.ts';
import { writeTransaction } from '../transaction/write-transaction.ts';
import type { WorkspaceCore } from '../workspace-core.ts';

/** Reads and writes how tables map to fields: the machine's own work, noted in no ledger. */
export class MappingRepository {
  private readonly core: WorkspaceCore;

  constructor(core: WorkspaceCore) {
    this.core = core;
  }

  /** Every mapping that is remembered. */
  async all(): Promise<Mapping[]> {
    return this.core.writer.db.mappings.toArray();
  }

  /** Remembers how files of these columns become articles, in place of what was remembered of them. */
  async keep(name: string, columns: readonly string[], mapping: ChosenMapping): Promise<void> {
    const { db } = this.core.writer;
    const id = derivedId('mapping', ...columns) as MappingId;
    await writeTransaction(db, () => db.mappings.put({ ...mapping, id, name, columns: [...columns] }));
  }
}
