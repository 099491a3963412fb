import { useKeysOf } from '#renderer/services/commands/use-commands.ts';
import { type EntityCard, type MentionInContext, readEntityCard } from '#renderer/services/entities/entity-card.ts';
import { notedWords } from '#renderer/services/reader/noted-words.ts';
import { readerAt } from '#renderer/services/reader/reader-route.ts';
import { useRoute } from '#renderer/services/route.tsx';
import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { GroupHead } from '#renderer/ui/Facts.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TypeMark } from '#renderer/ui/TypeMark.tsx';
import { lookOf } from '#renderer/ui/type-icons.ts';
import { shortDate } from '#shared/dates/short-date.ts';
import type { EntityType } from '#shared/domain/codebook.ts';
import type { CaseId, EntityId } from '#shared/domain/ids.ts';
import { toPayload } from '#shared/kernel/app-error.ts';
import css from './Entities.module.css';
import { EntityNames } from './EntityNames.tsx';
import { EntityNoteField } from './EntityNoteField.tsx';
import { MergedEntities } from './MergedEntities.tsx';

type EntityCardPanelProps = {
  readonly caseId: CaseId;
  readonly entityId: EntityId | null;
  readonly types: readonly EntityType[];
  readonly onAsk: (question: 'merge' | 'split') => void;
};

/** The entity in hand: its names, type, note, events, and every passage that names it. */
export function EntityCardPanel({ caseId, entityId, types, onAsk }: EntityCardPanelProps) {
  const { workspace } = useServices();
  const card = useLive(
    () => (entityId ? readEntityCard(workspace, caseId, entityId) : null),
    [workspace, caseId, entityId],
  );
  return (
    <Panel label="Entity" width={360} side="end" className={css.panel}>
      {card ? (
        <Card key={card.entity.id} card={card} caseId={caseId} types={types} onAsk={onAsk} />
      ) : (
        entityId === null && <p className={css.hint}>The entity in hand is shown here: click a row.</p>
      )}
    </Panel>
  );
}

type CardProps = Pick<EntityCardPanelProps, 'caseId' | 'types' | 'onAsk'> & { readonly card: EntityCard };

function Card({ card: { entity, type, mentions, events, note, noted, merged }, caseId, types, onAsk }: CardProps) {
  const keys = { merge: useKeysOf('entity:merge'), split: useKeysOf('entity:split') };
  const { workspace, notices } = useServices();
  const { go } = useRoute();
  const setType = (id: string) => {
    const wanted = types.find((each) => each.id === id);
    if (!wanted) return;
    workspace.entities
      .edit(caseId, entity.id, { type: wanted.id, schema: wanted.schema })
      .catch((error: unknown) => notices.warn(toPayload(error).message));
  };
  return (
    <div className={css.card}>
      <header className={css.head}>
        <TypeMark look={lookOf(type ?? { tint: 'other', icon: 'cube', name: 'No type' })} size={24} />
        <h2>
          <bdi>{entity.name}</bdi>
        </h2>
      </header>
      <p className={css.acts}>
        <Button isSmall keys={keys.merge} onClick={() => onAsk('merge')}>
          Merge…
        </Button>
        <Button isSmall keys={keys.split} disabled={mentions.length === 0} onClick={() => onAsk('split')}>
          Split…
        </Button>
      </p>
      <Select
        label="Type"
        isBeside
        value={entity.type}
        onChange={setType}
        lines={[
          ...(type ? [] : [{ value: entity.type, words: 'No longer in the codebook' }]),
          ...types.map(({ id, name }) => ({ value: id, words: name })),
        ]}
      />
      <EntityNames entity={entity} caseId={caseId} />
      {merged.length > 0 && <MergedEntities caseId={caseId} merged={merged} />}
      <GroupHead>Note</GroupHead>
      <EntityNoteField caseId={caseId} entityId={entity.id} note={note} />
      {noted && (
        <small className={css.noted}>
          <bdi>{notedWords(noted)}</bdi>
        </small>
      )}
      {events.length > 0 && (
        <section>
          <GroupHead end={events.length}>Events</GroupHead>
          <ul className={css.events}>
            {events.map(({ id, title, as }) => (
              <li key={id}>
                <button type="button" className={css.line} onClick={() => go({ place: 'events', rest: [id] })}>
                  <bdi className="cut">{title}</bdi>
                  <small>{as}</small>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <GroupHead end={mentions.length.toLocaleString('en')}>Mentions in context</GroupHead>
      {mentions.length === 0 && <p className={css.hint}>No passage of this case names it yet.</p>}
      <ul className={css.mentions} aria-label="Mentions in context">
        {mentions.map((mention) => (
          <li key={mention.highlightId}>
            <Mention mention={mention} tint={type?.tint ?? 'other'} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Mention({ mention, tint }: { readonly mention: MentionInContext; readonly tint: string }) {
  const { go } = useRoute();
  const { highlightId, articleId, before, quote, after, publisher, published, language } = mention;
  return (
    <button type="button" className={css.mention} onClick={() => go(readerAt(articleId, { highlightId }))}>
      <span lang={language || undefined} dir="auto" className={css.context}>
        {before}
        <mark className={css.hit} style={{ background: `var(--${tint}-tint)`, color: `var(--${tint}-ink)` }}>
          {quote}
        </mark>
        {after}
      </span>
      <small>
        <bdi>{publisher || 'Publisher not known'}</bdi>
        {published && `, ${shortDate(published)}`}
      </small>
    </button>
  );
}
