import type { Claim } from '#shared/domain/claim.ts';
import type { ArticleId, CaseId } from '#shared/domain/ids.ts';
import { inKeyOrder } from '../in-key-order.ts';
import type { ArticleEventRow } from '../stored-rows.ts';
import type { RowChanges } from '../transaction/row-changes.ts';
import type { WorkbenchDatabase } from '../workbench-database.ts';

/** An article in a case. */
export type CasePlace = { readonly caseId: CaseId; readonly articleId: ArticleId };

/**
 * Keeps the count of claims that tie each event to each article.
 *
 * @returns the articles whose events have changed
 */
export async function keepArticleEvents(db: WorkbenchDatabase, changes: RowChanges): Promise<CasePlace[]> {
  const claims = changes.of('claims');
  if (claims.length === 0) return [];
  const articleOf = await articlesOfHighlights(db, changes);
  const deltas = new Map<string, { key: [CaseId, ArticleId, Claim['eventId']]; by: number }>();
  const count = (claim: Claim | null, by: number): void => {
    if (!claim) return;
    for (const articleId of new Set(claim.highlightIds.map((id) => articleOf.get(id)))) {
      if (!articleId) continue;
      const key: [CaseId, ArticleId, Claim['eventId']] = [claim.caseId, articleId, claim.eventId];
      const label = key.join(' ');
      deltas.set(label, { key, by: (deltas.get(label)?.by ?? 0) + by });
    }
  };
  for (const { before, after } of claims) {
    count(before, -1);
    count(after, 1);
  }
  const changed = [...deltas.values()].filter(({ by }) => by !== 0);
  const rows = await db.articleEvents.bulkGet(changed.map(({ key }) => key));
  const kept: ArticleEventRow[] = [];
  const gone: [CaseId, ArticleId, Claim['eventId']][] = [];
  for (const [at, { key, by }] of changed.entries()) {
    const claimsNow = (rows[at]?.claims ?? 0) + by;
    const [caseId, articleId, eventId] = key;
    if (claimsNow > 0) kept.push({ caseId, articleId, eventId, claims: claimsNow });
    else gone.push(key);
  }
  await Promise.all([
    kept.length > 0 ? db.articleEvents.bulkPut(kept) : undefined,
    gone.length > 0 ? db.articleEvents.bulkDelete(inKeyOrder(gone)) : undefined,
  ]);
  return changed.map(({ key: [caseId, articleId] }) => ({ caseId, articleId }));
}

/** A highlight that the step removes is no longer in its table: the step knows it. */
async function articlesOfHighlights(db: WorkbenchDatabase, changes: RowChanges): Promise<Map<string, ArticleId>> {
  const ids = new Set(
    changes
      .of('claims')
      .flatMap(({ before, after }) => [...(before?.highlightIds ?? []), ...(after?.highlightIds ?? [])]),
  );
  const touched = changes.of('highlights').map(({ before, after }) => after ?? before);
  const stored = await db.highlights.bulkGet([...ids]);
  return new Map([...touched, ...stored].flatMap((row) => (row ? [[row.id, row.articleId]] : [])));
}
