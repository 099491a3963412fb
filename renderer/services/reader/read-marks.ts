import type { LinkedHighlight } from '#renderer/data/repositories/highlights.ts';
import type { Workspace } from '#renderer/data/workspace.ts';
import { eventLabels } from '#renderer/services/events-editing/event-labels.ts';
import type { Codebook } from '#shared/domain/codebook.ts';
import type { Entity } from '#shared/domain/entity.ts';
import type { ArticleId, CaseId, EntityId, TextId } from '#shared/domain/ids.ts';
import type { Mention } from '#shared/domain/mention.ts';
import type { Mark, MarkedEntity } from './mark.ts';
import { presentQuotes, type QuoteOf } from './present-quotes.ts';

/** The marked passages of an article that stand in one of its text versions, with all that they mean, in order of the text. */
export async function readMarks(
  workspace: Workspace,
  caseId: CaseId,
  articleId: ArticleId,
  textId: TextId,
): Promise<Mark[]> {
  const linked = await workspace.highlights.linkedInArticle(caseId, articleId);
  const mentioned = linked.flatMap(({ mentions }) => mentions.flatMap(({ entityId }) => entityId ?? []));
  const entities = await entitiesById(workspace, mentioned);
  const codebook = await workspace.codebooks.ofCase(caseId);
  const labels = eventLabels(await workspace.events.inCase(caseId));
  const quoteOf = await presentQuotes(
    workspace,
    linked.map(({ highlight }) => highlight).filter(({ now }) => now?.textId === textId),
  );
  return linked
    .flatMap((each) => toMark(each, textId, { entities, codebook, labels, quoteOf }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Entities by the id under which they were linked: a merged one is found as what it was merged into. */
export async function entitiesById(
  workspace: Workspace,
  ids: readonly EntityId[],
): Promise<ReadonlyMap<EntityId, Entity>> {
  const known = new Map<EntityId, Entity>();
  let wanted = [...new Set(ids)];
  while (wanted.length > 0) {
    const found = await workspace.entities.byIds(wanted);
    for (const entity of found) known.set(entity.id, entity);
    wanted = found.flatMap(({ mergedInto }) => (mergedInto && !known.has(mergedInto) ? [mergedInto] : []));
  }
  return new Map([...known].map(([id, entity]) => [id, followed(known, entity)]));
}

/** What an entity was merged into, in the end; itself when it was not. A circle, which a stranger's file may hold, ends where it closes. */
export function followed(known: ReadonlyMap<EntityId, Entity>, entity: Entity): Entity {
  const visited = new Set<EntityId>();
  let at = entity;
  for (let next = at.mergedInto && known.get(at.mergedInto); next; next = at.mergedInto && known.get(at.mergedInto)) {
    if (visited.has(next.id)) break;
    visited.add(next.id);
    at = next;
  }
  return at;
}

type Known = {
  readonly entities: ReadonlyMap<EntityId, Entity>;
  readonly codebook: Codebook;
  readonly labels: ReturnType<typeof eventLabels>;
  readonly quoteOf: QuoteOf;
};

function toMark({ highlight, mentions, claims }: LinkedHighlight, textId: TextId, known: Known): Mark[] {
  const { id, now, note, state } = highlight;
  if (now === null || now.textId !== textId || state !== 'placed') return [];
  return [
    {
      id,
      start: now.start,
      end: now.end,
      quote: known.quoteOf(highlight).exact,
      entities: mentions.flatMap((mention) => toMarkedEntity(mention, known)),
      claims: claims.flatMap(({ id: claimId, eventId, stance, path }) => {
        const eventLabel = known.labels.get(eventId);
        return eventLabel === undefined ? [] : [{ claimId, eventId, eventLabel, stance, path }];
      }),
      note,
      isPending: false,
    },
  ];
}

function toMarkedEntity({ id, entityId }: Mention, { entities, codebook }: Known): MarkedEntity[] {
  const entity = entityId && entities.get(entityId);
  return entity ? [markedEntity(entity, id, codebook)] : [];
}

/** An entity as a mark of it is drawn. A type that the codebook does not have is drawn as Other. */
export function markedEntity(
  { id, name, type }: { readonly id: EntityId | null; readonly name: string; readonly type: string },
  mentionId: Mention['id'] | null,
  codebook: Codebook,
): MarkedEntity {
  const known = codebook.entityTypes.find((one) => one.id === type);
  const { tint, icon, name: typeName } = known ?? { tint: 'other' as const, icon: 'cube', name: type };
  return { mentionId, entityId: id, name, typeName, tint, icon };
}
