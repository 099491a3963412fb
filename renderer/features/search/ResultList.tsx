import { Button } from '#renderer/ui/Button.tsx';
import type { FoundArticle, MarkedField, MarkedText, SearchAnswer } from '#shared/contracts/search-messages.ts';
import { shortDate } from '#shared/dates/short-date.ts';
import type { TextSpan } from '#shared/kernel/text-span.ts';
import { counted } from './count-words.ts';
import { stepThroughResults } from './focus-result.ts';
import { Marked } from './Marked.tsx';
import css from './Search.module.css';

type Open = (found: FoundArticle, span: TextSpan | null) => void;

type ResultListProps = {
  readonly answer: SearchAnswer;
  readonly showsHidden: boolean;
  readonly onHidden: (showsHidden: boolean) => void;
  readonly onOpen: Open;
  /** An article came into hand. */
  readonly onHand: (found: FoundArticle) => void;
  /** The article in hand. */
  readonly inHand: FoundArticle | null;
  readonly onMore: () => void;
  /** Names of cases, where more than one is searched. */
  readonly caseNames: ReadonlyMap<string, string> | null;
};

/** The articles found, the best first, each with its best passages; then those that match only in hidden ones. */
export function ResultList(props: ResultListProps) {
  const { answer, showsHidden, onHidden, onMore } = props;
  const { results, articles, hidden, hiddenArticles } = answer;
  return (
    <ol className={`${css.results} scroll`} aria-label="Results" onKeyDown={stepThroughResults}>
      {results.map((found) => (
        <Result key={`${found.caseId} ${found.articleId}`} {...props} found={found} />
      ))}
      <li className={css.more}>
        {articles > 0 && `${results.length.toLocaleString('en')} of ${counted(articles, 'article')} shown`}
        {results.length < articles && (
          <Button isSmall onClick={onMore}>
            Show more
          </Button>
        )}
      </li>
      {hiddenArticles > 0 && (
        <li className={css.more}>
          {hiddenArticles.toLocaleString('en')} more only in hidden passages
          <Button isSmall isExpanded={showsHidden} onClick={() => onHidden(!showsHidden)}>
            {showsHidden ? 'Hide them' : 'Show them'}
          </Button>
        </li>
      )}
      {showsHidden &&
        hidden.map((found) => <Result key={`hidden ${found.caseId} ${found.articleId}`} {...props} found={found} />)}
      {showsHidden && hidden.length < hiddenArticles && (
        <li className={css.more}>
          {hidden.length.toLocaleString('en')} of {hiddenArticles.toLocaleString('en')} of these shown
          <Button isSmall onClick={onMore}>
            Show more
          </Button>
        </li>
      )}
    </ol>
  );
}

const FIELD_WORDS: Readonly<Record<MarkedField['field'], string>> = {
  byline: 'Byline',
  note: 'Note',
  highlight: 'Note on a passage',
  entity: 'Mentions',
  event: 'Event',
};

function Result({ found, onOpen, onHand, inHand, caseNames }: ResultListProps & { readonly found: FoundArticle }) {
  const { title, publisher, published, language, hits, snippets, elsewhere, spans } = found;
  const lang = language || undefined;
  const isInHand = inHand?.articleId === found.articleId && inHand.caseId === found.caseId;
  return (
    <li aria-current={isInHand ? 'true' : undefined}>
      <button
        type="button"
        className={css.result}
        data-result
        onFocus={() => onHand(found)}
        onClick={() => onOpen(found, spans[0] ?? null)}
      >
        <span className={css.resultHead}>
          <bdi className="cut" lang={lang} dir="auto">
            {title.text === '' ? 'Without a title' : <Marked of={title} />}
          </bdi>
          <span className={css.hits}>{counted(hits, 'hit')}</span>
        </span>
        <span className={css.meta}>
          <bdi>{publisher || 'Publisher not known'}</bdi>
          <span className="tab">{published ? shortDate(published) : 'No date'}</span>
          {caseNames && <bdi>{caseNames.get(found.caseId)}</bdi>}
        </span>
      </button>
      {snippets.map((snippet) => (
        <button
          key={snippet.start}
          type="button"
          className={css.snippet}
          lang={lang}
          dir="auto"
          onFocus={() => onHand(found)}
          onClick={() => onOpen(found, spanOf(snippet))}
        >
          <Marked of={snippet} />
        </button>
      ))}
      {elsewhere.map((field) => (
        <p key={`${field.field} ${field.text}`} className={css.elsewhere}>
          {FIELD_WORDS[field.field]}:{' '}
          <bdi>
            <Marked of={field} />
          </bdi>
        </p>
      ))}
    </li>
  );
}

/** The first mark of a passage, in the article's text. */
function spanOf({ start, marks }: MarkedText): TextSpan | null {
  const [first] = marks;
  return first ? { start: start + first.start, end: start + first.end } : null;
}
