import type { ArticleId, CaseId, EntityId, EventId, HighlightId, SourceId } from '#shared/domain/ids.ts';
import { idsPointingAt } from '../derive/keep-pointers.ts';
import { keptSource, sourceAliases } from '../derive/source-aliases.ts';
import type { SearchChangeRow } from '../stored-rows.ts';
import type { WorkbenchDatabase } from '../workbench-database.ts';

/** An article of a case: one document of the index. */
export type Place = { readonly caseId: CaseId; readonly articleId: ArticleId };

/** Which documents changes are about. */
export type ChangedPlaces = {
  readonly places: readonly Place[];
  /** Cases of which every document has to be looked at, those too that the store no longer has. */
  readonly cases: readonly CaseId[];
};

/** Follows changes to the documents that they touch; each is named once. */
export async function changedPlaces(
  db: WorkbenchDatabase,
  changes: readonly SearchChangeRow[],
): Promise<ChangedPlaces> {
  const places = new Places();
  const all = <Id>(of: (change: SearchChangeRow) => readonly Id[]) => [...new Set(changes.flatMap((one) => of(one)))];
  for (const [caseId, articleId] of all(({ places: own }) => own)) places.add({ caseId, articleId });
  await addHighlights(
    db,
    all(({ highlights }) => highlights),
    places,
  );
  await addEntities(
    db,
    all(({ entities }) => entities),
    places,
  );
  await addEvents(
    db,
    all(({ events }) => events),
    places,
  );
  await addSources(db, new Set<string>(all(({ sources }) => sources)), places);
  await addArticles(
    db,
    all(({ articles }) => articles),
    places,
  );
  return { places: places.list(), cases: all(({ cases }) => cases) };
}

class Places {
  private readonly byLabel = new Map<string, Place>();

  add({ caseId, articleId }: Place): void {
    this.byLabel.set(`${caseId} ${articleId}`, { caseId, articleId });
  }

  list(): Place[] {
    return [...this.byLabel.values()];
  }
}

/** A passage that is gone was listed with its article by the step that took it. */
async function addHighlights(db: WorkbenchDatabase, ids: readonly HighlightId[], places: Places): Promise<void> {
  for (const row of ids.length === 0 ? [] : await db.highlights.bulkGet([...ids])) if (row) places.add(row);
}

/** Articles that mention an entity, or one that was merged into it. */
async function addEntities(db: WorkbenchDatabase, ids: readonly EntityId[], places: Places): Promise<void> {
  const known = new Set<string>(ids);
  for (const id of known) for (const merged of await idsPointingAt(db, 'entities', 'entities', id)) known.add(merged);
  for (const id of known) {
    const mentions = await db.mentions.bulkGet(await idsPointingAt(db, 'mentions', 'entities', id));
    await addHighlights(
      db,
      mentions.flatMap((mention) => mention?.highlightIds ?? []),
      places,
    );
  }
}

/** Articles that an event rests on, or one that was merged into it. */
async function addEvents(db: WorkbenchDatabase, ids: readonly EventId[], places: Places): Promise<void> {
  const known = new Set<string>(ids);
  for (const id of known) for (const merged of await idsPointingAt(db, 'events', 'events', id)) known.add(merged);
  for (const event of known.size === 0 ? [] : await db.events.bulkGet([...known])) {
    if (!event) continue;
    const tied = await db.articleEvents.where('[caseId+eventId]').equals([event.caseId, event.id]).toArray();
    for (const row of tied) places.add(row);
  }
}

/** Articles of a publisher, or of one that was merged into it. It is renamed so seldom that no index is kept for it. */
async function addSources(db: WorkbenchDatabase, ids: ReadonlySet<string>, places: Places): Promise<void> {
  if (ids.size === 0) return;
  const aliases = await sourceAliases(db);
  const isMeant = (id: SourceId) => ids.has(id) || ids.has(keptSource(aliases, id));
  const rows = db.articleColumns.filter(({ sourceId }) => sourceId !== null && isMeant(sourceId));
  await rows.each((row) => places.add(row));
}

async function addArticles(db: WorkbenchDatabase, ids: readonly ArticleId[], places: Places): Promise<void> {
  if (ids.length === 0) return;
  for (const caseId of (await db.cases.toCollection().primaryKeys()) as CaseId[]) {
    const rows = await db.articleColumns.bulkGet(ids.map((articleId): [string, string] => [caseId, articleId]));
    for (const row of rows) if (row) places.add(row);
  }
}
