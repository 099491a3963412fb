import type { CaseId } from '#shared/domain/ids.ts';
import { pointersOf } from '#shared/domain/references.ts';
import { isTableName, type Row, rowId, type TableName } from '#shared/domain/tables.ts';
import { type CaseMembers, findCaseMembers, readRows } from './case-members.ts';
import type { WorkbenchDatabase } from './workbench-database.ts';

/** Facts that cases share and that go with the last case that rests on them. People and codebooks always stay. */
export const sharedTables = [
  'decisions',
  'relations',
  'entities',
  'metadata',
  'acquisitions',
  'texts',
  'articles',
  'captures',
  'sources',
] as const satisfies readonly TableName[];

/** Ids of facts, by table. */
export type SharedIds = ReadonlyMap<(typeof sharedTables)[number], Set<string>>;

/**
 * Finds among the facts of one case those that no other case rests on, and that nothing which stays points at.
 *
 * @throws {AppError} `not-found` when there is no such case
 */
export async function findUnheldFacts(db: WorkbenchDatabase, caseId: CaseId, members: CaseMembers): Promise<SharedIds> {
  const unheld = new Map(sharedTables.map((table) => [table, new Set(members[table])]));
  for (const other of await db.cases.toCollection().primaryKeys()) {
    if (other === caseId) continue;
    const theirs = await findCaseMembers(db, other as CaseId);
    for (const [table, ids] of unheld) for (const id of theirs[table]) ids.delete(id);
  }
  await keepPointedAt(db, members, unheld);
  return unheld;
}

/**
 * Finds what is known of articles that no case has any more, not in its bin either: the articles with their bytes, texts and
 * what was observed.
 *
 * @param articleIds - of articles that may have lost their last case
 */
export async function findUnheldArticles(db: WorkbenchDatabase, articleIds: readonly string[]): Promise<SharedIds> {
  const alone = new Set(articleIds);
  const unheld = new Map(sharedTables.map((table) => [table, new Set<string>()]));
  const members: CaseMembers[] = [];
  for (const caseId of await db.cases.toCollection().primaryKeys()) {
    const theirs = await findCaseMembers(db, caseId as CaseId);
    members.push(theirs);
    for (const id of theirs.articles) alone.delete(id);
  }
  for await (const articles of readRows(db, 'articles', alone)) {
    for (const article of articles) {
      setOf(unheld, 'articles')?.add(article.id);
      const taken = await db.acquisitions.where('articleId').equals(article.id).primaryKeys();
      for (const id of taken) setOf(unheld, 'acquisitions')?.add(id);
      const observed = db.metadata.where('[articleId+id]').between([article.id, ''], [article.id, '\uffff']);
      for (const row of await observed.toArray()) setOf(unheld, 'metadata')?.add(rowId('metadata', row));
      setOf(unheld, 'captures')?.add(article.captureId);
      if (article.textId) setOf(unheld, 'texts')?.add(article.textId);
    }
  }
  for (const theirs of members) for (const [table, ids] of unheld) for (const id of theirs[table]) ids.delete(id);
  return unheld;
}

/** A name that no case uses may still point at one of these: then it stays, with what it points at. */
async function keepPointedAt(
  db: WorkbenchDatabase,
  members: CaseMembers,
  unheld: Map<(typeof sharedTables)[number], Set<string>>,
): Promise<void> {
  for (let isSettled = false; !isSettled; ) {
    isSettled = true;
    for (const table of ['entities', 'relations', 'sources'] as const) {
      const ids = unheld.get(table) ?? new Set<string>();
      for await (const rows of readRows(db, table, [...ids])) {
        for (const row of rows) {
          if (!(await isHeldFromOutside(db, `${table} ${row.id}`, members, unheld))) continue;
          isSettled = false;
          ids.delete(row.id);
          for (const { to, id } of pointersOf(table, row as Row<TableName>)) setOf(unheld, to)?.delete(id);
        }
      }
    }
  }
}

async function isHeldFromOutside(
  db: WorkbenchDatabase,
  to: string,
  members: CaseMembers,
  unheld: SharedIds,
): Promise<boolean> {
  const keys = await db.pointers.where('[to+from]').between([to, ''], [to, '\uffff']).primaryKeys();
  return keys.some(([, from]) => {
    const table = from.slice(0, from.indexOf(' '));
    const id = from.slice(table.length + 1);
    const isShared = isTableName(table) && setOf(unheld, table) !== undefined;
    // rows of the case itself go with it
    const goes = isShared ? setOf(unheld, table)?.has(id) : setOfMembers(members, table)?.has(id);
    return !goes;
  });
}

function setOf(unheld: SharedIds, table: string): Set<string> | undefined {
  const name = sharedTables.find((each) => each === table);
  return name && unheld.get(name);
}

function setOfMembers(members: CaseMembers, table: string): ReadonlySet<string> | undefined {
  return new Map<string, ReadonlySet<string>>(Object.entries(members)).get(table);
}
