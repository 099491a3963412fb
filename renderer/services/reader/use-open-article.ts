import { useEffect, useState } from 'react';
import type { ArticleDetails } from '#renderer/data/repositories/articles.ts';
import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
import type { ArticleId, CaseId, TextId } from '#shared/domain/ids.ts';
import type { Reliability } from '#shared/domain/source-grade.ts';
import type { TextVersion } from '#shared/domain/text-version.ts';

/** An article with what stands beside its text; the grade is the latest that its source was given in this case. */
export type OpenArticle = ArticleDetails & { readonly sourceGrade: Reliability | null };

/** Keeps an article's details current. Undefined until first read, null when it is gone. */
export function useOpenArticle(caseId: CaseId, articleId: ArticleId): OpenArticle | null | undefined {
  const { workspace } = useServices();
  return useLive(async () => {
    const details = await workspace.articles.details(caseId, articleId);
    if (!details) return null;
    const grades = await workspace.sources.gradesIn(caseId);
    const sourceGrade = grades.findLast(({ sourceId }) => sourceId === details.article.sourceId)?.grade ?? null;
    return { ...details, sourceGrade };
  }, [workspace, caseId, articleId]);
}

/** A text version as it is laid out and tagged. */
export type ArticleWords = Pick<TextVersion, 'blocks' | 'folds' | 'links'> & {
  readonly textId: TextId;
  readonly text: string;
  readonly version: TextVersion;
};

/** The words of a text version, which never change. Undefined until first read, null for an article without text. */
export function useWords(textId: TextId | null | undefined): ArticleWords | null | undefined {
  const { workspace } = useServices();
  const [read, setRead] = useState<ArticleWords | null>();
  useEffect(() => {
    if (!textId) return;
    let isStale = false;
    workspace.articles.text(textId).then(
      ({ version, text }) => {
        const { blocks, folds, links } = version;
        if (!isStale) setRead({ textId, text, blocks, folds, links, version });
      },
      () => !isStale && setRead(null),
    );
    return () => {
      isStale = true;
    };
  }, [workspace, textId]);
  if (!textId) return textId === null ? null : undefined;
  // while another one is being read, the one before is not its text
  return read && read.textId !== textId ? undefined : read;
}
