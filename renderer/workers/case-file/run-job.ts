import type { Workspace } from '#renderer/data/workspace.ts';
import type { CaseFileJob } from '#shared/contracts/case-file-messages.ts';
import { readCaseFile } from '#shared/exchange/case-file/read-case-file.ts';
import { writeCaseFile } from '#shared/exchange/case-file/write-case-file.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type { JobControl } from '#shared/kernel/job-control.ts';
import type { Ports } from '#shared/kernel/ports.ts';
import type { CaseFileProgress, CaseFileResult, RestoredFile, VerifiedFile, WrittenFile } from './results.ts';
import type { Shelf } from './shelf.ts';

/** What a job needs of the worker that carries it. */
export type JobTools = {
  readonly openWorkspace: (database: string) => Promise<Workspace>;
  readonly shelf: Shelf;
  readonly ports: Pick<Ports, 'now'>;
  readonly signal: JobControl['signal'];
  readonly pause: JobControl['pause'];
  readonly onProgress: (progress: CaseFileProgress) => void;
};

/** How often a case is written again because something was committed to it meanwhile. */
const ATTEMPTS = 5;

/**
 * Carries one job to its end.
 *
 * @throws {AppError} what is wrong with the file, `conflict`, `disk-full`, `not-found`, `cancelled`; a file that was begun is
 * dropped and the workspace is as it was
 */
export function runCaseFileJob(job: CaseFileJob, tools: JobTools): Promise<CaseFileResult> {
  switch (job.type) {
    case 'write':
      return withWorkspace(job.database, tools, (workspace) => write(job, workspace, tools));
    case 'verify':
      return verify(job.file, tools);
    case 'restore':
      return withWorkspace(job.database, tools, (workspace) => restore(job, workspace, tools));
  }
}

async function withWorkspace<T>(
  database: string,
  tools: JobTools,
  use: (workspace: Workspace) => Promise<T>,
): Promise<T> {
  const workspace = await tools.openWorkspace(database);
  try {
    return await use(workspace);
  } finally {
    workspace.close();
  }
}

async function write(
  job: CaseFileJob & { type: 'write' },
  workspace: Workspace,
  tools: JobTools,
): Promise<WrittenFile> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await writeOnce(job, workspace, tools);
    } catch (error) {
      const isChanged = error instanceof AppError && error.code === 'conflict';
      if (!isChanged || attempt === ATTEMPTS) throw error;
    }
  }
}

async function writeOnce(
  { caseId, program }: CaseFileJob & { type: 'write' },
  workspace: Workspace,
  tools: JobTools,
): Promise<WrittenFile> {
  const source = await workspace.collectCase(caseId);
  const { name: caseName, heads } = await source.summary();
  const shelved = await tools.shelf.open();
  const control = controlOf('writing', tools);
  const written = await writeCaseFile(source, shelved.writable, { job: control, ports: tools.ports, program });
  const file = await shelved.read();
  try {
    await verify(file, tools);
  } catch (error) {
    await shelved.drop();
    throw error;
  }
  return { type: 'written', caseId, caseName, file, sha256: written.sha256, bytes: written.bytes, heads };
}

async function verify(file: Blob, tools: JobTools): Promise<VerifiedFile> {
  const { preview } = await readCaseFile(file, { job: controlOf('verifying', tools), ports: tools.ports });
  return { type: 'verified', preview };
}

async function restore(
  { file, place }: CaseFileJob & { type: 'restore' },
  workspace: Workspace,
  tools: JobTools,
): Promise<RestoredFile> {
  const { source, preview } = await readCaseFile(file, { job: controlOf('verifying', tools), ports: tools.ports });
  const restored = await workspace.restoreCase(source, controlOf('restoring', tools), place);
  return { type: 'restored', preview, restored };
}

function controlOf(phase: CaseFileProgress['phase'], { signal, pause, onProgress }: JobTools): JobControl {
  return { signal, pause, onProgress: (done, total) => onProgress({ phase, done, total }) };
}
