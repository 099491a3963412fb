import { Search as SearchIcon } from '@blueprintjs/icons';
import { useEffect, useState } from 'react';
import { useCommands } from '#renderer/services/commands/use-commands.ts';
import { usePlaceStatus } from '#renderer/services/place-status.ts';
import { readerAt } from '#renderer/services/reader/reader-route.ts';
import { useRoute } from '#renderer/services/route.tsx';
import { useAnswer } from '#renderer/services/search/use-answer.ts';
import { useIndexState } from '#renderer/services/search/use-index-state.ts';
import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { Empty } from '#renderer/ui/Empty.tsx';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import type { FoundArticle, SearchQuestion } from '#shared/contracts/search-messages.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import type { TextSpan } from '#shared/kernel/text-span.ts';
import { foundWords, indexWords } from './count-words.ts';
import { QueryHelp } from './QueryHelp.tsx';
import { QueryInWords } from './QueryInWords.tsx';
import { ResultList } from './ResultList.tsx';
import css from './Search.module.css';
import { SearchBox } from './SearchBox.tsx';
import { SearchFacets } from './SearchFacets.tsx';
import { SearchTools } from './SearchTools.tsx';
import { MOST_IN_ADDRESS } from './search-target.ts';
import { useSearchPlace } from './use-search-place.ts';

/** Results described at first, and how many more with each press of the last line. */
const STRETCH = 50;

/** Looks through a case or all of them, and leads to the passage. */
export function Search({ caseId }: { readonly caseId: CaseId }) {
  const { workspace } = useServices();
  const { go } = useRoute();
  const place = useSearchPlace(caseId);
  const { typed, query, question } = place;
  const [limit, setLimit] = useState(STRETCH);
  const [showsHidden, setShowsHidden] = useState(false);
  const [showsHelp, setShowsHelp] = useState(false);
  const [opensFirst, setOpensFirst] = useState(false);
  const [inHand, setInHand] = useState<FoundArticle | null>(null);
  const state = useIndexState();
  const asked = question && { type: 'search' as const, question, limit, withHidden: showsHidden };
  const { value: answer, asked: answered, error } = useAnswer(asked, 'search');
  const uncounted = answer && answer.hits === null ? question : null;
  const counting = useAnswer(uncounted && { type: 'hits', question: uncounted }, 'hits');
  const hits = answer?.hits ?? counting.value;
  const caseNames = useLive(
    async () => new Map<string, string>((await workspace.cases.list()).map(({ id, name }) => [id, name])),
    [workspace],
  );
  useCommands([
    {
      id: 'search:help',
      words: 'Show or hide query help',
      keys: 'F1',
      group: 'Search',
      run: () => setShowsHelp(!showsHelp),
    },
  ]);
  usePlaceStatus(state ? indexWords(state) : 'Opening the index', HINTS);
  const type = (words: string) => {
    setOpensFirst(false);
    setLimit(STRETCH);
    setShowsHidden(false);
    place.type(words);
  };
  const open = (found: FoundArticle, span: TextSpan | null) => {
    go({ caseId: found.caseId, ...readerAt(found.articleId, { ...(span ? { span } : {}), find: findable(typed) }) });
  };
  useEffect(() => {
    // Enter may have come before the answer to what was typed
    if (!opensFirst || !isAnswerTo(answered, question)) return;
    setOpensFirst(false);
    const first = answer?.results[0];
    const span = first?.spans[0];
    if (first) {
      go({ caseId: first.caseId, ...readerAt(first.articleId, { ...(span ? { span } : {}), find: findable(typed) }) });
    }
  }, [opensFirst, answered, question, typed, answer, go]);
  return (
    <div className={css.desk}>
      <SearchFacets facets={answer?.facets ?? null} narrowed={place.narrowed} onNarrow={place.narrow} />
      <section className={css.place} aria-label="Search results" data-area="Search results" tabIndex={-1}>
        <h1 className="unseen">Search</h1>
        <SearchBox
          typed={typed}
          onTyped={type}
          onEnter={() => setOpensFirst(true)}
          onHelp={() => setShowsHelp(!showsHelp)}
          onSave={null}
        >
          <QueryInWords typed={typed} query={query} />
          {showsHelp && <QueryHelp onClose={() => setShowsHelp(false)} />}
        </SearchBox>
        <SearchTools place={place} onExport={null}>
          {answer && <b className="tab">{foundWords(answer, hits)}</b>}
          {answer && <span className="tab">{answer.took.toLocaleString('en')} ms</span>}
          {state && !state.isWhole && <span>{indexWords(state)}</span>}
        </SearchTools>
        {error && (
          <ErrorNote title="The search did not come to an end">
            <p>{error.message} Your case is as it was.</p>
          </ErrorNote>
        )}
        {answer === null ? (
          question === null && <EmptySearch isAllCases={place.isAllCases} />
        ) : answer.articles === 0 && answer.hiddenArticles === 0 ? (
          <Empty icon={<SearchIcon size={20} />} title="Nothing found">
            None of {answer.searched.toLocaleString('en')} articles holds that. Fewer words find more.
          </Empty>
        ) : (
          <ResultList
            answer={answer}
            showsHidden={showsHidden}
            onHidden={setShowsHidden}
            inHand={inHand}
            onHand={setInHand}
            onOpen={open}
            onMore={() => setLimit(limit + STRETCH)}
            caseNames={place.isAllCases ? (caseNames ?? null) : null}
          />
        )}
      </section>
    </div>
  );
}

function EmptySearch({ isAllCases }: { readonly isAllCases: boolean }) {
  return (
    <Empty
      icon={<SearchIcon size={20} />}
      title={isAllCases ? 'Search titles and texts of all cases' : 'Search titles and texts of this case'}
    >
      Words are found whatever their case, accents and apostrophes. “…” finds a phrase, a minus leaves a word out.
    </Empty>
  );
}

const HINTS = [
  { keys: 'Enter', words: 'first result' },
  { keys: 'ArrowDown', words: 'results' },
  { command: 'search:next', words: 'next result' },
  { command: 'search:previous', words: 'previous' },
  { command: 'search:help', words: 'query help' },
] as const;

/** What the reader shows wherever it stands; a query of pages has no room in an address. */
function findable(typed: string): string {
  return typed.length > MOST_IN_ADDRESS ? '' : typed;
}

function isAnswerTo(answered: string, question: SearchQuestion | null): boolean {
  return question !== null && answered.includes(JSON.stringify(question));
}
