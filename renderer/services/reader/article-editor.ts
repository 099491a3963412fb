import type { ArticleFields, CaseArticleFields } from '#renderer/data/repositories/articles.ts';
import type { Workspace } from '#renderer/data/workspace.ts';
import { freshId } from '#renderer/data/workspace-core.ts';
import { creation, difference } from '#shared/custody/make-change.ts';
import type { Article } from '#shared/domain/article.ts';
import type { CaseArticle } from '#shared/domain/case-article.ts';
import type { CaseId, SourceId } from '#shared/domain/ids.ts';
import type { Change } from '#shared/domain/ledger.ts';
import type { Source } from '#shared/domain/source.ts';
import { fold } from '#shared/text/fold-text.ts';

/**
 * Edits what is said of an article. Every method compares with what stood on the screen: what another window has changed
 * meanwhile is never overwritten unseen.
 */
export class ArticleEditor {
  private readonly workspace: Workspace;

  constructor(workspace: Workspace) {
    this.workspace = workspace;
  }

  /**
   * Edits fields of an article, in every case that has it.
   *
   * @param shown - the article as it stood on the screen
   * @throws {AppError} `conflict` if one of the fields was changed meanwhile; nothing is changed then
   */
  async edit(caseId: CaseId, shown: Article, fields: ArticleFields, also: readonly Change[] = []): Promise<void> {
    const changes = [...also, ...difference('articles', shown, { ...shown, ...fields })];
    if (changes.length === 0) return;
    const words = `Edit the ${Object.keys(fields).map(inWords).join(', ')} of "${shown.title}"`;
    await this.workspace.commit({ caseId, action: 'article:edit', words, changes });
  }

  /**
   * Says who published an article: a known publisher of that name, or a new one.
   *
   * @returns the grade that stays with the publisher before, where the one now named has none in this case; else null
   * @throws {AppError} `conflict`
   */
  async setPublisher(caseId: CaseId, shown: Article, name: string): Promise<string | null> {
    await this.publish(caseId, shown, name);
    const grades = await this.workspace.sources.gradesIn(caseId);
    const gradeOf = (id: SourceId | null | undefined) =>
      grades.findLast(({ sourceId }) => sourceId === id)?.grade ?? null;
    const now = await this.workspace.articles.get(shown.id);
    return now?.sourceId && gradeOf(now.sourceId) === null ? gradeOf(shown.sourceId) : null;
  }

  private async publish(caseId: CaseId, shown: Article, name: string): Promise<void> {
    const trimmed = name.trim();
    if (trimmed === '') return this.edit(caseId, shown, { sourceId: null });
    const known = (await this.workspace.sources.all()).find((source) => fold(source.name) === fold(trimmed));
    if (known) return this.edit(caseId, shown, { sourceId: known.id });
    const id = freshId<SourceId>(this.workspace.core);
    const made: Source = { id, name: trimmed, domains: [], affiliation: null, republishes: [] };
    return this.edit(caseId, shown, { sourceId: id }, [creation('sources', made)]);
  }

  /**
   * Edits what a case says of an article: status, tags, grade, note.
   *
   * @throws {AppError} `conflict`
   */
  async editInCase(shown: CaseArticle, fields: CaseArticleFields, words: string): Promise<void> {
    const changes = difference('caseArticles', shown, { ...shown, ...fields });
    if (changes.length === 0) return;
    await this.workspace.commit({ caseId: shown.caseId, action: 'article:triage', words, changes });
  }
}

const WORDS: Readonly<Record<string, string>> = { sourceId: 'publisher', url: 'address', canonicalUrl: 'own address' };

function inWords(field: string): string {
  return WORDS[field] ?? field;
}
