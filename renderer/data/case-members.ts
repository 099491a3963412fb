import { personOfChain } from '#shared/custody/identify.ts';
import type { Decision } from '#shared/domain/decision.ts';
import type { ArticleId, CaseId } from '#shared/domain/ids.ts';
import { pointersOf } from '#shared/domain/references.ts';
import { isTableName, type Row, rowId, type TableName } from '#shared/domain/tables.ts';
import { type CaseTable, caseTables } from '#shared/exchange/case-ports.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { chainsOfCase } from './chains.ts';
import { atMost, rowsNear } from './read-near.ts';
import { keyOfRow } from './row-key.ts';
import type { WorkbenchDatabase } from './workbench-database.ts';

/** Rows read at once: some megabytes at most. */
const CHUNK = 500;

/** Facts of each article, those of articles in between included, up to which they are read with one request. */
const FACTS_EACH = 40;

/** Ids of every row that belongs to a case or that its rows point at, by table. */
export type CaseMembers = Readonly<Record<CaseTable, ReadonlySet<string>>>;

type Sets = Record<CaseTable, Set<string>>;

/** The tables whose rows carry their case, in one index each. */
const ownTables = [
  'sourceGrades',
  'highlights',
  'events',
  'mentions',
  'claims',
  'entityNotes',
  'savedSearches',
  'containers',
  'recordLists',
  'bin',
] as const;

/**
 * Finds every row of a case: its own, and those they point at, however indirectly. What was removed still points at what it
 * rested on, so that it can be restored elsewhere.
 *
 * @throws {AppError} `not-found` when there is no such case
 */
export async function findCaseMembers(db: WorkbenchDatabase, caseId: CaseId): Promise<CaseMembers> {
  const owner = await db.cases.get(caseId);
  if (!owner) throw new AppError('not-found', 'This case is not in the workspace.');
  const sets = emptySets();
  sets.cases.add(caseId);
  sets.codebooks.add(owner.codebookId);
  for (const { chain } of await chainsOfCase(db, caseId)) sets.people.add(personOfChain(chain));
  const keys = await db.caseArticles
    .where('[caseId+articleId]')
    .between([caseId, ''], [caseId, '\uffff'])
    .primaryKeys();
  for (const [, articleId] of keys) {
    sets.caseArticles.add(`${caseId}/${articleId}`);
    sets.articles.add(articleId);
  }
  for (const table of ownTables) await addOwn(db, sets, table, caseId);
  await addFacts(db, sets);
  await addPointedAt(db, sets);
  await addDecisions(db, sets);
  return sets;
}

/** Reads the rows named, in the order of their ids, some hundred at a time; ids that are gone are left out. */
export async function* readRows<T extends TableName>(
  db: WorkbenchDatabase,
  table: T,
  ids: Iterable<string>,
): AsyncGenerator<Row<T>[]> {
  const sorted = [...ids].sort();
  let isDense = true;
  for (let at = 0; at < sorted.length; at += CHUNK) {
    const some = sorted.slice(at, at + CHUNK);
    const near: Row<T>[] | null = isDense ? await rowsNear(db, table, some) : null;
    // among the rows of larger cases this one's lie far apart: there it is not tried again
    isDense = near !== null;
    yield near ??
      (await db.rows(table).bulkGet(some.map((id) => keyOfRow(table, id)))).filter((row) => row !== undefined);
  }
}

function emptySets(): Sets {
  return Object.fromEntries(caseTables.map((table) => [table, new Set<string>()])) as Sets;
}

async function addOwn(
  db: WorkbenchDatabase,
  sets: Sets,
  table: (typeof ownTables)[number],
  caseId: CaseId,
): Promise<void> {
  const own =
    table === 'highlights'
      ? db.highlights.where('[caseId+articleId]').between([caseId, ''], [caseId, '\uffff'])
      : db.rows(table).where('caseId').equals(caseId);
  for (const id of await own.primaryKeys()) sets[table].add(String(id));
  for await (const rows of readRows(db, table, sets[table])) {
    for (const row of rows) {
      addPointers(sets, table, row);
      if ('rows' in row) for (const binned of row.rows) addPointersOfBinned(sets, binned.table, binned.row);
    }
  }
}

/** A row in the bin points as it did; what it points at may be in the bin too, and is then left out when read. */
function addPointersOfBinned(sets: Sets, table: string, row: unknown): void {
  if (isTableName(table)) addPointers(sets, table, row as Row<TableName>);
}

/** Everything about the articles: which bytes, when taken in, what was observed. */
async function addFacts(db: WorkbenchDatabase, sets: Sets): Promise<void> {
  const dense: Dense = new Set(['acquisitions', 'metadata']);
  for await (const articles of readRows(db, 'articles', sets.articles)) {
    for (const article of articles) addPointers(sets, 'articles', article);
    const ids = articles.map(({ id }) => id);
    for (const row of await acquisitionsOf(db, ids, dense)) {
      sets.acquisitions.add(row.id);
      addPointers(sets, 'acquisitions', row);
    }
    for (const row of await metadataOf(db, ids, dense)) {
      sets.metadata.add(rowId('metadata', row));
      addPointers(sets, 'metadata', row);
    }
  }
}

/** The tables of which an article's rows lie near those of its neighbours; a table leaves it once they do not. */
type Dense = Set<'acquisitions' | 'metadata'>;

/** @param ids - in their order */
async function acquisitionsOf(
  db: WorkbenchDatabase,
  ids: readonly ArticleId[],
  dense: Dense,
): Promise<Row<'acquisitions'>[]> {
  const [first, last] = [ids[0], ids.at(-1)];
  if (first === undefined || last === undefined) return [];
  const between = db.acquisitions.where('articleId').between(first, last, true, true);
  const near = dense.has('acquisitions') ? await atMost(between, CHUNK * FACTS_EACH) : null;
  if (!near) dense.delete('acquisitions');
  const wanted = new Set(ids);
  const rows = near ?? (await db.acquisitions.where('articleId').anyOf(ids).toArray());
  return rows.filter(({ articleId }) => articleId !== null && wanted.has(articleId));
}

/** @param ids - in their order */
async function metadataOf(db: WorkbenchDatabase, ids: readonly ArticleId[], dense: Dense): Promise<Row<'metadata'>[]> {
  const [first, last] = [ids[0], ids.at(-1)];
  if (first === undefined || last === undefined) return [];
  const table = db.metadata.where('[articleId+id]');
  const between = table.between([first, ''], [last, '\uffff']);
  const near = dense.has('metadata') ? await atMost(between, CHUNK * FACTS_EACH) : null;
  if (!near) dense.delete('metadata');
  const ranges = ids.map((id): [[string, string], [string, string]] => [
    [id, ''],
    [id, '\uffff'],
  ]);
  const wanted = new Set(ids);
  const rows = near ?? (await db.metadata.where('[articleId+id]').inAnyRange(ranges).toArray());
  return rows.filter(({ articleId }) => wanted.has(articleId));
}

/** Entities lead to entities, sources to sources: followed until nothing new is found. */
async function addPointedAt(db: WorkbenchDatabase, sets: Sets): Promise<void> {
  const seen = new Set<string>();
  for (let found = true; found; ) {
    found = false;
    for (const table of ['entities', 'relations', 'sources'] as const) {
      const fresh = [...sets[table]].filter((id) => !seen.has(`${table} ${id}`));
      for (const id of fresh) seen.add(`${table} ${id}`);
      found ||= fresh.length > 0;
      for await (const rows of readRows(db, table, fresh)) for (const row of rows) addPointers(sets, table, row);
    }
  }
}

/** A judgement belongs to a case when both things that it speaks of do; what a publisher was judged to be comes along. */
async function addDecisions(db: WorkbenchDatabase, sets: Sets): Promise<void> {
  const decisions = await db.decisions.toArray();
  await addKeptSources(db, sets, decisions);
  const spokenOf = { article: sets.articles, entity: sets.entities, event: sets.events, source: sets.sources };
  for (const row of decisions) {
    if (!spokenOf[row.kind].has(row.a) || !spokenOf[row.kind].has(row.b)) continue;
    sets.decisions.add(row.id);
    sets.people.add(row.by);
  }
}

/** The publisher by whose name the articles of another go need not have an article in the case itself. */
async function addKeptSources(db: WorkbenchDatabase, sets: Sets, decisions: readonly Decision[]): Promise<void> {
  const merges = decisions.filter(({ kind, verdict }) => kind === 'source' && verdict === 'same');
  for (let isSettled = false; !isSettled; ) {
    const kept = merges.filter(({ a, b }) => sets.sources.has(a) && !sets.sources.has(b));
    isSettled = kept.length === 0;
    for (const { b } of kept) sets.sources.add(b);
    if (!isSettled) await addPointedAt(db, sets);
  }
}

function addPointers<T extends TableName>(sets: Sets, table: T, row: Row<T>): void {
  for (const { to, id } of pointersOf(table, row)) {
    // another case's rows are never carried along
    if (isCaseTable(to) && to !== 'cases') sets[to].add(id);
  }
}

function isCaseTable(table: TableName): table is CaseTable {
  return caseTables.some((each) => each === table);
}
