import { Search as SearchIcon } from '@blueprintjs/icons';
import { useEffect, useMemo, useState } from 'react';
import { useCommands } from '#renderer/services/commands/use-commands.ts';
import { usePlaceStatus } from '#renderer/services/place-status.ts';
import { readerAt } from '#renderer/services/reader/reader-route.ts';
import { useRoute } from '#renderer/services/route.tsx';
import { useSearch } from '#renderer/services/search/use-search.ts';
import { Empty } from '#renderer/ui/Empty.tsx';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import type { FoundArticle, SearchAnswer } from '#shared/contracts/search-messages.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import type { TextSpan } from '#shared/kernel/text-span.ts';
import { parseQuery } from '#shared/search/search-query.ts';
import { QueryHelp } from './QueryHelp.tsx';
import { ResultList } from './ResultList.tsx';
import css from './Search.module.css';
import { SearchBox } from './SearchBox.tsx';

/** Results described at first, and how many more with each press of the last line. */
const STRETCH = 200;

/** Looks for words in the titles and texts of a case, and leads to the passage. */
export function Search({ caseId }: { readonly caseId: CaseId }) {
  const { route, go } = useRoute();
  const typed = route.rest[0] ?? '';
  const [limit, setLimit] = useState(STRETCH);
  const [showsHelp, setShowsHelp] = useState(false);
  const query = useMemo(() => parseQuery(typed), [typed]);
  const { answer, answered, reading, error } = useSearch(caseId, typed, limit);
  const [opensFirst, setOpensFirst] = useState(false);
  useCommands([
    {
      id: 'search:help',
      words: 'Show or hide query help',
      keys: 'F1',
      group: 'Search',
      run: () => setShowsHelp(!showsHelp),
    },
  ]);
  usePlaceStatus(
    reading ? readingWords(reading) : answer ? countWords(answer) : 'Titles and texts of this case',
    HINTS,
  );
  const type = (words: string) => {
    setOpensFirst(false);
    setLimit(STRETCH);
    go({ place: 'search', rest: words === '' ? [] : [words] });
  };
  const open = (found: FoundArticle, span: TextSpan | null) => {
    go(readerAt(found.articleId, { ...(span ? { span } : {}), find: typed }));
  };
  useEffect(() => {
    // Enter may have come before the answer to what was typed
    if (!opensFirst || answered !== typed) return;
    setOpensFirst(false);
    const first = answer?.results[0];
    if (first) go(readerAt(first.articleId, { ...(first.firstHit ? { span: first.firstHit } : {}), find: typed }));
  }, [opensFirst, answered, typed, answer, go]);
  return (
    <section className={css.place} aria-label="Search results" data-area="Search results" tabIndex={-1}>
      <h1 className="unseen">Search</h1>
      <SearchBox
        typed={typed}
        onTyped={type}
        query={query}
        onEnter={() => setOpensFirst(true)}
        onHelp={() => setShowsHelp(!showsHelp)}
      >
        {showsHelp && <QueryHelp onClose={() => setShowsHelp(false)} />}
      </SearchBox>
      <p className={css.tools} role="status">
        {answer ? <b className="tab">{countWords(answer)}</b> : reading && <span>{readingWords(reading)}</span>}
      </p>
      {error && (
        <ErrorNote title="The search did not come to an end">
          <p>{error.message} Your case is as it was.</p>
        </ErrorNote>
      )}
      {answer === null ? (
        typed.trim() === '' && (
          <Empty icon={<SearchIcon size={20} />} title="Search titles and texts of this case">
            Words are found whatever their case, accents and apostrophes. “…” finds a phrase, a minus leaves a word out.
          </Empty>
        )
      ) : answer.articles === 0 && answer.hiddenArticles === 0 ? (
        <Empty icon={<SearchIcon size={20} />} title="Nothing found">
          None of {answer.searched.toLocaleString('en')} articles holds that. Fewer words find more.
        </Empty>
      ) : (
        <ResultList answer={answer} onOpen={open} onMore={() => setLimit(limit + STRETCH)} />
      )}
    </section>
  );
}

const HINTS = [
  { keys: 'Enter', words: 'first result' },
  { keys: 'ArrowDown', words: 'results' },
  { command: 'search:next', words: 'next result' },
  { command: 'search:previous', words: 'previous' },
  { command: 'search:help', words: 'query help' },
] as const;

function readingWords({ done, total }: { done: number; total: number }): string {
  return `Reading texts, ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`;
}

function countWords({ articles, hits }: SearchAnswer): string {
  const count = (number: number, one: string) => `${number.toLocaleString('en')} ${one}${number === 1 ? '' : 's'}`;
  return `${count(articles, 'article')}, ${count(hits, 'hit')}`;
}
