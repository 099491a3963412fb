import type { Workspace } from '#renderer/data/workspace.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { filesInWords } from '../import/importer.ts';
import { importerOf } from '../import/use-importer.ts';
import { type BringIn, type OnStep, openSampleCase } from './make-sample-case.ts';

/**
 * Opens the sample case, making it the first time.
 *
 * @throws {AppError} what kept it from being made; what was done until then stays
 */
export function openSample(workspace: Workspace, onStep: OnStep): Promise<CaseId> {
  const bringIn: BringIn = async (caseId, files) => {
    const ended = await importerOf(workspace).bringIn(caseId, files, filesInWords(files.length));
    if (ended.import) return ended.import.id;
    throw new AppError(ended.error?.code ?? 'internal', ended.error?.message ?? 'The sample case did not come in.');
  };
  return openSampleCase(workspace, bringIn, onStep);
}
