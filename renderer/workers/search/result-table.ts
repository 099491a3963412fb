import type { ConcordanceLine, FoundArticle, IndexAnswers, SearchQuestion } from '#shared/contracts/search-messages.ts';
import type { JobControl } from '#shared/kernel/job-control.ts';
import { type CsvCell, writeCsv } from '#shared/text/write-csv.ts';
import type { SearchDesk } from './search-desk.ts';

const ARTICLE_HEAD = ['Case', 'Article', 'Title', 'Publisher', 'Published', 'Language', 'Hits', 'Best passage'];
const LINE_HEAD = ['Case', 'Article', 'Start', 'End', 'Before', 'Hit', 'After', 'Publisher', 'Published', 'Language'];

/** Results as a table for a spreadsheet: UTF-8 with its mark, so that accents survive. */
export async function resultTable(
  desk: SearchDesk,
  question: SearchQuestion,
  of: 'articles' | 'lines',
  job: Pick<JobControl, 'signal' | 'pause'>,
): Promise<IndexAnswers['export']> {
  if (of === 'lines') {
    const { lines, read, articles } = await desk.lines(question, 'article', Number.MAX_SAFE_INTEGER, job);
    return { file: tableOf([LINE_HEAD, ...lines.map(lineCells)]), rows: lines.length, read, articles };
  }
  const rows: CsvCell[][] = [ARTICLE_HEAD];
  const { read, articles } = await desk.eachFound(question, job, (found) => rows.push(articleCells(found)));
  return { file: tableOf(rows), rows: rows.length - 1, read, articles };
}

function articleCells({
  caseId,
  articleId,
  title,
  publisher,
  published,
  language,
  hits,
  ...rest
}: FoundArticle): CsvCell[] {
  const passage = rest.snippets[0] ?? rest.elsewhere[0];
  return [caseId, articleId, title.text, publisher, published, language, hits, passage?.text ?? ''];
}

function lineCells({ caseId, articleId, span, before, hit, after, ...rest }: ConcordanceLine): CsvCell[] {
  return [caseId, articleId, span.start, span.end, before, hit, after, rest.publisher, rest.published, rest.language];
}

function tableOf(rows: readonly (readonly CsvCell[])[]): Blob {
  return new Blob([writeCsv(rows)], { type: 'text/csv' });
}
