import { Document } from '@blueprintjs/icons';
import { useEffect, useMemo, useState } from 'react';
import { useCommands, useKeysOf } from '#renderer/services/commands/use-commands.ts';
import { readerAt, readReaderTarget } from '#renderer/services/reader/reader-route.ts';
import { useReadingList } from '#renderer/services/reader/reading-queue.ts';
import { useCaseId, useRoute } from '#renderer/services/route.tsx';
import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { useRemembered } from '#renderer/ui/memory.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { type ArticleId, articleIdSchema } from '#shared/domain/ids.ts';
import { OpenedArticle } from './OpenedArticle.tsx';

/** Reading: one article, the list that it is read from, and what is known of it. */
export function Place() {
  const caseId = useCaseId();
  const { workspace } = useServices();
  const { route, go } = useRoute();
  const target = useMemo(() => readReaderTarget(route), [route]);
  const list = useReadingList(caseId, target.articleId);
  const codebook = useLive(() => workspace.codebooks.ofCase(caseId), [workspace, caseId]);
  const [last, keepLast] = useRemembered<ArticleId | null>(`reader.last.${caseId}`, null, isArticleId);
  const [isLastThere, setLastThere] = useState(false);
  const { articleId } = target;
  useEffect(() => {
    if (articleId) keepLast(articleId);
  }, [articleId, keepLast]);
  useEffect(() => {
    if (last) void workspace.articles.get(last).then((article) => setLastThere(article !== undefined));
  }, [workspace, last]);
  const fallback = last && isLastThere ? last : (list?.articleIds[0] ?? null);
  const current = articleId ?? fallback;
  useArticleSteps(list?.articleIds ?? [], current);
  if (!list || !codebook) return <Skeleton label="Reading the article…" rows={16} />;
  if (!current) return <Nothing />;
  return (
    <OpenedArticle
      caseId={caseId}
      articleId={current}
      wanted={target.wanted}
      list={list}
      codebook={codebook}
      onLeave={() => go({ place: 'library' })}
    />
  );
}

function useArticleSteps(ids: readonly ArticleId[], current: ArticleId | null): void {
  const { go } = useRoute();
  const at = current ? ids.indexOf(current) : -1;
  const step = (id: string, words: string, keys: string, by: 1 | -1) => {
    const next = at < 0 ? undefined : ids[at + by];
    return {
      id: `article:${id}`,
      words,
      keys,
      group: 'Reader',
      run: () => next && go(readerAt(next)),
      ...(next ? {} : { offBecause: by === 1 ? 'This is the last one' : 'This is the first one' }),
    };
  };
  useCommands([
    step('next', 'Next article', 'j', 1),
    step('previous', 'Previous article', 'k', -1),
    {
      id: 'reader:back',
      words: 'Back to Library',
      keys: 'Escape',
      group: 'Reader',
      run: () => go({ place: 'library' }),
    },
  ]);
}

function Nothing() {
  const { go } = useRoute();
  return (
    <Empty
      icon={<Document size={20} />}
      title="No article to read yet"
      action={
        <Button look="primary" keys={useKeysOf('go:library')} showsKeys onClick={() => go({ place: 'library' })}>
          Go to Library
        </Button>
      }
    >
      Articles are brought in from the Library; they are read and tagged here.
    </Empty>
  );
}

function isArticleId(value: unknown): value is ArticleId | null {
  return value === null || articleIdSchema.safeParse(value).success;
}
