import { useCallback, useMemo, useState } from 'react';
import { useRoute } from '#renderer/services/route.tsx';
import { useRemembered } from '#renderer/ui/memory.tsx';
import {
  type LineSort,
  lineSortSchema,
  type Narrowing,
  type SearchQuestion,
  type SearchSort,
  searchSortSchema,
} from '#shared/contracts/search-messages.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import type { ParsedQuery } from '#shared/search/model/query.ts';
import { parseQuery } from '#shared/search/query/parse-query.ts';
import { MOST_IN_ADDRESS, readSearchTarget, searchAt } from './search-target.ts';

/** How results are shown. */
export type SearchView = 'articles' | 'lines' | 'entities' | 'events';

/** What the place is asked, and how it shows the answer. */
export type SearchPlace = {
  readonly typed: string;
  readonly query: ParsedQuery;
  /** Null when nothing is asked for. */
  readonly question: SearchQuestion | null;
  readonly narrowed: readonly Narrowing[];
  readonly isAllCases: boolean;
  readonly sort: SearchSort;
  readonly lineSort: LineSort;
  readonly view: SearchView;
  readonly type: (words: string) => void;
  readonly narrow: (narrowing: Narrowing, isOn: boolean) => void;
  readonly ask: (typed: string, isAllCases: boolean) => void;
  readonly setAllCases: (isOn: boolean) => void;
  readonly setSort: (sort: SearchSort) => void;
  readonly setLineSort: (sort: LineSort) => void;
  readonly setView: (view: SearchView) => void;
};

const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';
const isSort = (value: unknown): value is SearchSort => searchSortSchema.safeParse(value).success;
const isLineSort = (value: unknown): value is LineSort => lineSortSchema.safeParse(value).success;
const isView = (value: unknown): value is SearchView =>
  value === 'articles' || value === 'lines' || value === 'entities' || value === 'events';

/** Keeps what is asked in the address, and how it is shown where the desk remembers it. */
export function useSearchPlace(caseId: CaseId): SearchPlace {
  const { route, go } = useRoute();
  const [long, setLong] = useState<string | null>(null);
  const [isAllCases, setAllCases] = useRemembered('search.all-cases', false, isFlag);
  const [sort, setSort] = useRemembered<SearchSort>('search.sort', 'score', isSort);
  const [lineSort, setLineSort] = useRemembered<LineSort>('search.line-sort', 'after', isLineSort);
  const [view, setView] = useRemembered<SearchView>('search.view', 'articles', isView);
  const target = useMemo(() => readSearchTarget(route), [route]);
  const typed = long ?? target.typed;
  const { narrowed } = target;
  const query = useMemo(() => parseQuery(typed), [typed]);
  const question = useMemo(
    (): SearchQuestion | null =>
      query.root === null ? null : { typed, caseId: isAllCases ? null : caseId, narrowed: [...narrowed], sort },
    [query, typed, isAllCases, caseId, narrowed, sort],
  );
  const type = useCallback(
    (words: string) => {
      setLong(words.length > MOST_IN_ADDRESS ? words : null);
      go(searchAt({ typed: words.length > MOST_IN_ADDRESS ? '' : words, narrowed }));
    },
    [go, narrowed],
  );
  const narrow = ({ name, key }: Narrowing, isOn: boolean) => {
    const others = narrowed.filter((one) => one.name !== name || one.key !== key);
    go(searchAt({ typed, narrowed: isOn ? [...others, { name, key }] : others }));
  };
  const ask = (words: string, isAll: boolean) => {
    setLong(null);
    setAllCases(isAll);
    go(searchAt({ typed: words, narrowed: [] }));
  };
  return {
    ...{ typed, query, question, narrowed, isAllCases, sort, lineSort, view },
    ...{ type, narrow, ask, setAllCases, setSort, setLineSort, setView },
  };
}
