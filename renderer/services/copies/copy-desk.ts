import { CopiesDatabase } from '#renderer/data/copies-database.ts';
import { type CaseCopies, readCaseCopies } from '#renderer/data/copy-groups.ts';
import type { Workspace } from '#renderer/data/workspace.ts';
import type { Decision } from '#shared/domain/decision.ts';
import type { ArticleId, CaseId } from '#shared/domain/ids.ts';
import { type CopyCluster, clusterCopies } from '#shared/ingest/copies/cluster-copies.ts';

/** A copy of the article in hand. */
export type ShownCopy = {
  readonly articleId: ArticleId;
  readonly title: string;
  readonly publisher: string;
  /** EDTF; null when unknown. */
  readonly published: string | null;
  /** `the same text`, `82 % the same`, `holds 40 % of the shorter one`, `judged the same`, `by way of another copy`. */
  readonly how: string;
};

/** The copies of an article, and what was judged about it. */
export type ArticleCopies = {
  readonly copies: readonly ShownCopy[];
  /** The likely origin among the article and its copies, and why; null where nothing tells. */
  readonly origin: { readonly articleId: ArticleId; readonly why: string } | null;
  /** Articles that were judged not to be copies of it, and those judged to be the same. */
  readonly judged: readonly { readonly decision: Decision; readonly title: string }[];
};

/** Members whose texts are read for credit lines. */
const MOST_READ = 20;

let opened: CopiesDatabase | null = null;

/** What was found out about copies in this workspace. */
function copiesOf({ db }: Workspace): CopiesDatabase {
  if (opened?.name !== `${db.name}-copies`) opened = new CopiesDatabase(db.name, self);
  return opened;
}

/** The copies of an article in a case; null where there are none and nothing was judged. */
export async function readCopies(
  workspace: Workspace,
  caseId: CaseId,
  articleId: ArticleId,
  copies: CopiesDatabase = copiesOf(workspace),
): Promise<ArticleCopies | null> {
  const known = await readCaseCopies(workspace.db, copies, caseId);
  const others = (known.groups.get(articleId) ?? []).filter((id) => id !== articleId);
  const decisions = known.decisions.filter(({ a, b }) => a === articleId || b === articleId);
  if (others.length === 0 && decisions.length === 0) return null;
  const shown = await Promise.all(others.map((id) => shownCopy(workspace, id, howAlike(known, articleId, id))));
  const cluster = others.length === 0 ? undefined : await originAmong(workspace, [articleId, ...others]);
  return {
    copies: shown.sort((a, b) => (a.published ?? '~').localeCompare(b.published ?? '~', 'en')),
    origin: cluster ? { articleId: cluster.id as ArticleId, why: cluster.why } : null,
    judged: await Promise.all(decisions.map((decision) => withTitle(workspace, decision, articleId))),
  };
}

/**
 * Judges that an article is none of its copies.
 *
 * @throws {AppError} `conflict`; nothing has changed then
 */
export async function judgeNoCopy(
  workspace: Workspace,
  caseId: CaseId,
  articleId: ArticleId,
  others: readonly ArticleId[],
  reason: string,
): Promise<void> {
  const title = (await workspace.articles.get(articleId))?.title ?? '';
  await workspace.decisions.judge(
    caseId,
    `Judge “${title}” not a copy`,
    others.map((b) => ({ kind: 'article', a: articleId, b, verdict: 'not-the-same', reason })),
  );
}

/**
 * Judges that articles are one.
 *
 * @throws {AppError} `conflict`; nothing has changed then
 */
export async function judgeSame(
  workspace: Workspace,
  caseId: CaseId,
  articleIds: readonly ArticleId[],
  reason: string,
): Promise<void> {
  const [first, ...others] = articleIds;
  if (first === undefined) return;
  await workspace.decisions.judge(
    caseId,
    `Judge ${articleIds.length} articles the same`,
    others.map((b) => ({ kind: 'article', a: first, b, verdict: 'same', reason })),
  );
}

async function shownCopy({ articles, sources }: Workspace, articleId: ArticleId, how: string): Promise<ShownCopy> {
  const article = await articles.get(articleId);
  const source = article?.sourceId ? await sources.get(article.sourceId) : undefined;
  const { title = '', published = null } = article ?? {};
  return { articleId, title, publisher: source?.name ?? '', published, how };
}

function howAlike({ pairs, decisions }: CaseCopies, one: ArticleId, other: ArticleId): string {
  const isPair = ({ a, b }: { a: string; b: string }) => (a === one && b === other) || (a === other && b === one);
  if (decisions.some((row) => isPair(row) && row.verdict === 'same')) return 'judged the same';
  const pair = pairs.find(isPair);
  if (pair === undefined) return 'by way of another copy';
  if (pair.kind === 'exact') return 'the same text';
  const share = Math.floor((pair.kind === 'near' ? pair.jaccard : pair.containment) * 100);
  return pair.kind === 'near' ? `${share} % the same` : `${share} % of the shorter one stands in the other`;
}

async function originAmong(workspace: Workspace, ids: readonly ArticleId[]): Promise<CopyCluster['origin']> {
  const members = await Promise.all(ids.slice(0, MOST_READ).map((id) => copiedArticle(workspace, id)));
  const [first] = members;
  const pairs = members.slice(1).map(({ id }) => ({ a: first?.id ?? '', b: id }));
  return clusterCopies(members, pairs)[0]?.origin ?? null;
}

async function copiedArticle({ articles, sources }: Workspace, id: ArticleId) {
  const article = await articles.get(id);
  const source = article?.sourceId ? await sources.get(article.sourceId) : undefined;
  const read = article?.textId ? await articles.text(article.textId) : null;
  const { name = '', domains = [] } = source ?? {};
  return {
    id,
    published: article?.published ?? null,
    outlet: [name, ...domains].filter((one) => one !== ''),
    // credit lines often stand in what is folded
    text: read?.text ?? '',
  };
}

async function withTitle({ articles }: Workspace, decision: Decision, articleId: ArticleId) {
  const other = decision.a === articleId ? decision.b : decision.a;
  return { decision, title: (await articles.get(other as ArticleId))?.title ?? 'An article that is gone' };
}
