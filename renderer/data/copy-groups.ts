import type { Decision } from '#shared/domain/decision.ts';
import type { ArticleId, CaseId } from '#shared/domain/ids.ts';
import { joinedGroups, judgedPairs } from '#shared/ingest/copies/judged-pairs.ts';
import type { CopiesDatabase, CopyPairRow } from './copies-database.ts';
import type { WorkbenchDatabase } from './workbench-database.ts';

/** What is known of copies in a case. */
export type CaseCopies = {
  /** Of each article that has copies: all articles that are one with it, itself among them. */
  readonly groups: ReadonlyMap<ArticleId, readonly ArticleId[]>;
  readonly pairs: readonly CopyPairRow[];
  readonly decisions: readonly Decision[];
};

/** Groups the copies among the articles of a case, as they were found and as analysts have judged them. */
export async function readCaseCopies(
  db: WorkbenchDatabase,
  copies: CopiesDatabase,
  caseId: CaseId,
): Promise<CaseCopies> {
  const [pairs, decisions] = await Promise.all([
    copies.pairs.toArray(),
    db.decisions.filter(({ kind }) => kind === 'article').toArray(),
  ]);
  const named = [...new Set([...pairs, ...decisions].flatMap(({ a, b }) => [a, b]))] as ArticleId[];
  const here = await db.caseArticles.bulkGet(named.map((id): [string, string] => [caseId, id]));
  const ids = named.filter((_, at) => here[at] !== undefined);
  return { groups: joinedGroups(ids, judgedPairs(pairs, decisions)), pairs, decisions };
}
