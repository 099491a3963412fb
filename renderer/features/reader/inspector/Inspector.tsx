import type { Mark } from '#renderer/services/reader/mark.ts';
import type { OpenArticle } from '#renderer/services/reader/use-open-article.ts';
import type { EntityIndex } from '#renderer/services/tagging/use-entity-index.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import type { Codebook } from '#shared/domain/codebook.ts';
import type { Entity } from '#shared/domain/entity.ts';
import type { CaseId, EntityId, EventId } from '#shared/domain/ids.ts';
import type { Link, TextVersion } from '#shared/domain/text-version.ts';
import { EventFormView } from '../event/EventFormView.tsx';
import type { EventSession } from '../event/event-session.ts';
import type { EventActs } from '../event/use-event-session.ts';
import { Details } from './Details.tsx';
import { EventList, type ListedEvent } from './EventList.tsx';
import { HighlightList } from './HighlightList.tsx';
import css from './Inspector.module.css';
import { LinkCard } from './LinkCard.tsx';
import { MarkActs, MarkCard } from './MarkCard.tsx';

/** The tabs of the inspector. */
export type InspectorTab = 'highlights' | 'events' | 'details';

type Props = {
  readonly caseId: CaseId;
  readonly open: OpenArticle;
  readonly version: TextVersion | null;
  readonly width: number;
  readonly tab: InspectorTab;
  readonly onTab: (tab: InspectorTab) => void;
  readonly marks: readonly Mark[];
  readonly mark: Mark | null;
  /** The link at the caret. */
  readonly link: Link | null;
  readonly events: readonly ListedEvent[];
  readonly session: EventSession | null;
  readonly acts: EventActs;
  readonly codebook: Codebook;
  readonly index: EntityIndex | undefined;
  readonly draftEntity: (name: string, typeId: string) => Entity | null;
  readonly onMark: (mark: Mark) => void;
  readonly onPassage: (highlightId: string) => void;
  readonly onRelink: (mark: Mark) => void;
  readonly onNote: (mark: Mark) => void;
  readonly onRemove: (mark: Mark) => void;
  readonly onEntity: (id: EntityId) => void;
  readonly onEvent: (id: EventId) => void;
  readonly onCloseEvent: () => void;
  /** Goes back to the text. */
  readonly onLeave: () => void;
};

/** Beside the text: its marks, its events, its details. */
export function Inspector(props: Props) {
  const { tab, onTab, marks, events, session, width } = props;
  return (
    <Panel label="Inspector" width={width} side="end" isPlain>
      <h2 className="unseen">Beside the text</h2>
      <Tabs
        id="inspector"
        label="Inspector"
        selected={tab}
        onSelect={onTab}
        parts={[
          { id: 'highlights', name: 'Highlights', count: marks.length, panel: <Highlights {...props} /> },
          {
            id: 'events',
            name: 'Events',
            count: events.length,
            panel: session ? (
              <EventFormView {...props} session={session} onClose={props.onCloseEvent} onSaved={props.onLeave} />
            ) : (
              <EventList events={events} onOpen={props.onEvent} />
            ),
          },
          {
            id: 'details',
            name: 'Details',
            panel: <Details caseId={props.caseId} open={props.open} version={props.version} />,
          },
        ]}
      />
    </Panel>
  );
}

function Highlights(props: Props) {
  const { caseId, marks, mark, link, version, onMark } = props;
  const blocks = version?.blocks ?? [];
  const paragraphOf = ({ start }: Mark) => Math.max(1, blocks.findLastIndex((block) => block.start <= start) + 1);
  return (
    <div className={css.highlights}>
      {mark && (
        <section className={css.card} aria-label="Highlight at the caret">
          <MarkCard caseId={caseId} mark={mark} />
          {!mark.isPending && (
            <MarkActs
              mark={mark}
              onRelink={() => props.onRelink(mark)}
              onNote={() => props.onNote(mark)}
              onRemove={() => props.onRemove(mark)}
              onEntity={({ entityId }) => entityId && props.onEntity(entityId)}
              onEvent={props.onEvent}
            />
          )}
        </section>
      )}
      {link && <LinkCard link={link} />}
      <p className={css.head}>In order of the text</p>
      <HighlightList marks={marks} current={mark} paragraphOf={paragraphOf} onChoose={onMark} />
    </div>
  );
}
