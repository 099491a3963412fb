import type { Workspace } from '#renderer/data/workspace.ts';
import type { CaseId, ImportId } from '#shared/domain/ids.ts';
import type { Import, Outcome } from '#shared/domain/import.ts';

/** An import with the number of its files by what became of them. */
export type ListedImport = Import & { readonly results: Readonly<Record<Outcome['result'], number>> };

/** What became of each file of an import, in the order in which they were read. */
export function outcomesOf({ imports }: Workspace, id: ImportId): Promise<Outcome[]> {
  return imports.outcomes(id);
}

/** The imports of a case, the latest first, with their outcomes counted. */
export async function importsOf({ imports }: Workspace, caseId: CaseId): Promise<ListedImport[]> {
  const listed: ListedImport[] = [];
  for (const row of await imports.inCase(caseId)) {
    const results = { imported: 0, duplicate: 0, 'near-duplicate': 0, failed: 0, skipped: 0 };
    for (const { result } of await imports.outcomes(row.id)) results[result]++;
    listed.push({ ...row, results });
  }
  return listed;
}
