import { Search as SearchIcon } from '@blueprintjs/icons';
import { useCallback, useEffect, useState } from 'react';
import { handOver } from '#renderer/services/case-file/hand-over.ts';
import { useCommands } from '#renderer/services/commands/use-commands.ts';
import { usePlaceStatus } from '#renderer/services/place-status.ts';
import { readerAt } from '#renderer/services/reader/reader-route.ts';
import { useRoute } from '#renderer/services/route.tsx';
import { useIndexState } from '#renderer/services/search/use-index-state.ts';
import { useServices } from '#renderer/services/services.ts';
import { Empty } from '#renderer/ui/Empty.tsx';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import type { FoundArticle } from '#shared/contracts/search-messages.ts';
import type { ArticleId, CaseId } from '#shared/domain/ids.ts';
import { toPayload } from '#shared/kernel/app-error.ts';
import type { TextSpan } from '#shared/kernel/text-span.ts';
import { counted, foundWords, indexWords } from './count-words.ts';
import { FoundView } from './FoundView.tsx';
import { HitPreview } from './HitPreview.tsx';
import { QueryHelp } from './QueryHelp.tsx';
import { QueryInWords } from './QueryInWords.tsx';
import { SavedSearches } from './SavedSearches.tsx';
import css from './Search.module.css';
import { SearchBox } from './SearchBox.tsx';
import { SearchFacets } from './SearchFacets.tsx';
import { SearchLogDialog } from './SearchLogDialog.tsx';
import { SearchTools } from './SearchTools.tsx';
import { MOST_IN_ADDRESS } from './search-target.ts';
import { useFound } from './use-found.ts';
import { useSearchLog } from './use-search-log.ts';
import { type SearchPlace, useSearchPlace } from './use-search-place.ts';

/** Results described at first, and how many more with each press of the last line. */
const STRETCH = 50;

/** Looks through a case or all of them, and leads to the passage. */
export function Search({ caseId }: { readonly caseId: CaseId }) {
  const place = useSearchPlace(caseId);
  const { typed, question } = place;
  const [limit, setLimit] = useState(STRETCH);
  const [showsHidden, setShowsHidden] = useState(false);
  const [overlay, setOverlay] = useState<'help' | 'log' | null>(null);
  const [opensFirst, setOpensFirst] = useState(false);
  const [inHand, setInHand] = useState<FoundArticle | null>(null);
  const found = useFound(question, limit, showsHidden);
  const { answer, hits, error } = found;
  const log = useSearchLog(caseId, question, found);
  const state = useIndexState();
  const open = useOpen(typed, log);
  const acts = useSearchActs(caseId, place, log);
  const first = answer?.results[0] ?? null;
  // what was in hand may not be among what is found now
  const shown = [...(answer?.results ?? []), ...(answer?.hidden ?? [])].find((one) => isSame(one, inHand)) ?? first;
  const toggleHelp = () => setOverlay(overlay === 'help' ? null : 'help');
  useCommands([
    { id: 'search:help', words: 'Show or hide query help', keys: 'F1', group: 'Search', run: toggleHelp },
    { id: 'search:log', words: 'Search log…', keys: null, group: 'Search', run: () => setOverlay('log') },
  ]);
  usePlaceStatus(state ? indexWords(state) : 'Opening the index', HINTS);
  const type = (words: string) => {
    setOpensFirst(false);
    setLimit(STRETCH);
    setShowsHidden(false);
    place.type(words);
  };
  useEffect(() => {
    // Enter may have come before the answer to what was typed
    if (!opensFirst || !found.isCurrent) return;
    setOpensFirst(false);
    if (first) open(first, first.spans[0] ?? null);
  }, [opensFirst, found.isCurrent, first, open]);
  return (
    <div className={css.desk}>
      <SearchFacets facets={answer?.facets ?? null} narrowed={place.narrowed} onNarrow={place.narrow}>
        <SavedSearches caseId={caseId} typed={typed} onAsk={place.ask} onLog={() => setOverlay('log')} />
      </SearchFacets>
      <section className={css.place} aria-label="Search results" data-area="Search results" tabIndex={-1}>
        <h1 className="unseen">Search</h1>
        <SearchBox
          typed={typed}
          onTyped={type}
          onEnter={() => setOpensFirst(true)}
          onHelp={toggleHelp}
          onSave={question && acts.save}
        >
          <QueryInWords typed={typed} query={place.query} />
          {overlay === 'help' && <QueryHelp onClose={() => setOverlay(null)} />}
        </SearchBox>
        <SearchTools place={place} onExport={answer && question && acts.exportResults}>
          {answer && <b className="tab">{foundWords(answer, hits)}</b>}
          {answer && <span className="tab">{answer.took.toLocaleString('en')} ms</span>}
          {state && !state.isWhole && <span>{indexWords(state)}</span>}
        </SearchTools>
        {error && (
          <ErrorNote title="The search did not come to an end">
            <p>{error.message} Your case is as it was.</p>
          </ErrorNote>
        )}
        {answer && question ? (
          <FoundView
            {...{ caseId, place, question, answer, limit, showsHidden, inHand }}
            onHidden={setShowsHidden}
            onHand={setInHand}
            onOpen={open}
            onMore={() => setLimit(limit + STRETCH)}
          />
        ) : (
          question === null && <EmptySearch isAllCases={place.isAllCases} />
        )}
      </section>
      {place.view === 'articles' && shown && question && <PreviewOf found={shown} onOpen={open} />}
      {overlay === 'log' && <SearchLogDialog caseId={caseId} onClose={() => setOverlay(null)} />}
    </div>
  );
}

type Open = (at: { readonly caseId: CaseId; readonly articleId: ArticleId }, span: TextSpan | null) => void;

/** Another article begins at its first hit. */
function PreviewOf({ found, onOpen }: { readonly found: FoundArticle; readonly onOpen: Open }) {
  return <HitPreview key={`${found.caseId} ${found.articleId}`} found={found} onOpen={(span) => onOpen(found, span)} />;
}

/** Opens an article at a passage; what led there is logged. */
function useOpen(typed: string, log: () => void): Open {
  const { go } = useRoute();
  return useCallback(
    (at, span) => {
      log();
      // a query of pages has no room in an address
      const find = typed.length > MOST_IN_ADDRESS ? '' : typed;
      go({ caseId: at.caseId, ...readerAt(at.articleId, { ...(span ? { span } : {}), find }) });
    },
    [typed, log, go],
  );
}

/** Saves what is asked, and writes what is found as a table. */
function useSearchActs(caseId: CaseId, { typed, question, isAllCases, view }: SearchPlace, log: () => void) {
  const { workspace, search, notices } = useServices();
  const save = () => {
    log();
    workspace.searches
      .save(caseId, typed, isAllCases ? 'all-cases' : 'case')
      .then(() => notices.done('The search is kept, and counts what is new.'))
      .catch((error: unknown) => notices.warn(toPayload(error).message));
  };
  const exportResults = () => {
    if (!question) return;
    log();
    const of = view === 'lines' ? 'lines' : 'articles';
    search
      .ask<'export'>({ type: 'export', question, of })
      .then(({ file, rows, read, articles }) => {
        handOver(file, of === 'lines' ? 'concordance.csv' : 'search-results.csv');
        const whole = read < articles ? ` from the first ${counted(read, 'article')}` : '';
        notices.tell(`${counted(rows, 'row')}${whole} of ${counted(articles, 'article')} found.`);
      })
      .catch((error: unknown) => notices.warn(toPayload(error).message));
  };
  return { save, exportResults };
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
  { command: 'search:next-hit', words: 'next hit' },
  { command: 'search:help', words: 'query help' },
] as const;

function isSame(one: FoundArticle, other: FoundArticle | null): boolean {
  return other !== null && one.articleId === other.articleId && one.caseId === other.caseId;
}
