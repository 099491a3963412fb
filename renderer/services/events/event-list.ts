import type { Workspace } from '#renderer/data/workspace.ts';
import type { Claim } from '#shared/domain/claim.ts';
import type { Count, Effect, Event } from '#shared/domain/event.ts';
import type { CaseId, EventId } from '#shared/domain/ids.ts';
import { keptEntity } from '../entities/entity-list.ts';
import { nameOfEvent } from '../events-editing/event-form.ts';
import { eventLabels } from '../events-editing/event-labels.ts';
import { inOrderOfRoles } from './field-order.ts';

/** What the list shows of one event. */
export type EventRow = {
  readonly id: EventId;
  /** `E14`: what it is called beside passages. */
  readonly label: string;
  readonly title: string;
  readonly typeName: string;
  /** EDTF; null when not stated. */
  readonly when: string | null;
  readonly place: string;
  readonly actors: readonly string[];
  readonly killed: Count | null;
  readonly injured: Count | null;
  readonly casualties: Count | null;
  /** Articles whose passages are evidence. */
  readonly articles: number;
  readonly claims: number;
  readonly denials: number;
  readonly confidence: Event['confidence'];
  /** As it is stored: what an edit starts from. */
  readonly event: Event;
};

/** The events of a case as its list shows them; those that were merged into another are left out. */
export async function readEventList(workspace: Workspace, caseId: CaseId): Promise<EventRow[]> {
  const [codebook, events, claims, highlights, entities] = await Promise.all([
    workspace.codebooks.ofCase(caseId),
    workspace.events.inCase(caseId),
    workspace.claims.inCase(caseId),
    workspace.highlights.inCase(caseId),
    workspace.entities.all(),
  ]);
  const labels = eventLabels(events);
  const kept = keptEntity(entities);
  const names = new Map(entities.map(({ id, name }) => [id, name]));
  const nameOf = (id: Parameters<typeof kept>[0]) => names.get(kept(id)) ?? '';
  const claimsOf = new Map<EventId, Claim[]>();
  for (const claim of claims) {
    const own = claimsOf.get(claim.eventId);
    if (own) own.push(claim);
    else claimsOf.set(claim.eventId, [claim]);
  }
  const articleOf = new Map(highlights.map(({ id, articleId }) => [id, articleId]));
  return events
    .filter(({ mergedInto }) => mergedInto === null)
    .map((event): EventRow => {
      const own = claimsOf.get(event.id) ?? [];
      const type = codebook.eventTypes.find(({ id }) => id === event.type);
      const typeName = type?.name ?? '';
      return {
        id: event.id,
        label: labels.get(event.id) ?? '',
        title: nameOfEvent(event.title, type?.name, event.placeId && nameOf(event.placeId), event.when),
        typeName,
        when: event.when,
        place: event.placeId ? nameOf(event.placeId) : '',
        actors: inOrderOfRoles(event.participants, type).map(({ entityId }) => nameOf(entityId)),
        killed: countOf(event, 'killed'),
        injured: countOf(event, 'injured'),
        casualties: countOf(event, 'killed-or-injured'),
        articles: new Set(own.flatMap(({ highlightIds }) => highlightIds.map((id) => articleOf.get(id)))).size,
        claims: own.length,
        denials: own.filter(({ stance }) => stance === 'denies').length,
        confidence: event.confidence,
        event,
      };
    });
}

function countOf({ counts }: Event, wanted: Effect): Count | null {
  return counts.find(({ effect }) => effect === wanted) ?? null;
}
