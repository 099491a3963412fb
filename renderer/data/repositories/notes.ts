import { creation, difference } from '#shared/custody/make-change.ts';
import type { EntityNote } from '#shared/domain/entity-note.ts';
import type { CaseId, EntityId, EntityNoteId } from '#shared/domain/ids.ts';
import { idsPointingAt } from '../derive/keep-pointers.ts';
import { readRow } from '../edit-rows.ts';
import { freshId, type WorkspaceCore } from '../workspace-core.ts';

/** Reads and writes an analyst's notes on entities. */
export class EntityNoteRepository {
  private readonly core: WorkspaceCore;

  constructor(core: WorkspaceCore) {
    this.core = core;
  }

  /** The notes on an entity in a case, in the order in which they were made. */
  async on(caseId: CaseId, entityId: EntityId): Promise<EntityNote[]> {
    const { db } = this.core.writer;
    const rows = await db.entityNotes.bulkGet(await idsPointingAt(db, 'entityNotes', 'entities', entityId));
    return rows.filter((row) => row !== undefined).filter((row) => row.caseId === caseId);
  }

  /** Every note of a case. */
  async inCase(caseId: CaseId): Promise<EntityNote[]> {
    return this.core.writer.db.entityNotes.where('caseId').equals(caseId).toArray();
  }

  /**
   * Writes a note on an entity: a new one, or other words for the one there is.
   *
   * @param shown - the note as the analyst saw it; null for a new one
   * @returns the note as it now stands
   * @throws {AppError} `not-found`; `conflict` if it says something else by now; nothing has changed then
   */
  async write(caseId: CaseId, entityId: EntityId, shown: EntityNote | null, text: string): Promise<EntityNote> {
    const { name } = await readRow(this.core.writer.db, 'entities', entityId);
    const step = { caseId, action: 'entity:note', words: `Note on "${name}"` };
    if (shown !== null) {
      const row: EntityNote = { ...shown, text };
      await this.core.commit({ ...step, changes: difference('entityNotes', shown, row) });
      return row;
    }
    const row: EntityNote = { id: freshId<EntityNoteId>(this.core), caseId, entityId, text };
    await this.core.commit({ ...step, changes: [creation('entityNotes', row)] });
    return row;
  }
}
