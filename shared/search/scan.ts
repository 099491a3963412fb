import { type JobControl, visitAll } from '#shared/kernel/job-control.ts';
import type { FoldedArticle } from './fold-for-search.ts';
import { type ArticleMatch, searchArticle } from './search-article.ts';
import type { SearchQuery } from './search-query.ts';

/** An article that matches, by whatever the caller knows it. */
export type ScanResult<Key> = { readonly key: Key; readonly match: ArticleMatch };

/** What a scan found. */
export type ScanResults<Key> = {
  /** The best first; equals in the order given. */
  readonly results: readonly ScanResult<Key>[];
  /** Matches only because of hidden passages; in the order given. */
  readonly hiddenOnly: readonly ScanResult<Key>[];
};

/**
 * Searches article after article: plain, slow, and what every index has to agree with.
 *
 * @throws {AppError} `cancelled` when the analyst has stopped it, or typed on
 */
export async function scan<Key>(
  articles: readonly (readonly [Key, FoldedArticle])[],
  query: SearchQuery,
  job: JobControl,
): Promise<ScanResults<Key>> {
  const found: ScanResult<Key>[] = [];
  await visitAll(
    articles,
    ([key, article]) => {
      const match = searchArticle(article, query);
      if (match !== null) found.push({ key, match });
    },
    job,
  );
  const results = found.filter(({ match }) => !match.isHiddenOnly);
  return {
    results: results.sort((a, b) => b.match.score - a.match.score),
    hiddenOnly: found.filter(({ match }) => match.isHiddenOnly),
  };
}
