import type { ConcordanceLine, FoundArticle, IndexAnswers, SearchQuestion } from '#shared/contracts/search-messages.ts';
import type { JobControl } from '#shared/kernel/job-control.ts';
import type { SearchDesk } from './search-desk.ts';

type Cell = string | number;

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
  const rows: Cell[][] = [ARTICLE_HEAD];
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
}: FoundArticle): Cell[] {
  const passage = rest.snippets[0] ?? rest.elsewhere[0];
  return [caseId, articleId, title.text, publisher, published, language, hits, passage?.text ?? ''];
}

function lineCells({ caseId, articleId, span, before, hit, after, ...rest }: ConcordanceLine): Cell[] {
  return [caseId, articleId, span.start, span.end, before, hit, after, rest.publisher, rest.published, rest.language];
}

function tableOf(rows: readonly (readonly Cell[])[]): Blob {
  const lines = rows.map((cells) => `${cells.map(cellWords).join(',')}\r\n`);
  return new Blob(['\ufeff', ...lines], { type: 'text/csv' });
}

/** A spreadsheet runs what begins like a formula: an apostrophe before it keeps it text. */
function cellWords(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const safe = /^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
