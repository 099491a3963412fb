import type { Workspace } from '#renderer/data/workspace.ts';
import { describeQuote } from '#shared/anchoring/describe-quote.ts';
import type { MadeAnchor } from '#shared/domain/highlight.ts';
import type { ArticleId, CaseId, ImportId, TextId } from '#shared/domain/ids.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type { SamplePassage } from './sample-entities.ts';
import type { SampleFile } from './sample-files.ts';

type SampleText = {
  readonly articleId: ArticleId;
  readonly title: string;
  readonly textId: TextId;
  readonly text: string;
};

/** The articles of the sample case by the names of their files. */
export type SampleTexts = {
  /** @throws {AppError} `internal` for a file that did not come in */
  of(file: SampleFile): SampleText;
  /**
   * Where a passage stands: its first occurrence.
   *
   * @throws {AppError} `internal` for words that are not there
   */
  find(passage: SamplePassage): { readonly caseId: CaseId; readonly articleId: ArticleId; readonly made: MadeAnchor };
};

/** Reads what became of the files of the sample case. */
export async function readSampleTexts(
  { articles, imports }: Workspace,
  caseId: CaseId,
  importId: ImportId,
): Promise<SampleTexts> {
  const texts = new Map<string, SampleText>();
  for (const { fileName, articleId } of await imports.outcomes(importId)) {
    const article = articleId && (await articles.get(articleId));
    if (!article?.textId) continue;
    const { text } = await articles.text(article.textId);
    texts.set(fileName, { articleId: article.id, title: article.title, textId: article.textId, text });
  }
  const of = (file: SampleFile): SampleText => {
    const found = texts.get(file);
    if (!found) throw new AppError('internal', `${file} of the sample case did not come in.`);
    return found;
  };
  return {
    of,
    find: ({ file, quote }) => {
      const { articleId, textId, text } = of(file);
      // Sources and readers agree on NFC, whatever an editor made of the words here.
      const exact = quote.normalize('NFC');
      const start = text.indexOf(exact);
      if (start < 0) throw new AppError('internal', `"${quote}" does not stand in ${file}.`);
      const { prefix, suffix } = describeQuote(text, { start, end: start + exact.length });
      return { caseId, articleId, made: { textId, start, end: start + exact.length, quote: exact, prefix, suffix } };
    },
  };
}
