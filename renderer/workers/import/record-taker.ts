import type { Workspace } from '#renderer/data/workspace.ts';
import type { Acquisition } from '#shared/domain/acquisition.ts';
import type { Article } from '#shared/domain/article.ts';
import type { ArticleId, CaseId } from '#shared/domain/ids.ts';
import { articleRows, type ReadRows, renamedRows } from './article-rows.ts';
import type { Verdict } from './file-tally.ts';
import { judgeStanding, type ReadAs } from './judge-standing.ts';
import type { OpenBatch } from './open-batch.ts';
import type { ParsedArticle } from './parsed-file.ts';
import { readCapture } from './read-capture.ts';

/** An article and where its file holds it. */
export type TakenArticle = { readonly fileName: string; readonly position: string; readonly parsed: ParsedArticle };

/** What the workspace has of articles that come in. */
type Known = {
  readonly articles: ReadonlyMap<ArticleId, Article>;
  readonly here: ReadonlySet<ArticleId>;
  readonly acquisitions: ReadonlyMap<ArticleId, readonly Acquisition[]>;
};

/** Takes articles into a case: new ones, and those that the workspace has, which are not stored twice. */
export class RecordTaker {
  private readonly workspace: Workspace;
  private readonly caseId: CaseId;
  private readonly batch: OpenBatch;

  constructor(workspace: Workspace, caseId: CaseId, batch: OpenBatch) {
    this.workspace = workspace;
    this.caseId = caseId;
    this.batch = batch;
  }

  /** Takes articles in their order; the store is asked once for all of them. */
  async take(articles: readonly TakenArticle[]): Promise<Verdict[]> {
    const known = await this.look(articles.map(({ parsed }) => parsed.rows.article.id));
    const verdicts: Verdict[] = [];
    for (const each of articles) verdicts.push(await this.takeOne(each, known));
    return verdicts;
  }

  private async look(ids: readonly ArticleId[]): Promise<Known> {
    const { db } = this.workspace;
    const stored = await db.articles.bulkGet([...ids]);
    const found = new Map(stored.flatMap((article) => (article ? [[article.id, article] as const] : [])));
    if (found.size === 0) return { articles: found, here: new Set(), acquisitions: new Map() };
    const known = [...found.keys()];
    const rows = await db.caseArticles.bulkGet(known.map((id): [string, string] => [this.caseId, id]));
    const here = new Set(rows.flatMap((row) => (row ? [row.articleId] : [])));
    const acquisitions = new Map<ArticleId, Acquisition[]>();
    for (const row of await db.acquisitions.where('articleId').anyOf(known).toArray()) {
      if (row.articleId) acquisitions.set(row.articleId, [...(acquisitions.get(row.articleId) ?? []), row]);
    }
    return { articles: found, here, acquisitions };
  }

  /** An article of a file: new, or the same bytes once more, which is another acquisition of what they already are. */
  private async takeOne(taken: TakenArticle, known: Known): Promise<Verdict> {
    let { rows } = taken.parsed;
    let reason = '';
    let at = known;
    // whoever forges one name may have forged the next
    for (let strangers = 1; ; strangers++) {
      const { id } = rows.article;
      // what waits here was read from these bytes a moment ago, or was compared with them
      const waiting = this.batch.articleOf(id);
      if (waiting) return this.takeKnown(taken, waiting, [], at);
      const stored = at.articles.get(id);
      if (!stored) return this.add(taken, rows, reason);
      const names = at.acquisitions.get(id)?.map(({ fileName }) => fileName) ?? [];
      const standing = await judgeStanding(stored, rows.article, names, readAs(taken));
      if (standing.kind === 'same') return this.takeKnown(taken, standing.article, standing.edited, at);
      reason = strangerWords(stored);
      rows = renamedRows(taken.parsed.rows, strangers);
      at = await this.look([rows.article.id]);
    }
  }

  private add({ fileName, position, parsed }: TakenArticle, rows: ReadRows, reason: string): Verdict {
    const { captureId, mediaType, bytes, origin } = parsed;
    if (bytes) this.batch.keep({ id: captureId, mediaType, bytes });
    this.batch.add(rows);
    this.batch.acquire({ ...origin, captureId, articleId: rows.article.id, fileName, position });
    return { result: 'imported', reason, articleId: rows.article.id };
  }

  private takeKnown(
    { fileName, position, parsed }: TakenArticle,
    article: Article,
    edited: readonly string[],
    known: Known,
  ): Verdict {
    const { id: articleId, captureId } = article;
    const isHere = this.batch.articleOf(articleId) !== undefined || known.here.has(articleId);
    const before = [...(known.acquisitions.get(articleId) ?? []), ...this.batch.acquired];
    const isAgain = before.some(
      (each) => each.articleId === articleId && each.fileName === fileName && each.position === position,
    );
    if (!isHere) {
      this.batch.acquire({ ...parsed.origin, captureId, articleId, fileName, position });
      this.batch.addStanding(article);
      return { result: 'imported', reason: editedWords(edited), articleId };
    }
    if (isAgain) {
      const reason = `“${article.title}” is in the case already, from a file of this very name: nothing was added.`;
      return { result: 'duplicate', reason, articleId };
    }
    this.batch.acquire({ ...parsed.origin, captureId, articleId, fileName, position });
    const reason = `The same bytes as “${article.title}”, which is in the case. Kept as one more time that they came in.`;
    return { result: 'duplicate', reason, articleId };
  }
}

/** Reads the bytes once more as if the file were called otherwise; null where they are a part of a file. */
function readAs({ position, parsed }: TakenArticle): ReadAs {
  return async (fileName) => {
    if (position !== '' || !parsed.bytes) return null;
    const read = await readCapture(parsed.bytes, fileName);
    return read && articleRows({ captureId: parsed.captureId, position: '' }, read).article;
  };
}

/** Said of an article that came with another case: its maker, or an analyst, set these fields. */
function editedWords(edited: readonly string[]): string {
  if (edited.length === 0) return '';
  return `It stood in the workspace already, and keeps what was set there: its ${edited.join(', ')} ${edited.length === 1 ? 'is' : 'are'} not as these bytes say.`;
}

function strangerWords({ title }: Article): string {
  return `Taken in as an article of its own: “${title}”, which came to the workspace with a case file, claims these very bytes but has a text that they do not hold.`;
}
