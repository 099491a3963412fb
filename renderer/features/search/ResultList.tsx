import { type KeyboardEvent, useState } from 'react';
import { useCommands } from '#renderer/services/commands/use-commands.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { FoundArticle, MarkedText, SearchAnswer } from '#shared/contracts/search-messages.ts';
import type { TextSpan } from '#shared/kernel/text-span.ts';
import { focusResult } from './focus-result.ts';
import css from './Search.module.css';

type Open = (found: FoundArticle, span: TextSpan | null) => void;

type ResultListProps = { readonly answer: SearchAnswer; readonly onOpen: Open; readonly onMore: () => void };

/** The articles found, the best first, each with its best passages; then those that match only in hidden ones. */
export function ResultList({ answer, onOpen, onMore }: ResultListProps) {
  const [showsHidden, setShowsHidden] = useState(false);
  useCommands([
    { id: 'search:next', words: 'Next result', keys: 'j', group: 'Search', run: () => focusResult(1) },
    { id: 'search:previous', words: 'Previous result', keys: 'k', group: 'Search', run: () => focusResult(-1) },
  ]);
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    focusResult(event.key === 'ArrowDown' ? 1 : -1);
  };
  const { results, articles, hidden, hiddenArticles } = answer;
  return (
    <ol className={`${css.results} scroll`} aria-label="Results" onKeyDown={press}>
      {results.map((found) => (
        <Result key={found.articleId} found={found} onOpen={onOpen} />
      ))}
      <li className={css.more}>
        {results.length < articles ? (
          <>
            {count(results.length)} of {count(articles)} articles shown
            <Button isSmall onClick={onMore}>
              Show more
            </Button>
          </>
        ) : (
          articles > 0 && `${count(articles)} of ${count(articles)} articles shown`
        )}
      </li>
      {hiddenArticles > 0 && (
        <li className={css.more}>
          {count(hiddenArticles)} more only in hidden passages
          <Button isSmall isExpanded={showsHidden} onClick={() => setShowsHidden(!showsHidden)}>
            {showsHidden ? 'Hide them' : 'Show them'}
          </Button>
        </li>
      )}
      {showsHidden && hidden.map((found) => <Result key={found.articleId} found={found} onOpen={onOpen} />)}
    </ol>
  );
}

function Result({ found, onOpen }: { readonly found: FoundArticle; readonly onOpen: Open }) {
  const { title, publisher, published, language, hits, snippets, firstHit } = found;
  const lang = language || undefined;
  return (
    <li>
      <button type="button" className={css.result} data-result onClick={() => onOpen(found, firstHit)}>
        <span className={css.resultHead}>
          <bdi className="cut" lang={lang} dir="auto">
            {title.text === '' ? 'Without a title' : <Marked of={title} />}
          </bdi>
          <span className={css.hits}>{hits === 1 ? '1 hit' : `${count(hits)} hits`}</span>
        </span>
        <span className={css.meta}>
          <bdi>{publisher || 'Publisher not known'}</bdi>
          <span className="tab">{published ? published.replace(/T.*$/, '') : 'No date'}</span>
        </span>
      </button>
      {snippets.map((snippet) => (
        <button
          key={snippet.start}
          type="button"
          className={css.snippet}
          lang={lang}
          dir="auto"
          onClick={() => onOpen(found, spanOf(snippet))}
        >
          <Marked of={snippet} />
        </button>
      ))}
    </li>
  );
}

/** The first mark of a passage, in the article's text. */
function spanOf({ start, marks }: MarkedText): TextSpan | null {
  const [first] = marks;
  return first ? { start: start + first.start, end: start + first.end } : null;
}

function Marked({ of: { text, marks } }: { readonly of: MarkedText }) {
  let at = 0;
  return (
    <>
      {marks.map(({ start, end }) => {
        const before = text.slice(at, start);
        at = end;
        return (
          <span key={start}>
            {before}
            <mark>{text.slice(start, end)}</mark>
          </span>
        );
      })}
      {text.slice(at)}
    </>
  );
}

function count(number: number): string {
  return number.toLocaleString('en');
}
