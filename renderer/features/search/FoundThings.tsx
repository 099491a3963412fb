import type { ReactNode } from 'react';
import { useRoute } from '#renderer/services/route.tsx';
import { useAnswer } from '#renderer/services/search/use-answer.ts';
import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { TypeMark } from '#renderer/ui/TypeMark.tsx';
import { lookOf } from '#renderer/ui/type-icons.ts';
import type { FoundEntity, FoundEvent, SearchQuestion } from '#shared/contracts/search-messages.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import { counted } from './count-words.ts';
import { stepThroughResults } from './focus-result.ts';
import css from './Search.module.css';

type FoundProps = {
  readonly caseId: CaseId;
  readonly question: SearchQuestion;
  readonly limit: number;
  readonly onMore: () => void;
};

/** The entities that the found articles mention. */
export function FoundEntities({ caseId, question, limit, onMore }: FoundProps) {
  const { go } = useRoute();
  const { value } = useAnswer({ type: 'entities', question, limit }, 'entities');
  const codebook = useCodebook(caseId);
  if (value === null) return null;
  const look = ({ type }: FoundEntity) => codebook?.entityTypes.find(({ id }) => id === type);
  return (
    <ThingList label="Entities found" shown={value.found.length} total={value.total} of="entities" onMore={onMore}>
      {value.found.map((entity) => (
        <Thing
          key={entity.entityId}
          articles={entity.articles}
          onOpen={() => go({ place: 'entities', rest: [entity.entityId] })}
        >
          <TypeMark look={lookOf(look(entity) ?? { tint: 'other', icon: 'cube', name: entity.type })} />
          <bdi className="cut">{entity.name}</bdi>
        </Thing>
      ))}
    </ThingList>
  );
}

/** The events that the found articles speak of. */
export function FoundEvents({ caseId, question, limit, onMore }: FoundProps) {
  const { go } = useRoute();
  const { value } = useAnswer({ type: 'events', question, limit }, 'events');
  const codebook = useCodebook(caseId);
  if (value === null) return null;
  const typeOf = ({ type }: FoundEvent) => codebook?.eventTypes.find(({ id }) => id === type)?.name ?? type;
  return (
    <ThingList label="Events found" shown={value.found.length} total={value.total} of="events" onMore={onMore}>
      {value.found.map((event) => (
        <Thing
          key={event.eventId}
          articles={event.articles}
          onOpen={() => go({ caseId: event.caseId, place: 'events', rest: [event.eventId] })}
        >
          <bdi className="cut">{event.title || typeOf(event)}</bdi>
          <span className={css.thingMeta}>{typeOf(event)}</span>
          <span className={css.thingMeta}>{event.when || 'No date'}</span>
        </Thing>
      ))}
    </ThingList>
  );
}

function useCodebook(caseId: CaseId) {
  const { workspace } = useServices();
  return useLive(() => workspace.codebooks.ofCase(caseId), [workspace, caseId]);
}

type ThingListProps = {
  readonly label: string;
  readonly shown: number;
  readonly total: number;
  readonly of: string;
  readonly onMore: () => void;
  readonly children: ReactNode;
};

function ThingList({ label, shown, total, of, onMore, children }: ThingListProps) {
  return (
    <ol className={`${css.results} scroll`} aria-label={label} onKeyDown={stepThroughResults}>
      {children}
      <li className={css.more}>
        {shown.toLocaleString('en')} of {total.toLocaleString('en')} {of} shown
        {shown < total && (
          <Button isSmall onClick={onMore}>
            Show more
          </Button>
        )}
      </li>
    </ol>
  );
}

type ThingProps = { readonly articles: number; readonly onOpen: () => void; readonly children: ReactNode };

function Thing({ articles, onOpen, children }: ThingProps) {
  return (
    <li>
      <button type="button" className={css.thing} data-result onClick={onOpen}>
        {children}
        <span className={css.hits}>{counted(articles, 'article')}</span>
      </button>
    </li>
  );
}
