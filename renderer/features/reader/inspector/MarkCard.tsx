import { useKeysOf } from '#renderer/services/commands/use-commands.ts';
import type { Mark, MarkedEntity } from '#renderer/services/reader/mark.ts';
import { notedWords } from '#renderer/services/reader/noted-words.ts';
import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { StanceShape } from '#renderer/ui/Shapes.tsx';
import { TypeMark } from '#renderer/ui/TypeMark.tsx';
import { lookOf } from '#renderer/ui/type-icons.ts';
import type { CaseId, EventId } from '#shared/domain/ids.ts';
import { STANCE_FORMS } from '../stances.ts';
import css from './MarkCard.module.css';

type Props = { readonly caseId: CaseId; readonly mark: Mark };

/** What a marked passage means: the entities it names, the events it speaks of, its note. */
export function MarkCard({ caseId, mark }: Props) {
  return (
    <>
      {mark.entities.map((entity) => (
        <EntityPart key={entity.mentionId ?? entity.name} caseId={caseId} entity={entity} />
      ))}
      {mark.claims.map((claim) => (
        <p key={claim.claimId} className={css.claim}>
          <StanceShape form={STANCE_FORMS[claim.stance]} size={10} />
          <b>{claim.eventLabel}</b> {claim.stance}
          {claim.path && <span className={css.muted}>{fieldWords(claim.path)}</span>}
        </p>
      ))}
      {mark.note && (
        <p className={css.note} dir="auto">
          {mark.note}
          {mark.noted && (
            <small className={css.by} dir="ltr">
              <bdi>{notedWords(mark.noted)}</bdi>
            </small>
          )}
        </p>
      )}
    </>
  );
}

function EntityPart({ caseId, entity }: { readonly caseId: CaseId; readonly entity: MarkedEntity }) {
  const { workspace } = useServices();
  const known = useLive(async () => {
    const { entityId } = entity;
    if (entityId === null) return undefined;
    const names = (await workspace.entities.get(entityId))?.names ?? [];
    return { names, mentions: (await workspace.highlights.mentionsOf(caseId, entityId)).length };
  }, [workspace, caseId, entity.entityId]);
  const others = (known?.names ?? []).filter(({ text }) => text !== entity.name);
  return (
    <div className={css.entity}>
      <div className={css.head}>
        <TypeMark look={lookOf({ ...entity, name: entity.typeName })} size={24} isNamed={false} />
        <h3>
          <bdi>{entity.name}</bdi>
        </h3>
        <span className={css.type}>{entity.typeName}</span>
      </div>
      {others.length > 0 && (
        <p className={css.names}>
          {others.slice(0, 8).map(({ text }) => (
            <bdi key={text}>{text}</bdi>
          ))}
        </p>
      )}
      <p className={css.muted}>
        {known ? `${known.mentions} ${known.mentions === 1 ? 'mention' : 'mentions'} in this case` : ' '}
      </p>
    </div>
  );
}

type ActsProps = {
  readonly mark: Mark;
  readonly onRelink: () => void;
  readonly onNote: () => void;
  readonly onRemove: () => void;
  readonly onEntity: (entity: MarkedEntity) => void;
  readonly onEvent: (id: EventId) => void;
};

/** What can be done with the mark in hand. */
export function MarkActs({ mark, onRelink, onNote, onRemove, onEntity, onEvent }: ActsProps) {
  const removeKey = useKeysOf('mark:remove');
  const [entity] = mark.entities;
  const events = [...new Map(mark.claims.map((claim) => [claim.eventId, claim])).values()];
  return (
    <div className={css.acts}>
      {entity && (
        <>
          <Button isSmall onClick={() => onEntity(entity)}>
            Open card
          </Button>
          <Button isSmall onClick={onRelink}>
            Change link…
          </Button>
        </>
      )}
      {events.map(({ eventId, eventLabel }) => (
        <Button key={eventId} isSmall onClick={() => onEvent(eventId)}>
          Open {eventLabel}
        </Button>
      ))}
      <Button isSmall onClick={onNote}>
        {mark.note ? 'Edit note…' : 'Add note…'}
      </Button>
      <Button isSmall keys={removeKey} onClick={onRemove}>
        Remove
      </Button>
    </div>
  );
}

const FIELDS: Readonly<Record<string, string>> = {
  type: 'type',
  when: 'date',
  placeId: 'place',
  participants: 'actors',
};

function fieldWords(path: string): string {
  return FIELDS[path] ?? (path.startsWith('counts') ? 'count' : path);
}
