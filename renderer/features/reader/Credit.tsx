import type { OpenArticle } from '#renderer/services/reader/use-open-article.ts';
import { CREDIBILITY, RELIABILITY } from '#renderer/services/sources/grade-words.ts';
import { dateInWords } from '#shared/dates/date-words.ts';
import css from './Credit.module.css';
import type { Repeats } from './surface/repeats.ts';

type CreditProps = {
  readonly open: OpenArticle;
  /** What of it the text itself begins with: that is not said twice. */
  readonly repeats: Repeats;
};

/** Title, grade, publisher, byline, date: what stands over the text. Each keeps its own direction. */
export function Credit({ open: { article, source, caseArticle, sourceGrade }, repeats }: CreditProps) {
  const language = article.language ?? undefined;
  const information = caseArticle?.grade ?? null;
  return (
    <div className={css.credit}>
      {!repeats.title && <h1 dir="auto">{article.title}</h1>}
      <p lang="en">
        {sourceGrade && (
          <span className={css.grade} data-tip={`Source: ${RELIABILITY[sourceGrade]}`}>
            Source {sourceGrade}
          </span>
        )}
        {information && (
          <span className={css.grade} data-tip={`Information: ${CREDIBILITY[information]}`}>
            Information {information}
          </span>
        )}
        {source && (
          <b>
            <bdi lang={language}>{source.name}</bdi>
          </b>
        )}
        {!repeats.byline && article.byline.length > 0 && <bdi lang={language}>{article.byline.join(', ')}</bdi>}
        {article.published && (
          <bdi className="tab" dir="ltr">
            {dateInWords(article.published)}
          </bdi>
        )}
        {article.language && (
          <bdi className={css.language} data-tip="Language">
            {article.language}
          </bdi>
        )}
      </p>
    </div>
  );
}
