import { creation } from '#shared/custody/make-change.ts';
import type { CaseId, SourceId } from '#shared/domain/ids.ts';
import type { Source } from '#shared/domain/source.ts';
import type { Reliability, SourceGrade } from '#shared/domain/source-grade.ts';
import { editRows, readRow } from '../edit-rows.ts';
import { freshId, moment, type WorkspaceCore } from '../workspace-core.ts';

/** What an analyst may set of a publisher. */
export type SourceFields = Partial<Omit<Source, 'id'>>;

/** Reads and writes publishers and the grades they were given. */
export class SourceRepository {
  private readonly core: WorkspaceCore;

  constructor(core: WorkspaceCore) {
    this.core = core;
  }

  /** A publisher; undefined when there is none of that id. */
  async get(id: SourceId): Promise<Source | undefined> {
    return this.core.writer.db.sources.get(id);
  }

  /** Every publisher of the workspace. */
  async all(): Promise<Source[]> {
    return this.core.writer.db.sources.toArray();
  }

  /** The grades given in a case, the latest of each publisher last. */
  async gradesIn(caseId: CaseId): Promise<SourceGrade[]> {
    return this.core.writer.db.sourceGrades.where('caseId').equals(caseId).sortBy('since');
  }

  /** Makes a publisher by its name. */
  async create(caseId: CaseId | null, name: string): Promise<SourceId> {
    const id = freshId<SourceId>(this.core);
    const row: Source = { id, name, domains: [], affiliation: null, republishes: [] };
    const words = `Add the source "${name}"`;
    await this.core.commit({ caseId, action: 'source:create', words, changes: [creation('sources', row)] });
    return id;
  }

  /**
   * Edits a publisher.
   *
   * @throws {AppError} `not-found`, `conflict`
   */
  async edit(caseId: CaseId | null, id: SourceId, fields: SourceFields): Promise<void> {
    const { name } = await readRow(this.core.writer.db, 'sources', id);
    await editRows(this.core, [id], {
      caseId,
      action: 'source:edit',
      words: `Edit the source "${name}"`,
      table: 'sources',
      edit: (row) => ({ ...row, ...fields }),
    });
  }

  /**
   * Grades a publisher within a case. Earlier grades stay.
   *
   * @throws {AppError} `not-found`
   */
  async grade(caseId: CaseId, sourceId: SourceId, grade: Reliability, reason: string): Promise<void> {
    const { name } = await readRow(this.core.writer.db, 'sources', sourceId);
    const id = freshId<SourceGrade['id']>(this.core);
    const row: SourceGrade = { id, caseId, sourceId, grade, reason, since: moment(this.core) };
    await this.core.commit({
      caseId,
      action: 'source:grade',
      words: `Grade "${name}" ${grade}`,
      changes: [creation('sourceGrades', row)],
    });
  }
}
