import { clockMilliseconds } from '#shared/custody/clock.ts';
import { caseOfChain } from '#shared/custody/identify.ts';
import { creation } from '#shared/custody/make-change.ts';
import type { Case } from '#shared/domain/case.ts';
import { generalCodebook } from '#shared/domain/general-codebook.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import { editRows } from '../edit-rows.ts';
import { freshId, moment, type WorkspaceCore } from '../workspace-core.ts';

/** A case and when it was last changed, in milliseconds since 1970. */
export type ListedCase = Case & { readonly updated: number };

/** What an analyst says of a case. */
export type CaseFields = Partial<Pick<Case, 'name' | 'summary' | 'marking' | 'codebookId'>>;

/** Reads and writes cases. */
export class CaseRepository {
  private readonly core: WorkspaceCore;

  constructor(core: WorkspaceCore) {
    this.core = core;
  }

  /** Every case, the last changed first. */
  async list(): Promise<ListedCase[]> {
    const { db } = this.core.writer;
    const updated = new Map<CaseId | null, number>();
    for (const { chain, clock } of await db.heads.toArray()) {
      const caseId = caseOfChain(chain);
      updated.set(caseId, Math.max(updated.get(caseId) ?? 0, clockMilliseconds(clock)));
    }
    const cases = await db.cases.toArray();
    return cases
      .map((each) => ({ ...each, updated: updated.get(each.id) ?? Date.parse(each.created) }))
      .sort((a, b) => b.updated - a.updated);
  }

  /** A case; undefined when there is none of that id. */
  async get(caseId: CaseId): Promise<Case | undefined> {
    return this.core.writer.db.cases.get(caseId);
  }

  /** Begins a case. This cannot be undone: a case that is not wanted is removed. */
  async create(name: string, fields: Omit<CaseFields, 'name'> = {}): Promise<CaseId> {
    const id = freshId<CaseId>(this.core);
    const row: Case = {
      id,
      name,
      summary: fields.summary ?? '',
      marking: fields.marking ?? null,
      codebookId: fields.codebookId ?? generalCodebook.id,
      created: moment(this.core),
    };
    await this.core.commit({
      caseId: id,
      action: 'case:create',
      words: `Begin the case "${name}"`,
      changes: [creation('cases', row)],
    });
    return id;
  }

  /**
   * Changes what is said of a case.
   *
   * @throws {AppError} `not-found`, `conflict`
   */
  async change(caseId: CaseId, fields: CaseFields): Promise<void> {
    await editRows(this.core, [caseId], {
      caseId,
      action: 'case:change',
      words: fields.name ? `Name the case "${fields.name}"` : 'Change what is said of the case',
      table: 'cases',
      edit: (row) => ({ ...row, ...fields }),
    });
  }
}
