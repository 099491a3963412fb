import type { Workspace } from '#renderer/data/workspace.ts';
import { clockMilliseconds } from '#shared/custody/clock.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import type { TableName } from '#shared/domain/tables.ts';
import { instantOf } from '#shared/kernel/instant.ts';
import type { Noted } from './mark.ts';

/** Reads who wrote a field of rows last, by name, and when. */
export async function readAuthors(
  workspace: Workspace,
  caseId: CaseId,
  table: TableName,
  field: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Noted>> {
  const writers = await workspace.history.lastWriters(caseId, table, field, ids);
  const people = [...new Set([...writers.values()].map(({ personId }) => personId))];
  const names = new Map(await Promise.all(people.map(async (id) => [id, await workspace.people.nameOf(id)] as const)));
  return new Map(
    [...writers].map(([id, { personId, clock }]) => [
      id,
      { name: names.get(personId) ?? 'No name given', at: instantOf(clockMilliseconds(clock)) },
    ]),
  );
}
