import { Flash } from '@blueprintjs/icons';
import { nameOfEvent } from '#renderer/services/events-editing/event-form.ts';
import { eventLabels } from '#renderer/services/events-editing/event-labels.ts';
import { entitiesById } from '#renderer/services/reader/read-marks.ts';
import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { Empty } from '#renderer/ui/Empty.tsx';
import { dateInWords } from '#shared/dates/date-words.ts';
import type { Codebook } from '#shared/domain/codebook.ts';
import type { ArticleId, CaseId, EventId } from '#shared/domain/ids.ts';
import css from './EventList.module.css';

/** An event of the open article as a list shows it. */
export type ListedEvent = {
  readonly id: EventId;
  readonly label: string;
  readonly name: string;
  readonly when: string;
};

/** The events that passages of the article speak of, in the order in which they were made. */
export function useEventsOfArticle(
  caseId: CaseId,
  articleId: ArticleId,
  codebook: Codebook,
): readonly ListedEvent[] | undefined {
  const { workspace } = useServices();
  return useLive(async () => {
    const labels = eventLabels(await workspace.events.inCase(caseId));
    const events = await workspace.events.inArticle(caseId, articleId);
    const places = await entitiesById(
      workspace,
      events.flatMap(({ placeId }) => placeId ?? []),
    );
    return events.map(({ id, title, type, placeId, when }): ListedEvent => {
      const typeName = codebook.eventTypes.find((one) => one.id === type)?.name;
      const place = (placeId && places.get(placeId)?.name) || null;
      return {
        id,
        label: labels.get(id) ?? '',
        name: nameOfEvent(title, typeName, place, when),
        when: when ? dateInWords(when) : 'date unknown',
      };
    });
  }, [workspace, caseId, articleId, codebook]);
}

type Props = { readonly events: readonly ListedEvent[]; readonly onOpen: (id: EventId) => void };

/** The events of this article; one opens in the form. */
export function EventList({ events, onOpen }: Props) {
  if (events.length === 0) {
    return (
      <Empty icon={<Flash size={20} />} title="No events in this article yet">
        Select a sentence that tells of one, then press v.
      </Empty>
    );
  }
  return (
    <ul className={`${css.list} scroll`}>
      {events.map(({ id, label, name, when }) => (
        <li key={id}>
          <button type="button" onClick={() => onOpen(id)}>
            <b>{label}</b>
            <bdi className="cut">{name}</bdi>
            <small className="tab">{when}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}
