import type { CaseId } from '#shared/domain/ids.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { findCaseMembers } from './case-members.ts';
import { chainsOfCase } from './chains.ts';
import { forgetCase } from './forget-case.ts';
import { forgetFacts } from './forget-facts.ts';
import { freeBodies } from './free-bodies.ts';
import { chainsSeen } from './shared-facts.ts';
import type { HeadRow } from './stored-rows.ts';
import { findUnheldFacts } from './unheld-facts.ts';
import type { WorkspaceCore } from './workspace-core.ts';

/** What goes with a case: rows of each kind. */
export type CaseRemoval = {
  readonly articles: number;
  readonly highlights: number;
  readonly events: number;
  readonly claims: number;
  readonly entries: number;
  /** Articles, with their bytes and texts, that no other case has: they leave the workspace. */
  readonly articlesAlone: number;
  /** Entities that no other case rests on. */
  readonly entitiesAlone: number;
};

/**
 * Says what would go with a case.
 *
 * @throws {AppError} `not-found`
 */
export async function previewRemoval({ writer: { db } }: WorkspaceCore, caseId: CaseId): Promise<CaseRemoval> {
  const members = await findCaseMembers(db, caseId);
  const unheld = await findUnheldFacts(db, caseId, members);
  const heads = await chainsOfCase(db, caseId);
  return {
    articles: members.caseArticles.size,
    highlights: members.highlights.size,
    events: members.events.size,
    claims: members.claims.size,
    entries: heads.reduce((sum, { seq }) => sum + seq, 0),
    articlesAlone: unheld.get('articles')?.size ?? 0,
    entitiesAlone: unheld.get('entities')?.size ?? 0,
  };
}

/** How often it is begun again because something was saved in another case meanwhile. */
const ATTEMPTS = 5;

/**
 * Removes a case from the workspace: its rows and chains, and the facts, bytes and texts that no other case rests on. The chain
 * of no case names by hash what went. Undo does not bring it back: a file of it does.
 *
 * @param heads - of the file that holds the case: it must hold its last entry
 * @throws {AppError} `not-found`; `conflict` if the case was changed since that file was written; nothing has changed then
 */
export async function removeCase(
  core: WorkspaceCore,
  caseId: CaseId,
  heads: readonly Pick<HeadRow, 'chain' | 'hash'>[],
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    if (await removeOnce(core, caseId, heads)) break;
    if (attempt === ATTEMPTS) {
      throw new AppError('conflict', 'Something else was being saved all the while. Try again; nothing was changed.');
    }
  }
  await freeBodies(core.writer.db);
}

/** @returns false when something was committed since it was begun; nothing has changed then */
async function removeOnce(
  core: WorkspaceCore,
  caseId: CaseId,
  heads: readonly Pick<HeadRow, 'chain' | 'hash'>[],
): Promise<boolean> {
  const { db } = core.writer;
  const seen = await chainsSeen(db);
  const standing = await chainsOfCase(db, caseId);
  const copied = new Map(heads.map(({ chain, hash }) => [chain, hash]));
  if (standing.length !== heads.length || standing.some(({ chain, hash }) => copied.get(chain) !== hash)) {
    throw new AppError('conflict', 'The case was changed since its copy was written. Nothing was removed: try again.');
  }
  const name = (await db.cases.get(caseId))?.name ?? '';
  return forgetFacts(core, {
    action: 'case:remove',
    words: `Remove the case "${name}" (${caseId})`,
    facts: await findUnheldFacts(db, caseId, await findCaseMembers(db, caseId)),
    heads: standing,
    seen,
    also: async (revision) => {
      await forgetCase(db, caseId, revision);
      await forgetNotes(core, caseId);
    },
  });
}

/** What the machine noted of the case's imports and searches names a case that is gone. Runs in a write transaction. */
async function forgetNotes({ writer: { db } }: WorkspaceCore, caseId: CaseId): Promise<void> {
  await db.searchLog.where('caseId').equals(caseId).delete();
  for (const importId of await db.imports.where('caseId').equals(caseId).primaryKeys()) {
    await db.outcomes.where('[importId+id]').between([importId, ''], [importId, '\uffff']).delete();
    await db.fileLists.where('[importId+first]').between([importId, 0], [importId, Number.POSITIVE_INFINITY]).delete();
    await db.imports.delete(importId);
  }
}
