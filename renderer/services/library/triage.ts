import type { Workspace } from '#renderer/data/workspace.ts';
import type { ArticleStatus } from '#shared/domain/case-article.ts';
import type { ArticleId, CaseId } from '#shared/domain/ids.ts';

/** How each status is called within a sentence. */
const statusInWords: Readonly<Record<ArticleStatus, string>> = {
  inbox: 'inbox',
  'in-progress': 'in progress',
  done: 'done',
  'set-aside': 'set aside',
};

/**
 * Gives articles a status, as one step.
 *
 * @returns the step in words: `Set 12 articles to done`
 * @throws {AppError} `not-found`, `conflict`; nothing has changed then
 */
export async function setStatus(
  workspace: Workspace,
  caseId: CaseId,
  ids: readonly ArticleId[],
  status: ArticleStatus,
): Promise<string> {
  const words = `Set ${await namesOf(workspace, ids)} to ${statusInWords[status]}`;
  await workspace.articles.editInCase(caseId, ids, words, () => ({ status }));
  return words;
}

/**
 * Gives articles tags and takes others from them, as one step.
 *
 * @returns the step in words
 * @throws {AppError} `not-found`, `conflict`; nothing has changed then
 */
export async function editTags(
  workspace: Workspace,
  caseId: CaseId,
  ids: readonly ArticleId[],
  { add, remove }: { readonly add: readonly string[]; readonly remove: readonly string[] },
): Promise<string> {
  const words = `${tagWords(add, remove)} ${await namesOf(workspace, ids)}`;
  await workspace.articles.editInCase(caseId, ids, words, ({ tags }) => ({
    tags: [...new Set([...tags, ...add])].filter((tag) => !remove.includes(tag)).sort(),
  }));
  return words;
}

/** Which tags articles have, and how many of them have each. */
export async function tagCounts(
  { db }: Workspace,
  caseId: CaseId,
  ids: readonly ArticleId[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db.caseArticles.bulkGet(ids.map((id): [string, string] => [caseId, id]));
  const counts = new Map<string, number>();
  for (const tag of rows.flatMap((row) => row?.tags ?? [])) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return counts;
}

/**
 * Removes articles from a case, with what the analyst marked in them. They stand in the bin, and come back with one undo.
 *
 * @returns the step in words
 * @throws {AppError} `conflict` if another case rests on one of them; nothing has changed then
 */
export async function removeFromCase(workspace: Workspace, caseId: CaseId, ids: readonly ArticleId[]): Promise<string> {
  const words = `Remove ${await namesOf(workspace, ids)}`;
  const targets = ids.map((id) => ({ table: 'caseArticles' as const, id: `${caseId}/${id}` }));
  await workspace.bin.remove(caseId, targets, words);
  return words;
}

async function namesOf({ articles }: Workspace, ids: readonly ArticleId[]): Promise<string> {
  const [only] = ids;
  if (only === undefined || ids.length > 1) return `${ids.length.toLocaleString('en')} articles`;
  return `"${(await articles.get(only))?.title ?? 'an article'}"`;
}

function tagWords(add: readonly string[], remove: readonly string[]): string {
  const quoted = (tags: readonly string[]) => tags.map((tag) => `"${tag}"`).join(', ');
  if (remove.length === 0) return `Tag ${quoted(add)} on`;
  if (add.length === 0) return `Take the tag ${quoted(remove)} from`;
  return `Tag ${quoted(add)} instead of ${quoted(remove)} on`;
}
