import type { CaseRestored, CaseSource } from '#shared/exchange/case-ports.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type { JobControl } from '#shared/kernel/job-control.ts';
import { uuidV7 } from '#shared/kernel/uuid.ts';
import { CaseReader } from './case-reader.ts';
import type { CasePlacing } from './shared-facts.ts';
import { Staging } from './staging.ts';
import type { WorkspaceCore } from './workspace-core.ts';
import { writeStaged } from './write-staged.ts';

/**
 * Writes a whole case into the workspace in one atomic step: the same ids, chains and hashes stand afterwards, or nothing has
 * changed. Everything is read and checked first, and staged on disk meanwhile.
 *
 * @param placing - `instead` takes the place of the case that stands here
 * @throws {AppError} `conflict` when the case stands here already, `altered` when a hash, chain or signature does not fit,
 * `bad-input` when a row is malformed or points at nothing, `cancelled`, `disk-full`
 */
export async function restoreCase(
  core: WorkspaceCore,
  source: CaseSource,
  job: JobControl,
  placing: CasePlacing = 'where-none-stands',
): Promise<CaseRestored> {
  const { db, ports } = core.writer;
  const summary = await source.summary();
  if (placing === 'where-none-stands' && (await db.cases.get(summary.caseId))) {
    throw new AppError('conflict', `The case "${summary.name}" is in this workspace already. Nothing was changed.`);
  }
  const staging = new Staging(db, uuidV7(ports));
  try {
    await new CaseReader(core, source, staging, job).readAll();
    return await writeStaged(core, staging, summary, placing);
  } catch (error) {
    await staging.abandon();
    throw error;
  }
}
