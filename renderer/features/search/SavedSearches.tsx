import { Cross } from '@blueprintjs/icons';
import { useAnswer } from '#renderer/services/search/use-answer.ts';
import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import type { CaseId } from '#shared/domain/ids.ts';
import type { SavedSearch } from '#shared/domain/saved-search.ts';
import { toPayload } from '#shared/kernel/app-error.ts';
import { counted } from './count-words.ts';
import css from './SavedSearches.module.css';

type SavedSearchesProps = {
  readonly caseId: CaseId;
  /** What is asked now. */
  readonly typed: string;
  readonly onAsk: (query: string, isAllCases: boolean) => void;
  readonly onLog: () => void;
};

/** Searches that were kept, each with what is new since it was last read. */
export function SavedSearches({ caseId, typed, onAsk, onLog }: SavedSearchesProps) {
  const { workspace } = useServices();
  const saved = useLive(() => workspace.searches.saved(caseId), [workspace, caseId]);
  return (
    <section className={css.saved} aria-label="Saved searches">
      <h2>Saved searches</h2>
      {saved && saved.length > 0 ? (
        <ul>
          {saved.map((one) => (
            <Line key={one.id} saved={one} isAsked={one.query === typed} onAsk={onAsk} />
          ))}
        </ul>
      ) : (
        <p>None yet. “Save search” keeps what is typed, and counts what is new.</p>
      )}
      <Button look="plain" isSmall onClick={onLog}>
        Search log…
      </Button>
    </section>
  );
}

type LineProps = {
  readonly saved: SavedSearch;
  readonly isAsked: boolean;
  readonly onAsk: SavedSearchesProps['onAsk'];
};

function Line({ saved, isAsked, onAsk }: LineProps) {
  const { workspace, notices } = useServices();
  const warn = (error: unknown) => notices.warn(toPayload(error).message);
  const { id, caseId, query, scope, readUpTo } = saved;
  const isAllCases = scope === 'all-cases';
  const { value: counts } = useAnswer(
    {
      type: 'new-since',
      question: { typed: query, caseId: isAllCases ? null : caseId, narrowed: [], sort: 'score' },
      since: readUpTo === null ? null : Date.parse(readUpTo),
    },
    `saved ${id}`,
  );
  const open = () => {
    onAsk(query, isAllCases);
    if (counts && counts.fresh > 0) workspace.searches.markRead(saved).catch(warn);
  };
  const remove = () => {
    workspace.bin.remove(caseId, [{ table: 'savedSearches', id }], `Remove the search "${query}"`).catch(warn);
  };
  return (
    <li>
      <button type="button" className={css.line} aria-current={isAsked ? 'true' : undefined} onClick={open}>
        <bdi className="cut">{query}</bdi>
        {counts &&
          (counts.fresh > 0 ? (
            <b>{counts.fresh.toLocaleString('en')} new</b>
          ) : (
            <span className="tab">
              {counts.articles.toLocaleString('en')}
              <span className="unseen"> {counted(counts.articles, 'article').replace(/^\S+ /, '')}</span>
            </span>
          ))}
      </button>
      <IconButton isSmall icon={<Cross size={12} />} label={`Remove the saved search ${query}`} onClick={remove} />
    </li>
  );
}
