import { Search as SearchIcon } from '@blueprintjs/icons';
import { useCommands } from '#renderer/services/commands/use-commands.ts';
import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { Empty } from '#renderer/ui/Empty.tsx';
import type { FoundArticle, SearchAnswer, SearchQuestion } from '#shared/contracts/search-messages.ts';
import type { ArticleId, CaseId } from '#shared/domain/ids.ts';
import type { TextSpan } from '#shared/kernel/text-span.ts';
import { Concordance } from './Concordance.tsx';
import { nothingWords } from './count-words.ts';
import { FoundEntities, FoundEvents } from './FoundThings.tsx';
import { focusResult } from './focus-result.ts';
import { MonthHistogram } from './MonthHistogram.tsx';
import { ResultList } from './ResultList.tsx';
import type { SearchPlace } from './use-search-place.ts';

type FoundViewProps = {
  readonly caseId: CaseId;
  readonly place: SearchPlace;
  readonly question: SearchQuestion;
  readonly answer: SearchAnswer;
  /** What is shown at most of whatever is listed. */
  readonly limit: number;
  readonly showsHidden: boolean;
  readonly onHidden: (showsHidden: boolean) => void;
  readonly inHand: FoundArticle | null;
  readonly onHand: (found: FoundArticle) => void;
  readonly onOpen: (at: { readonly caseId: CaseId; readonly articleId: ArticleId }, span: TextSpan | null) => void;
  readonly onMore: () => void;
};

/** What was found: by articles, by places, by entities or by events. */
export function FoundView(props: FoundViewProps) {
  const { caseId, place, question, answer, limit, onOpen, onMore } = props;
  const { workspace } = useServices();
  const caseNames = useLive(
    async () => new Map<string, string>((await workspace.cases.list()).map(({ id, name }) => [id, name])),
    [workspace],
  );
  useCommands([
    { id: 'search:next', words: 'Next result', keys: 'j', group: 'Search', run: () => focusResult(1) },
    { id: 'search:previous', words: 'Previous result', keys: 'k', group: 'Search', run: () => focusResult(-1) },
  ]);
  if (answer.articles === 0 && answer.hiddenArticles === 0) {
    return (
      <Empty icon={<SearchIcon size={20} />} title="Nothing found">
        {nothingWords(answer.searched)}
      </Empty>
    );
  }
  const given = { caseId, question, limit, onMore };
  switch (place.view) {
    case 'lines':
      return <Concordance {...given} sort={place.lineSort} onOpen={(line) => onOpen(line, line.span)} />;
    case 'entities':
      return <FoundEntities {...given} />;
    case 'events':
      return <FoundEvents {...given} />;
    default:
      return (
        <>
          <MonthHistogram months={answer.facets.month ?? []} />
          <ResultList {...props} caseNames={place.isAllCases ? (caseNames ?? null) : null} />
        </>
      );
  }
}
