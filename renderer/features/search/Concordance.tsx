import { useAnswer } from '#renderer/services/search/use-answer.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { ConcordanceLine, LineSort, SearchQuestion } from '#shared/contracts/search-messages.ts';
import { directionOf } from '#shared/text/direction.ts';
import css from './Concordance.module.css';
import { counted } from './count-words.ts';
import { stepThroughResults } from './focus-result.ts';

type ConcordanceProps = {
  readonly question: SearchQuestion;
  readonly sort: LineSort;
  readonly limit: number;
  readonly onMore: () => void;
  readonly onOpen: (line: ConcordanceLine) => void;
};

/** Every place in its context, one under the other, in order of what precedes or follows. */
export function Concordance({ question, sort, limit, onMore, onOpen }: ConcordanceProps) {
  const { value: answer } = useAnswer({ type: 'lines', question, sort, limit }, 'lines');
  if (answer === null) return null;
  const { lines, total, read, articles } = answer;
  return (
    <div className={`${css.lines} scroll`}>
      <table aria-label="Concordance" className={css.table}>
        <thead>
          <tr>
            <th scope="col">Left</th>
            <th scope="col">Hit</th>
            <th scope="col">Right</th>
            <th scope="col">Source</th>
            <th scope="col">Date</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={`${line.caseId} ${line.articleId} ${line.span.start}`} line={line} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
      <p className={css.more}>
        {lines.length.toLocaleString('en')} of {counted(total, 'line')} shown
        {read < articles && `; from the first ${read.toLocaleString('en')} of ${counted(articles, 'article')}`}
        {lines.length < total && (
          <Button isSmall onClick={onMore}>
            Show more
          </Button>
        )}
      </p>
    </div>
  );
}

type LineProps = { readonly line: ConcordanceLine; readonly onOpen: (line: ConcordanceLine) => void };

/** In a right-to-left line what precedes stands on the right. */
function Line({ line, onOpen }: LineProps) {
  const { before, hit, after, publisher, published, language } = line;
  const direction = directionOf(before + hit + after) ?? 'ltr';
  const isMirrored = direction === 'rtl';
  const lang = language || undefined;
  const context = (words: string) => (
    <bdi dir={direction} lang={lang}>
      {words}
    </bdi>
  );
  return (
    <tr data-rtl={isMirrored || undefined}>
      <td className={css.left}>{context(isMirrored ? after : before)}</td>
      <td className={css.hit}>
        <button
          type="button"
          data-result
          onKeyDown={stepThroughResults}
          onClick={() => onOpen(line)}
          lang={lang}
          dir={direction}
        >
          <mark>{hit}</mark>
        </button>
      </td>
      <td className={css.right}>{context(isMirrored ? before : after)}</td>
      <td className={css.source}>
        <bdi>{publisher || 'Not known'}</bdi>
      </td>
      <td className={css.date}>{published ? published.replace(/T.*$/, '') : 'No date'}</td>
    </tr>
  );
}
