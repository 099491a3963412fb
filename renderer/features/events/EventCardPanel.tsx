import {
  type EventCard,
  type EventField,
  type EvidenceLine,
  readEventCard,
} from '#renderer/services/events/event-card.ts';
import { readerAt } from '#renderer/services/reader/reader-route.ts';
import { useRoute } from '#renderer/services/route.tsx';
import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { GroupHead } from '#renderer/ui/Facts.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { StanceShape } from '#renderer/ui/Shapes.tsx';
import type { Event } from '#shared/domain/event.ts';
import type { CaseId, EventId } from '#shared/domain/ids.ts';
import { toPayload } from '#shared/kernel/app-error.ts';
import css from './Events.module.css';

type EventCardPanelProps = { readonly caseId: CaseId; readonly eventId: EventId | null };

/** The event in hand: each field with the passages that it rests on. */
export function EventCardPanel({ caseId, eventId }: EventCardPanelProps) {
  const { workspace } = useServices();
  const { go } = useRoute();
  const card = useLive(
    () => (eventId ? readEventCard(workspace, caseId, eventId) : null),
    [workspace, caseId, eventId],
  );
  const first = card?.fields.flatMap(({ evidence }) => evidence)[0];
  const foot = card && first && (
    <Button onClick={() => go(readerAt(first.articleId, { highlightId: first.highlightId, eventId: card.event.id }))}>
      Edit in the reader
    </Button>
  );
  return (
    <Panel label="Event card" width={376} side="end" className={css.panel} {...(foot ? { foot } : {})}>
      {card ? (
        <Card key={card.event.id} card={card} />
      ) : (
        eventId === null && <p className={css.hint}>The event in hand is shown here: click a row.</p>
      )}
    </Panel>
  );
}

/** Filled asserts, an open ring only mentions, a struck one denies. */
const FORMS = { asserts: 'filled', mentions: 'open', denies: 'struck' } as const;

const CONFIDENCE = [
  { value: 'none', words: 'Not assessed' },
  { value: 'low', words: 'Low confidence' },
  { value: 'moderate', words: 'Moderate confidence' },
  { value: 'high', words: 'High confidence' },
] as const;

function Card({ card: { event, label, title, fields } }: { readonly card: EventCard }) {
  const { workspace, notices } = useServices();
  const change = (fieldsOf: Partial<Event>) => {
    workspace.events
      .change(event, { ...event, ...fieldsOf }, title)
      .catch((error: unknown) => notices.warn(toPayload(error).message));
  };
  return (
    <div className={css.card}>
      <header className={css.head}>
        <b className={css.number}>{label}</b>
        <h2>
          <bdi>{title}</bdi>
        </h2>
      </header>
      {fields.map((field) => (
        <Field key={field.name} field={field} />
      ))}
      {event.note !== '' && (
        <section className={css.field}>
          <GroupHead>Note</GroupHead>
          <p dir="auto">{event.note}</p>
        </section>
      )}
      <Select
        label="Confidence"
        isBeside
        value={event.confidence ?? 'none'}
        lines={CONFIDENCE}
        onChange={(value) => change({ confidence: value === 'none' ? null : value })}
      />
    </div>
  );
}

function Field({ field: { name, value, evidence } }: { readonly field: EventField }) {
  return (
    <section className={css.field} aria-label={name}>
      <p className={css.value}>
        <span>{name}</span>
        <bdi>{value || 'Not stated'}</bdi>
      </p>
      {evidence.length > 0 && (
        <ul className={css.evidence}>
          {evidence.map((line) => (
            <li key={`${line.claim.id} ${line.highlightId}`}>
              <Evidence line={line} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Evidence({ line: { claim, highlightId, articleId, quote, value, saidBy } }: { readonly line: EvidenceLine }) {
  const { go } = useRoute();
  return (
    <button
      type="button"
      className={css.passage}
      onClick={() => go(readerAt(articleId, { highlightId, eventId: claim.eventId }))}
    >
      <StanceShape form={FORMS[claim.stance]} label={claim.stance} />
      <q dir="auto">{quote}</q>
      {value !== '' && <bdi className={css.stated}>{value}</bdi>}
      <small>
        {claim.stance !== 'asserts' && <b>{claim.stance}, </b>}
        <bdi>{saidBy}</bdi>
      </small>
    </button>
  );
}
