import type { ArticleId, CaseId } from '#shared/domain/ids.ts';
import type { WorkbenchDatabase } from '../workbench-database.ts';
import type { Place } from './changed-places.ts';

/** Rows read at once. */
const CHUNK = 2000;

/** Every article of every case, or of one. */
export async function allPlaces(db: WorkbenchDatabase, caseId: CaseId | null = null): Promise<Place[]> {
  const rows = db.caseArticles;
  const keys =
    caseId === null
      ? await rows.toCollection().primaryKeys()
      : await rows.where('[caseId+articleId]').between([caseId, ''], [caseId, '\uffff']).primaryKeys();
  return keys.map(([inCase, articleId]) => ({ caseId: inCase as CaseId, articleId: articleId as ArticleId }));
}

/** How many articles all cases have together. */
export function countPlaces(db: WorkbenchDatabase): Promise<number> {
  return db.caseArticles.count();
}

/** Places in the order in which their texts lie on the disk: ids are hashes, and each pack of texts is then read once. */
export async function inOrderOfTexts(db: WorkbenchDatabase, places: readonly Place[]): Promise<Place[]> {
  const keyed: { readonly place: Place; readonly pack: string }[] = [];
  for (let at = 0; at < places.length; at += CHUNK) {
    const some = places.slice(at, at + CHUNK);
    const articles = await db.articles.bulkGet(some.map(({ articleId }) => articleId));
    const texts = await db.texts.bulkGet(articles.map((article) => article?.textId ?? ''));
    for (const [next, place] of some.entries()) keyed.push({ place, pack: texts[next]?.body.pack ?? '' });
  }
  return keyed.sort((a, b) => (a.pack < b.pack ? -1 : a.pack > b.pack ? 1 : 0)).map(({ place }) => place);
}
