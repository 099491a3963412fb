import type { CaseId } from '#shared/domain/ids.ts';
import type { LedgerHead } from '#shared/domain/ledger.ts';
import type { JobControl } from '#shared/kernel/job-control.ts';
import type { HeadRow } from '../stored-rows.ts';
import type { WorkspaceCore } from '../workspace-core.ts';
import { verifyCaptures, verifyTexts } from './verify-bodies.ts';
import { verifyChains } from './verify-chains.ts';
import { verifyHistory } from './verify-history.ts';
import { VerifyLog, type VerifyReport } from './verify-report.ts';
import { verifyRows } from './verify-rows.ts';
import { caseScope, workspaceScope } from './verify-scope.ts';

/**
 * Hashes captures, texts and chains again and looks for rows that point at nothing, or that the ledger
 * does not lead to.
 *
 * @param caseId - null for the whole workspace
 * @returns every fault by name; none when all is as it was
 * @throws {AppError} `cancelled`, `not-found` when there is no such case
 */
export async function verifyStore(
  core: WorkspaceCore,
  signed: (row: HeadRow) => LedgerHead,
  caseId: CaseId | null,
  job: JobControl,
): Promise<VerifyReport> {
  const { db } = core.writer;
  const scope = caseId === null ? await workspaceScope(db) : await caseScope(db, caseId);
  const log = new VerifyLog(job, scope.total);
  await verifyCaptures(db, scope, log);
  await verifyTexts(db, scope, log);
  await verifyRows(db, scope, log);
  await verifyChains(core, signed, scope, log);
  await verifyHistory(core, scope, log);
  return log.report();
}
