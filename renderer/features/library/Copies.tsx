import { useState } from 'react';
import { type ArticleCopies, judgeNoCopy, readCopies, type ShownCopy } from '#renderer/services/copies/copy-desk.ts';
import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { GroupHead } from '#renderer/ui/Facts.tsx';
import { shortDate } from '#shared/dates/short-date.ts';
import type { ArticleId, CaseId } from '#shared/domain/ids.ts';
import { toPayload } from '#shared/kernel/app-error.ts';
import css from './Copies.module.css';
import { ReasonDialog } from './ReasonDialog.tsx';

type CopiesProps = { readonly caseId: CaseId; readonly articleId: ArticleId };

/** The articles that are one with the article in hand: how alike, the likely origin, and what was judged. */
export function Copies({ caseId, articleId }: CopiesProps) {
  const { workspace, notices } = useServices();
  const [isAsking, ask] = useState(false);
  const known = useLive(() => readCopies(workspace, caseId, articleId), [workspace, caseId, articleId]);
  if (!known) return null;
  const { copies } = known;
  const act = (work: Promise<void>) => work.catch((error: unknown) => notices.warn(toPayload(error).message));
  const ids = copies.map((copy) => copy.articleId);
  return (
    <section className={css.copies} aria-label="Copies">
      <GroupHead>{copies.length === 0 ? 'Judged' : `One story, ${copies.length + 1} times`}</GroupHead>
      <Origin known={known} articleId={articleId} />
      <ul>
        {copies.map((copy) => (
          <Copy key={copy.articleId} copy={copy} isOrigin={known.origin?.articleId === copy.articleId} />
        ))}
      </ul>
      <Judged
        known={known}
        onTakeBack={(id) => act(workspace.decisions.takeBack(caseId, 'Take a judgement back', [id]))}
      />
      {copies.length > 0 && (
        <Button isSmall onClick={() => ask(true)}>
          Not a copy…
        </Button>
      )}
      {isAsking && (
        <ReasonDialog
          title="Not a copy"
          words={`It stands beside ${copies.length === 1 ? 'this article' : 'these articles'} as a story of its own from now on, and counts as one more origin.`}
          act="Not a copy"
          onReason={(reason) => act(judgeNoCopy(workspace, caseId, articleId, ids, reason))}
          onClose={() => ask(false)}
        />
      )}
    </section>
  );
}

function Origin({ known: { origin, copies }, articleId }: { known: ArticleCopies; articleId: ArticleId }) {
  if (copies.length === 0) return null;
  if (origin === null) return <p className={css.origin}>Nothing tells which of them was first.</p>;
  const from = copies.find((copy) => copy.articleId === origin.articleId);
  const name = from?.publisher || from?.title;
  return (
    <p className={css.origin}>
      {origin.articleId === articleId ? (
        'Likely the origin.'
      ) : (
        <>
          Likely from <bdi>{name}</bdi>.
        </>
      )}{' '}
      {origin.why}
    </p>
  );
}

function Copy({ copy: { title, publisher, published, how }, isOrigin }: { copy: ShownCopy; isOrigin: boolean }) {
  return (
    <li>
      <bdi className="cut">{publisher || title || 'Without a title'}</bdi>
      <span className={css.how}>
        {published ? shortDate(published) : 'no date'}, {how}
        {isOrigin && ', likely the origin'}
      </span>
    </li>
  );
}

type JudgedProps = {
  readonly known: ArticleCopies;
  readonly onTakeBack: (id: ArticleCopies['judged'][number]['decision']['id']) => void;
};

function Judged({ known: { judged }, onTakeBack }: JudgedProps) {
  if (judged.length === 0) return null;
  return (
    <ul aria-label="Judgements">
      {judged.map(({ decision: { id, verdict, reason }, title }) => (
        <li key={id}>
          <bdi className="cut">{title}</bdi>
          <span className={css.how}>
            {verdict === 'same' ? 'judged the same' : 'judged not a copy'}: <bdi>{reason}</bdi>
          </span>
          <Button isSmall look="plain" onClick={() => onTakeBack(id)}>
            Take back
          </Button>
        </li>
      ))}
    </ul>
  );
}
