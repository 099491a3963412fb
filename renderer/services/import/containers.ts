import type { Workspace } from '#renderer/data/workspace.ts';
import type { Container } from '#shared/domain/container.ts';
import type { Import } from '#shared/domain/import.ts';

/** Files of many records that came in with an import. */
export async function containersOf({ db }: Workspace, { id, caseId }: Import): Promise<Container[]> {
  return db.containers
    .where('caseId')
    .equals(caseId)
    .filter(({ importId }) => importId === id)
    .toArray();
}
