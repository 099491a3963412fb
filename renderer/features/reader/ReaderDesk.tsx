import { type ReactNode, useMemo, useState } from 'react';
import { copyWords } from '#renderer/services/copy-words.ts';
import { usePlaceStatus } from '#renderer/services/place-status.ts';
import { ArticleEditor } from '#renderer/services/reader/article-editor.ts';
import { citationOf } from '#renderer/services/reader/citation.ts';
import type { Mark } from '#renderer/services/reader/mark.ts';
import type { Wanted } from '#renderer/services/reader/reader-route.ts';
import { useMarks } from '#renderer/services/reader/use-marks.ts';
import type { ArticleWords, OpenArticle } from '#renderer/services/reader/use-open-article.ts';
import { useRoute } from '#renderer/services/route.tsx';
import { useServices } from '#renderer/services/services.ts';
import { useEntityIndex } from '#renderer/services/tagging/use-entity-index.ts';
import { useRemembered } from '#renderer/ui/memory.tsx';
import type { Codebook, EntityType } from '#shared/domain/codebook.ts';
import type { CaseId, EventId } from '#shared/domain/ids.ts';
import { toPayload } from '#shared/kernel/app-error.ts';
import type { TextSpan } from '#shared/kernel/text-span.ts';
import { evidenceMarks, fieldInWords } from './event/evidence-marks.ts';
import type { EventActs, EventSession } from './event/use-event-session.ts';
import { useEventsOfArticle } from './inspector/EventList.tsx';
import { Inspector, type InspectorTab } from './inspector/Inspector.tsx';
import { Original } from './original/Original.tsx';
import { ReaderBar, type View } from './ReaderBar.tsx';
import css from './ReaderDesk.module.css';
import { findWords } from './surface/find-words.ts';
import { passageOf } from './surface/text-selection.ts';
import { useSurface } from './surface/use-surface.ts';
import { type Question, TextView } from './TextView.tsx';
import { resizeSpan } from './tagging/resize-span.ts';
import { useTagActs } from './tagging/use-tag-acts.ts';
import { useInHand } from './use-in-hand.ts';
import { useReaderCommands } from './use-reader-commands.ts';
import { useWanted } from './use-wanted.ts';

type Props = {
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

const isText = (value: unknown): value is string => typeof value === 'string';
const NO_MARKS: readonly Mark[] = [];

/** One article on the desk: its words or its original, and the inspector beside it. */
export function ReaderDesk(props: Props) {
  const { caseId, open, words, codebook, wanted, session, eventActs, tab, onTab } = props;
  const { article, caseArticle } = open;
  const { workspace, notices } = useServices();
  const { go } = useRoute();
  const [view, setView] = useState<View>('text');
  const [question, setQuestion] = useState<Question | null>(null);
  const [lastType, setLastType] = useRemembered('reader.type', codebook.entityTypes[0]?.id ?? '', isText);
  const usual = codebook.entityTypes.find(({ id }) => id === lastType) ?? codebook.entityTypes[0];
  const index = useEntityIndex();
  const events = useEventsOfArticle(caseId, article.id, codebook) ?? NO_EVENTS;
  const surface = useSurface(words);
  const stored = useMarks(caseId, article.id, words.textId);
  const marks = useMemo(
    () => [...(stored.marks ?? NO_MARKS), ...evidenceMarks(session, article.id)],
    [stored.marks, session, article.id],
  );
  const inHand = useInHand(surface, marks);
  const passage = useMemo(
    () => surface.selection && passageOf(words.text, surface.selection),
    [surface.selection, words.text],
  );
  const tagged = useMemo(
    () => ({ caseId, articleId: article.id, textId: words.textId, text: words.text }),
    [caseId, article.id, words],
  );
  const acts = useTagActs(tagged, stored.expect, codebook, index);
  const hits = useMemo(() => (wanted.find ? findWords(words.text, wanted.find) : NO_HITS), [wanted.find, words.text]);
  useWanted(wanted, stored.marks, hits, (span) => surface.reveal(span));
  usePlaceStatus(`${article.words.toLocaleString('en')} words, ${marks.length} highlights`, HINTS);

  const toText = () => surface.scroller.current?.focus({ preventScroll: true });
  const settle = (span: TextSpan) => {
    setQuestion(null);
    surface.select({ anchor: span.end, focus: span.end });
    toText();
  };
  const tagAs = (span: TextSpan, type: EntityType) => {
    acts.tagAs(span, type);
    setLastType(type.id);
    settle(span);
  };
  const about = (kind: Question['kind']) => {
    if (passage) return () => setQuestion({ kind, span: passage, mark: null });
    const { mark } = inHand;
    return mark && !mark.isPending && (kind === 'note' || mark.entities.length > 0) ? () => askAbout(kind, mark) : null;
  };
  const askAbout = (kind: Question['kind'], mark: Mark) =>
    setQuestion({ kind, span: { start: mark.start, end: mark.end }, mark });
  const begin = (span: TextSpan) => {
    onTab('events');
    void eventActs.begin(acts.mark(span)).then(() => focusSoon('form[aria-label="Event"] select'));
    settle(span);
  };
  const addEvidence = (span: TextSpan) => {
    eventActs.addEvidence(acts.mark(span)).catch((error: unknown) => notices.warn(toPayload(error).message));
    onTab('events');
    settle(span);
  };
  const openEvent = (id: EventId) => {
    onTab('events');
    void eventActs.open(id);
  };
  const cite = () => {
    const cited = passage ?? inHand.mark;
    if (!cited) return;
    void copyWords(citationOf(open, words.text.slice(cited.start, cited.end))).then((isCopied) =>
      isCopied ? notices.tell('Copied with its source') : notices.warn('The clipboard did not take the citation.'),
    );
  };
  const remove = (mark: Mark) => {
    acts.remove(mark);
    toText();
  };
  const editor = useMemo(() => new ArticleEditor(workspace), [workspace]);
  const toggle = (next: View) => {
    setQuestion(null);
    setView(next);
  };
  const { mark } = inHand;
  const block = words.blocks.findLast(({ start }) => start <= (mark?.start ?? 0));
  const setStatus = caseArticle
    ? (status: NonNullable<typeof caseArticle>['status']) =>
        void editor
          .editInCase(caseArticle, { status }, `Set “${article.title}” to ${status.replace('-', ' ')}`)
          .catch((error: unknown) => notices.warn(toPayload(error).message))
    : null;
  useReaderCommands(codebook, {
    entity: about('entity'),
    event: passage && (() => begin(passage)),
    evidence: passage && session ? () => addEvidence(passage) : null,
    note: about('note'),
    tagAs: passage && ((type) => tagAs(passage, type)),
    cite: passage || mark ? cite : null,
    remove: mark && !mark.isPending ? () => remove(mark) : null,
    resize:
      mark && !mark.isPending
        ? (resize) => {
            const span = resizeSpan(words.text, mark, resize);
            if (span) acts.resize(mark, span);
          }
        : null,
    isRightToLeft: block?.direction === 'rtl',
    walk: (step) => {
      const next = inHand.beside(step);
      if (next) inHand.take(next);
    },
    setStatus,
    leave() {
      const { selection } = surface;
      if (question) setQuestion(null);
      else if (isInInspector()) toText();
      else if (selection && passage) surface.select({ anchor: selection.focus, focus: selection.focus });
      else go({ place: 'library' });
    },
    reopenEvent() {
      onTab('events');
      eventActs.reopen();
    },
    toggleOriginal: () => toggle(view === 'text' ? 'original' : 'text'),
  });
  if (!usual) return null;
  return (
    <>
      <section className={css.centre} aria-label="Reading">
        <ReaderBar
          view={view}
          onView={toggle}
          status={caseArticle?.status ?? null}
          onStatus={(status) => setStatus?.(status)}
          canCite={Boolean(passage ?? mark)}
        />
        {view === 'original' ? (
          <div className={css.centre} id="reader-view" role="tabpanel" aria-labelledby="view-original">
            <Original capture={open.capture} />
          </div>
        ) : (
          <TextView
            {...{ open, surface, marks, inHand, passage, question, hits, codebook, index, usual, acts }}
            openEvent={session?.before.id ?? null}
            evidenceFor={session && fieldInWords(session)}
            onAct={(act) => {
              const span = question?.span ?? passage;
              if (act === 'entity' || act === 'note')
                setQuestion(span && { kind: act, span, mark: question?.mark ?? null });
              else if (span) (act === 'event' ? begin : addEvidence)(span);
            }}
            onType={(type) => {
              const span = question?.span ?? passage;
              if (span) tagAs(span, type);
            }}
            onAnswered={(span, type) => {
              if (type) setLastType(type.id);
              settle(span);
            }}
            onClose={() => {
              setQuestion(null);
              toText();
            }}
            onMark={(next, eventId) => {
              inHand.take(next);
              if (eventId) openEvent(eventId);
            }}
          />
        )}
      </section>
      {props.splitter}
      <Inspector
        {...{ caseId, open, tab, onTab, marks, mark, events, session, codebook, index }}
        acts={eventActs}
        version={words.version}
        width={props.inspectorWidth}
        link={words.links.find(({ start, end }) => isAt(surface.selection?.focus, start, end)) ?? null}
        draftEntity={(name, typeId) => {
          const type = codebook.entityTypes.find(({ id }) => id === typeId);
          return type ? workspace.entities.draft(name, type) : null;
        }}
        onMark={inHand.take}
        onPassage={(id) => {
          const found = marks.find((one) => one.id === id);
          if (found) inHand.take(found);
          else notices.warn('This passage stands in another article.');
        }}
        onRelink={(next) => askAbout('entity', next)}
        onNote={(next) => askAbout('note', next)}
        onRemove={remove}
        onEntity={(id) => go({ place: 'entities', rest: [id] })}
        onEvent={openEvent}
        onCloseEvent={eventActs.close}
        onLeave={toText}
      />
    </>
  );
}

const NO_EVENTS: never[] = [];
const NO_HITS: readonly TextSpan[] = [];
const HINTS = [
  { command: 'passage:entity', words: 'entity' },
  { command: 'passage:event', words: 'event' },
  { command: 'passage:evidence', words: 'evidence' },
  { command: 'mark:next', words: 'next mark' },
  { command: 'help:keys', words: 'all keys' },
];

function isAt(offset: number | undefined, start: number, end: number): boolean {
  return offset !== undefined && start <= offset && offset <= end;
}

/** Puts the focus where it is wanted once what is to take it has been drawn. */
function focusSoon(selector: string): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus());
}

/** Whether the keys go to the inspector. */
function isInInspector(): boolean {
  const { activeElement } = document;
  return activeElement !== null && activeElement.closest('[data-area="Inspector"]') !== null;
}
