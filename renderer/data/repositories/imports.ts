import type { CaseId, ImportId } from '#shared/domain/ids.ts';
import type { Import, Outcome } from '#shared/domain/import.ts';
import type { MachineRows } from '../step.ts';
import { writeTransaction } from '../transaction/write-transaction.ts';
import { freshId, moment, type WorkspaceCore } from '../workspace-core.ts';

/** Reads and writes what became of imports: the machine's own work, noted in no ledger. */
export class ImportRepository {
  private readonly core: WorkspaceCore;

  constructor(core: WorkspaceCore) {
    this.core = core;
  }

  /** The imports of a case, the latest first. */
  async inCase(caseId: CaseId): Promise<Import[]> {
    return (await this.core.writer.db.imports.where('caseId').equals(caseId).sortBy('started')).reverse();
  }

  /** What became of each file of an import, in the order in which they were read. */
  async outcomes(importId: ImportId): Promise<Outcome[]> {
    return this.core.writer.db.outcomes.where('[importId+id]').between([importId, ''], [importId, '\uffff']).toArray();
  }

  /** Begins an import. */
  async begin(caseId: CaseId, from: string, total: number | null): Promise<Import> {
    const id = freshId<ImportId>(this.core);
    const row: Import = { id, caseId, from, started: moment(this.core), ended: null, state: 'running', total };
    await this.note({ imports: [row] });
    return row;
  }

  /** Ends an import. */
  async end(row: Import, state: Exclude<Import['state'], 'running'>): Promise<Import> {
    const ended: Import = { ...row, ended: moment(this.core), state };
    await this.note({ imports: [ended] });
    return ended;
  }

  /** Notes rows of the machine's own work that belong to no step: files that failed. */
  async note({ imports = [], outcomes = [] }: Pick<MachineRows, 'imports' | 'outcomes'>): Promise<void> {
    const { db } = this.core.writer;
    await writeTransaction(db, async () => {
      await db.imports.bulkPut([...imports]);
      await db.outcomes.bulkPut([...outcomes]);
    });
  }
}
