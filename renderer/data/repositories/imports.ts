import { chainOf } from '#shared/custody/identify.ts';
import type { CaseId, GroupId, ImportId } from '#shared/domain/ids.ts';
import type { Import, ImportChoices, ListedFile, Outcome } from '#shared/domain/import.ts';
import { fileOfOutcome, isOfFile } from '#shared/domain/outcome-id.ts';
import { newGroup } from '../commit.ts';
import { isTakenBack } from '../history-walk.ts';
import type { MachineRows } from '../step.ts';
import { writeTransaction } from '../transaction/write-transaction.ts';
import { freshId, moment, type WorkspaceCore } from '../workspace-core.ts';

/** What an import is begun with. */
export type ImportOrder = {
  readonly caseId: CaseId;
  /** What was chosen, in words: "12 files". */
  readonly from: string;
  readonly files: readonly ListedFile[];
  readonly choices: ImportChoices;
};

/** An import that has a step of its own in the ledger: all but those of early versions. */
export type SteppedImport = Import & { readonly group: GroupId };

/** Files of one row of a list: a folder may have a hundred thousand. */
const LISTED = 2000;

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

  /** One import; null when there is none of that name. */
  async get(id: ImportId): Promise<Import | null> {
    return (await this.core.writer.db.imports.get(id)) ?? null;
  }

  /** What became of each file of an import, in the order in which they were chosen. */
  async outcomes(importId: ImportId): Promise<Outcome[]> {
    return this.core.writer.db.outcomes.where('[importId+id]').between([importId, ''], [importId, '\uffff']).toArray();
  }

  /** The files that an import was asked for, in their order; none for imports of early versions. */
  async files(importId: ImportId): Promise<ListedFile[]> {
    const lists = this.core.writer.db.fileLists
      .where('[importId+first]')
      .between([importId, 0], [importId, Number.POSITIVE_INFINITY]);
    return (await lists.toArray()).flatMap(({ files }) => files);
  }

  /** Numbers of the files of an import that were not read: nobody has said what became of them, or that they were left. */
  async pending(importId: ImportId): Promise<number[]> {
    const told = new Set(
      (await this.outcomes(importId))
        .filter(({ id, result }) => isOfFile(id) && result !== 'skipped')
        .map(({ id }) => fileOfOutcome(id)),
    );
    const total = (await this.files(importId)).length;
    return Array.from({ length: total }, (_, number) => number).filter((number) => !told.has(number));
  }

  /** Begins an import. */
  async begin({ caseId, from, files, choices }: ImportOrder): Promise<SteppedImport> {
    const { core } = this;
    const row: SteppedImport = {
      id: freshId<ImportId>(core),
      caseId,
      from,
      started: moment(core),
      ended: null,
      state: 'running',
      total: files.length,
      group: newGroup(core.writer.ports),
      choices,
    };
    const lists = Array.from({ length: Math.ceil(files.length / LISTED) }, (_, at) => at * LISTED);
    await this.note({
      imports: [row],
      fileLists: lists.map((first) => ({ importId: row.id, first, files: files.slice(first, first + LISTED) })),
    });
    return row;
  }

  /**
   * Takes up an import that was cut off or cancelled. What was said of files that were not read is taken back. Where the analyst
   * has undone what came before, the rest is a step of its own: an undone step cannot be taken back once more.
   */
  async resume(row: SteppedImport): Promise<SteppedImport> {
    const { db, device, ports } = this.core.writer;
    const isUndone = await isTakenBack(db, chainOf(row.caseId, device.personId), row.group);
    const group = isUndone ? newGroup(ports) : row.group;
    const running: SteppedImport = { ...row, group, ended: null, state: 'running' };
    const skipped = (await this.outcomes(row.id)).filter(({ result }) => result === 'skipped');
    await writeTransaction(db, async () => {
      await db.imports.put(running);
      await db.outcomes.bulkDelete(skipped.map(({ id }): [string, string] => [row.id, id]));
    });
    return running;
  }

  /** Ends an import. */
  async end<Row extends Import>(row: Row, state: Exclude<Import['state'], 'running'>): Promise<Row> {
    const ended: Row = { ...row, ended: moment(this.core), state };
    await this.note({ imports: [ended] });
    return ended;
  }

  /**
   * Notes that imports have broken off which are said to run.
   *
   * @returns them; only whoever knows that no import runs anywhere may ask
   */
  async endBrokenOff(): Promise<Import[]> {
    const { db } = this.core.writer;
    const running = (await db.imports.toArray()).filter(({ state }) => state === 'running');
    const ended = running.map((row): Import => ({ ...row, ended: moment(this.core), state: 'interrupted' }));
    if (ended.length > 0) await this.note({ imports: ended });
    return ended;
  }

  /** Notes rows of the machine's own work that belong to no step: files that failed. */
  async note(rows: Pick<MachineRows, 'imports' | 'outcomes' | 'fileLists'>): Promise<void> {
    const { imports = [], outcomes = [], fileLists = [] } = rows;
    const { db } = this.core.writer;
    await writeTransaction(db, async () => {
      await db.imports.bulkPut([...imports]);
      await db.outcomes.bulkPut([...outcomes]);
      await db.fileLists.bulkPut([...fileLists]);
    });
  }
}
