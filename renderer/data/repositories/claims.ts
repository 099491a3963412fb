import { creation } from '#shared/custody/make-change.ts';
import type { Claim } from '#shared/domain/claim.ts';
import type { Highlight } from '#shared/domain/highlight.ts';
import type { CaseId, ClaimId, EventId } from '#shared/domain/ids.ts';
import { idsPointingAt } from '../derive/keep-pointers.ts';
import { editRows } from '../edit-rows.ts';
import { freshId, type WorkspaceCore } from '../workspace-core.ts';

/** What an analyst may set of a claim. */
export type ClaimFields = Partial<Omit<Claim, 'id' | 'caseId' | 'eventId'>>;

/** Reads and writes claims. */
export class ClaimRepository {
  private readonly core: WorkspaceCore;

  constructor(core: WorkspaceCore) {
    this.core = core;
  }

  /** Every claim of a case. */
  async inCase(caseId: CaseId): Promise<Claim[]> {
    return this.core.writer.db.claims.where('caseId').equals(caseId).toArray();
  }

  /** The claims on an event, in the order in which they were made. */
  async ofEvent(eventId: EventId): Promise<Claim[]> {
    const { db } = this.core.writer;
    const rows = await db.claims.bulkGet(await idsPointingAt(db, 'claims', 'events', eventId));
    return rows.filter((row) => row !== undefined).filter((row) => row.eventId === eventId);
  }

  /** A claim that asserts a value in the outlet's own voice, not yet stored. */
  draft(highlight: Highlight, eventId: EventId, fields: ClaimFields = {}): Claim {
    return {
      id: freshId<ClaimId>(this.core),
      caseId: highlight.caseId,
      highlightIds: [highlight.id],
      eventId,
      path: '',
      stated: highlight.made.quote,
      read: null,
      stance: 'asserts',
      denies: null,
      standing: 'fact',
      saidBy: [],
      grade: null,
      ...fields,
    };
  }

  /**
   * Stores a claim, and its passage when that is new.
   *
   * @param name - the event's, for the step's words
   */
  async add(claim: Claim, name: string, newHighlight: Highlight | null = null): Promise<ClaimId> {
    const verb = { asserts: 'asserting', mentions: 'mentioning', denies: 'denying' }[claim.stance];
    await this.core.commit({
      caseId: claim.caseId,
      action: 'claim:add',
      words: `Add a passage ${verb} "${name}"`,
      changes: [...(newHighlight ? [creation('highlights', newHighlight)] : []), creation('claims', claim)],
    });
    return claim.id;
  }

  /**
   * Edits a claim.
   *
   * @throws {AppError} `not-found`, `conflict`
   */
  async edit(caseId: CaseId, id: ClaimId, fields: ClaimFields): Promise<void> {
    await editRows(this.core, [id], {
      caseId,
      action: 'claim:edit',
      words: 'Edit a claim',
      table: 'claims',
      edit: (row) => ({ ...row, ...fields }),
    });
  }
}
