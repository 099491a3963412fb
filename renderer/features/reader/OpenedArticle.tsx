import { Document } from '@blueprintjs/icons';
import { useEffect, useRef, useState } from 'react';
import { useCommands } from '#renderer/services/commands/use-commands.ts';
import type { Wanted } from '#renderer/services/reader/reader-route.ts';
import type { ReadingList } from '#renderer/services/reader/reading-queue.ts';
import { useOpenArticle, useWords } from '#renderer/services/reader/use-open-article.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { useRemembered } from '#renderer/ui/memory.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { type Bounds, Splitter, useAreaWidth } from '#renderer/ui/Splitter.tsx';
import type { Codebook } from '#shared/domain/codebook.ts';
import type { ArticleId, CaseId } from '#shared/domain/ids.ts';
import { useEventSession } from './event/use-event-session.ts';
import type { InspectorTab } from './inspector/Inspector.tsx';
import { Original } from './original/Original.tsx';
import { Queue } from './queue/Queue.tsx';
import css from './ReaderDesk.module.css';
import { ReaderDesk } from './ReaderDesk.tsx';
import { useWindowWidth } from './use-window-width.ts';

type Props = {
  readonly caseId: CaseId;
  readonly articleId: ArticleId;
  readonly wanted: Wanted;
  readonly list: ReadingList;
  readonly codebook: Codebook;
  readonly onLeave: () => void;
};

/** Window widths below which side areas are narrower, and below which the queue waits behind its key. */
const NARROW = 1367;
const NARROWEST = 1181;

/** The queue, the article and its inspector; the event in hand stays in hand from one article to the next. */
export function OpenedArticle({ caseId, articleId, wanted, list, codebook, onLeave }: Props) {
  const open = useOpenArticle(caseId, articleId);
  const words = useWords(open?.article.textId);
  const [session, eventActs] = useEventSession(caseId, codebook);
  const [tab, setTab] = useRemembered<InspectorTab>('reader.tab', 'highlights', isTab);
  const width = useWindowWidth();
  const [showsQueue, setShowsQueue] = useState<boolean | null>(null);
  const isNarrow = width < NARROW;
  const queueBounds = boundsOf(isNarrow ? 204 : 244);
  const inspectorBounds = boundsOf(isNarrow ? 320 : 356);
  const [queueWidth, setQueueWidth] = useAreaWidth(isNarrow ? 'queue-narrow' : 'queue', queueBounds);
  const [inspectorWidth, setInspectorWidth] = useAreaWidth(
    isNarrow ? 'inspector-narrow' : 'inspector',
    inspectorBounds,
  );
  const isQueueShown = showsQueue ?? width >= NARROWEST;
  useCommands([
    {
      id: 'reader:queue',
      words: 'Show or hide the queue',
      keys: 'q',
      group: 'Reader',
      run: () => setShowsQueue(!isQueueShown),
    },
  ]);
  // what was left unsaved is in sight again, not behind another tab
  const isLeft = useRef(session !== null);
  useEffect(() => {
    if (isLeft.current) setTab('events');
    isLeft.current = false;
  }, [setTab]);
  const { eventId } = wanted;
  const asked = useRef<Wanted | null>(null);
  useEffect(() => {
    if (!eventId || asked.current === wanted) return;
    asked.current = wanted;
    setTab('events');
    void eventActs.open(eventId);
  }, [eventId, wanted, setTab, eventActs]);
  if (open === null) return <Gone onLeave={onLeave} />;
  return (
    <>
      {isQueueShown && (
        <>
          <Queue caseId={caseId} list={list} current={articleId} width={queueWidth} />
          <Splitter label="Queue" width={queueWidth} onWidth={setQueueWidth} bounds={queueBounds} area="before" />
        </>
      )}
      {open && words ? (
        <ReaderDesk
          key={words.textId}
          {...{ caseId, open, words, codebook, wanted, session, eventActs, tab, inspectorWidth }}
          onTab={setTab}
          splitter={
            <Splitter
              label="Inspector"
              width={inspectorWidth}
              onWidth={setInspectorWidth}
              bounds={inspectorBounds}
              area="after"
            />
          }
        />
      ) : (
        <section className={css.centre} aria-label="Reading">
          {open && words === null ? (
            <Original title={open.article.title} capture={open.capture} words={null} />
          ) : (
            <Skeleton label="Reading the article…" rows={16} />
          )}
        </section>
      )}
    </>
  );
}

function Gone({ onLeave }: { readonly onLeave: () => void }) {
  return (
    <Empty
      icon={<Document size={20} />}
      title="This article is not in the workspace"
      action={
        <Button look="primary" onClick={onLeave}>
          Back to Library
        </Button>
      }
    >
      It was removed, or the address is of another workspace. Undo brings back what was removed.
    </Empty>
  );
}

function boundsOf(initial: number): Bounds {
  return { initial, min: 180, max: 560 };
}

function isTab(value: unknown): value is InspectorTab {
  return value === 'highlights' || value === 'events' || value === 'details';
}
