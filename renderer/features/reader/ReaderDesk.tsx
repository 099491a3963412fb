import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { usePlaceStatus } from '#renderer/services/place-status.ts';
import { ArticleEditor } from '#renderer/services/reader/article-editor.ts';
import type { Wanted } from '#renderer/services/reader/reader-route.ts';
import type { ArticleWords, OpenArticle } from '#renderer/services/reader/use-open-article.ts';
import { useServices } from '#renderer/services/services.ts';
import type { ArticleStatus } from '#shared/domain/case-article.ts';
import type { Codebook } from '#shared/domain/codebook.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import { toPayload } from '#shared/kernel/app-error.ts';
import type { EventSession } from './event/event-session.ts';
import { fieldInWords } from './event/evidence-marks.ts';
import type { EventActs } from './event/use-event-session.ts';
import { FindBar } from './find/FindBar.tsx';
import { useFind } from './find/use-find.ts';
import type { InspectorTab } from './inspector/Inspector.tsx';
import { ReaderInspector } from './inspector/ReaderInspector.tsx';
import { Original } from './original/Original.tsx';
import { ReaderBar, type View } from './ReaderBar.tsx';
import css from './ReaderDesk.module.css';
import { TextView } from './TextView.tsx';
import { useAsking } from './use-asking.ts';
import { useDeskKeys } from './use-desk-keys.ts';
import { usePassages } from './use-passages.ts';

/** What one article on the desk is drawn from. */
export type ReaderDeskProps = {
  readonly caseId: CaseId;
  readonly open: OpenArticle;
  readonly words: ArticleWords;
  readonly codebook: Codebook;
  readonly wanted: Wanted;
  readonly session: EventSession | null;
  readonly eventActs: EventActs;
  readonly tab: InspectorTab;
  readonly onTab: (tab: InspectorTab) => void;
  readonly inspectorWidth: number;
  /** Between the article and the inspector. */
  readonly splitter: ReactNode;
};

const HINTS = [
  { command: 'passage:entity', words: 'entity' },
  { command: 'passage:event', words: 'event' },
  { command: 'passage:evidence', words: 'evidence' },
  { command: 'mark:next', words: 'next mark' },
  { command: 'help:keys', words: 'all keys' },
];

/** One article on the desk: its words or its original, and the inspector beside it. */
export function ReaderDesk(props: ReaderDeskProps) {
  const { open, words, codebook, wanted, session, eventActs, onTab } = props;
  const [view, setView] = useState<View>('text');
  const passages = usePassages({ ...props, isShown: view === 'text' });
  const finding = useFind(passages.surface, words.text);
  const asking = useAsking({ open, text: words.text, codebook, passages, eventActs, onTab });
  const setStatus = useSetStatus(open);
  const show = (next: View) => {
    asking.ask(null);
    setView(next);
    if (next === 'original' && finding.words !== null) finding.close();
  };
  const toggleOriginal = () => show(view === 'text' ? 'original' : 'text');
  useDeskKeys({
    ...{ codebook, words, passages, asking, eventActs, setStatus, toggleOriginal, onTab },
    hasEvent: session !== null,
    find() {
      show('text');
      finding.open();
    },
  });
  const { scroller } = passages.surface;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each address that is gone to
  useEffect(() => {
    // An article that was chosen in the queue is the one to read: the keys go to its words.
    if (document.activeElement?.closest('[data-area="Queue"]')) scroller.current?.focus({ preventScroll: true });
  }, [scroller, wanted]);
  usePlaceStatus(
    `${open.article.words.toLocaleString('en')} words, ${passages.marks.length.toLocaleString('en')} highlights`,
    HINTS,
  );
  const { passage, inHand } = passages;
  const { question, usual } = asking;
  if (!usual) return null;
  return (
    <>
      <section className={css.centre} aria-label="Reading">
        <ReaderBar
          view={view}
          onView={show}
          status={open.caseArticle?.status ?? null}
          onStatus={(status) => setStatus?.(status)}
          canCite={Boolean(passage ?? inHand.mark)}
        />
        <FindBar finding={finding} />
        {view === 'original' ? (
          <div className={css.centre} id="reader-view" role="tabpanel" aria-labelledby="view-original">
            <Original title={open.article.title} capture={open.capture} words={words} />
          </div>
        ) : (
          <TextView
            {...passages}
            {...{ open, question, codebook, usual }}
            {...(finding.words === null ? {} : { hits: finding.hits })}
            currentHit={finding.current}
            openEvent={session?.before.id ?? null}
            evidenceFor={session && fieldInWords(session)}
            onAct={(act) => {
              const span = question?.span ?? passage;
              if (!span) return;
              if (act === 'event') asking.beginEvent(span);
              else if (act === 'evidence' && session) asking.addEvidence(span);
              else asking.ask({ kind: act, span, mark: question?.mark ?? null });
            }}
            onType={(type) => {
              const span = question?.span ?? passage;
              if (span) asking.tagAs(span, type);
            }}
            onEvidence={asking.addEvidenceOf}
            onBegin={asking.beginEvent}
            onAnswered={asking.answered}
            onClose={() => {
              asking.ask(null);
              asking.toText();
            }}
            onMark={(mark, eventId) => {
              inHand.take(mark);
              if (eventId) asking.openEvent(eventId);
            }}
          />
        )}
      </section>
      {props.splitter}
      <ReaderInspector {...props} passages={passages} asking={asking} />
    </>
  );
}

/** Sets how far the work on the article is; null for an article that is not in this case. */
function useSetStatus({ article, caseArticle }: OpenArticle): ((status: ArticleStatus) => void) | null {
  const { workspace, notices } = useServices();
  const editor = useMemo(() => new ArticleEditor(workspace), [workspace]);
  if (!caseArticle) return null;
  return (status) => {
    editor
      .editInCase(caseArticle, { status }, `Set "${article.title}" to ${status.replace('-', ' ')}`)
      .catch((error: unknown) => notices.warn(toPayload(error).message));
  };
}
