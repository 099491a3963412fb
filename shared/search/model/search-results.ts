import type { JobControl } from '#shared/kernel/job-control.ts';
import type { FilterName } from './index-document.ts';
import type { ParsedQuery } from './query.ts';

/** What results can be put in order by; equals stay in the order of case and article id. */
export type SearchOrder = 'score' | 'newest' | 'oldest' | 'publisher';

/** What values are counted among results. */
export type FacetName = FilterName | 'month';

/** What the index is asked. */
export type IndexRequest = {
  readonly query: ParsedQuery;
  /** One case, or null for all. */
  readonly caseId: string | null;
  /** What `case:` may name. */
  readonly cases: readonly { readonly caseId: string; readonly name: string }[];
  readonly order: SearchOrder;
  /** Whether newer articles score a little higher; days since 1970-01-01 of today, or null. */
  readonly freshAt: number | null;
  /** Results to hand out, from `skip` on; all are counted. */
  readonly limit: number;
  readonly skip: number;
  readonly facets: readonly FacetName[];
  /** Whether articles that match only by hidden passages are counted, and which of the two kinds is handed out. */
  readonly hidden: 'leave-out' | 'count' | 'hand-out';
  /** A newer question cancels this one. */
  readonly job: Pick<JobControl, 'signal' | 'pause'>;
};

/** One article of a case that matches. */
export type IndexHit = { readonly caseId: string; readonly articleId: string; readonly score: number };

/** How many of the results have a value. `key` of a month is `2019-11`. */
export type FacetCount = { readonly key: string; readonly label: string; readonly count: number };

/** What was found; counts are exact whatever the limit. */
export type IndexResults = {
  readonly total: number;
  readonly hits: readonly IndexHit[];
  /** Articles that match only because of hidden passages; null when they were not asked for. */
  readonly hiddenOnly: number | null;
  /** The most frequent first, then by label; every value that occurs. */
  readonly facets: { readonly [Name in FacetName]?: readonly FacetCount[] };
  /** Documents that were searched: all of the scope. */
  readonly searched: number;
};
