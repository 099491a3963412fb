import type { Codebook } from '#shared/domain/codebook.ts';
import { generalCodebook } from '#shared/domain/general-codebook.ts';
import type { CaseId, CodebookId } from '#shared/domain/ids.ts';
import type { WorkspaceCore } from '../workspace-core.ts';

/** Reads coding schemes. */
export class CodebookRepository {
  private readonly core: WorkspaceCore;

  constructor(core: WorkspaceCore) {
    this.core = core;
  }

  /** A scheme; undefined when there is none of that id. */
  async get(id: CodebookId): Promise<Codebook | undefined> {
    return this.core.writer.db.codebooks.get(id);
  }

  /** Every scheme, built-in ones included. */
  async all(): Promise<Codebook[]> {
    return this.core.writer.db.codebooks.toArray();
  }

  /** The scheme that a case is coded by; General when the case is gone. */
  async ofCase(caseId: CaseId): Promise<Codebook> {
    const { db } = this.core.writer;
    const owner = await db.cases.get(caseId);
    return (owner && (await db.codebooks.get(owner.codebookId))) ?? generalCodebook;
  }
}
