import type { CaseTextRow, CaseTexts } from '#renderer/data/case-texts.ts';
import type { FoundArticle, MarkedText, SearchAnswer } from '#shared/contracts/search-messages.ts';
import type { JobControl } from '#shared/kernel/job-control.ts';
import { throwIfCancelled } from '#shared/kernel/job-control.ts';
import { type FoldedArticle, foldForSearch } from '#shared/search/fold-for-search.ts';
import { type ScanResult, scan } from '#shared/search/scan.ts';
import { parseQuery } from '#shared/search/search-query.ts';
import { snippetsOf } from '#shared/search/snippets.ts';

type Kept = { readonly row: CaseTextRow; readonly folded: FoldedArticle };

/** Passages that are shown of one article. */
const SNIPPETS = 2;

/** Articles read between two looks whether a newer question has come. */
const STRETCH = 50;

/** Searches one case by a plain scan over texts that it folds once and keeps. */
export class CaseSearch {
  private readonly texts: CaseTexts;
  private kept = new Map<string, Kept>();
  private isStale = true;

  constructor(texts: CaseTexts) {
    this.texts = texts;
  }

  /** Something in the case has changed: the next search looks what. */
  forget(): void {
    this.isStale = true;
  }

  /**
   * Answers what was typed.
   *
   * @throws {AppError} `cancelled` when a newer question has come
   */
  async search(typed: string, limit: number, job: JobControl): Promise<SearchAnswer> {
    if (this.isStale) await this.read(job);
    const articles = [...this.kept.values()].map((one) => [one.row, one.folded] as const);
    const found = await scan(articles, parseQuery(typed), { ...job, onProgress: () => {} });
    const describe = (results: readonly ScanResult<CaseTextRow>[]) =>
      results.slice(0, limit).map((result) => this.describe(result));
    return {
      results: describe(found.results),
      articles: found.results.length,
      hits: found.results.reduce((sum, { match }) => sum + match.titleHits.length + match.textHits.length, 0),
      hidden: describe(found.hiddenOnly),
      hiddenArticles: found.hiddenOnly.length,
      searched: articles.length,
    };
  }

  /** Reads what is new or has a new text; what stands as it stood is kept. */
  private async read(job: JobControl): Promise<void> {
    const rows = await this.texts.rows();
    const kept = new Map<string, Kept>();
    for (const [done, row] of rows.entries()) {
      if (done % STRETCH === 0) {
        job.onProgress(done, rows.length);
        await job.pause();
        throwIfCancelled(job);
      }
      const before = this.kept.get(row.id);
      const isSame = before && before.row.textId === row.textId && before.row.title === row.title;
      kept.set(row.id, { row, folded: isSame ? before.folded : await this.fold(row) });
      // kept at once, so that a question that interrupts this one does not read all of it again
      this.kept.set(row.id, kept.get(row.id) as Kept);
    }
    this.kept = kept;
    this.isStale = false;
  }

  private async fold(row: CaseTextRow): Promise<FoldedArticle> {
    const read = await this.texts.textOf(row);
    return foldForSearch({ title: row.title, text: read?.text ?? '', folds: read?.folds ?? [] });
  }

  private describe({ key, match }: ScanResult<CaseTextRow>): FoundArticle {
    const text = this.kept.get(key.id)?.folded.source.text ?? '';
    const hits = match.isHiddenOnly ? match.hiddenHits : match.textHits;
    const [first] = hits;
    return {
      articleId: key.id,
      title: { text: key.title, start: 0, marks: match.titleHits.map(({ start, end }) => ({ start, end })) },
      publisher: key.publisher,
      published: key.published ?? '',
      language: key.language ?? '',
      hits: match.titleHits.length + hits.length,
      snippets: snippetsOf(text, hits, SNIPPETS).map(
        ({ start, end, marks }): MarkedText => ({
          text: text.slice(start, end),
          start,
          marks: marks.map((mark) => ({ start: mark.start - start, end: mark.end - start })),
        }),
      ),
      firstHit: first ? { start: first.start, end: first.end } : null,
    };
  }
}
