import type { Workspace } from '#renderer/data/workspace.ts';
import type { CaseId, ImportId } from '#shared/domain/ids.ts';
import type { Import, Outcome } from '#shared/domain/import.ts';
import { isOfFile } from '#shared/domain/outcome-id.ts';
import type { WantedFile } from './match-files.ts';

/** An import with the number of its files by what became of them. */
export type ListedImport = Import & {
  readonly results: Readonly<Record<Outcome['result'], number>>;
  /** Articles that came in; as many as files where each file is one. */
  readonly articles: number;
  /** Records of files that could not be read, beside the files that could not. */
  readonly failedRecords: number;
  /** Files of which nobody has said what became of them, or that were not read. */
  readonly pending: number;
};

/** What became of each file of an import and of records that failed, in the order in which they were chosen. */
export function outcomesOf({ imports }: Workspace, id: ImportId): Promise<Outcome[]> {
  return imports.outcomes(id);
}

/** The imports of a case, the latest first, with their outcomes counted. */
export async function importsOf({ imports }: Workspace, caseId: CaseId): Promise<ListedImport[]> {
  const listed: ListedImport[] = [];
  for (const row of await imports.inCase(caseId)) listed.push(countOutcomes(row, await imports.outcomes(row.id)));
  return listed;
}

/** Counts what became of the files of an import. */
export function countOutcomes(row: Import, outcomes: readonly Outcome[]): ListedImport {
  const results = { imported: 0, duplicate: 0, 'near-duplicate': 0, failed: 0, skipped: 0 };
  let articles = 0;
  let failedRecords = 0;
  for (const outcome of outcomes) {
    if (!isOfFile(outcome.id)) {
      failedRecords++;
      continue;
    }
    results[outcome.result]++;
    articles += outcome.articles ?? Number(outcome.result === 'imported');
  }
  const told = results.imported + results.duplicate + results['near-duplicate'] + results.failed;
  return { ...row, results, articles, failedRecords, pending: Math.max(0, (row.total ?? told) - told) };
}

/** The files of an import that could not be read. */
export async function failedFiles({ imports }: Workspace, id: ImportId): Promise<WantedFile[]> {
  const [files, outcomes] = [await imports.files(id), await imports.outcomes(id)];
  const paths = new Map(files.map(({ path }, number) => [path, number]));
  return outcomes
    .filter((outcome) => outcome.result === 'failed' && isOfFile(outcome.id))
    .map(({ fileName, size, sha256 }, at) => ({
      number: paths.get(fileName) ?? at,
      path: fileName,
      size: size ?? null,
      sha256: sha256 ?? null,
    }));
}

/** The files of an import that were not read, because it was cancelled or cut off. */
export async function pendingFiles({ imports }: Workspace, id: ImportId): Promise<WantedFile[]> {
  const files = await imports.files(id);
  const numbers = await imports.pending(id);
  return numbers.flatMap((number) => {
    const file = files[number];
    return file ? [{ number, path: file.path, size: file.size, sha256: null }] : [];
  });
}
