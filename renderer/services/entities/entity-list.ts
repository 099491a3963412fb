import type { Workspace } from '#renderer/data/workspace.ts';
import { dateSortKey } from '#shared/dates/date-order.ts';
import type { EntityType } from '#shared/domain/codebook.ts';
import type { Entity } from '#shared/domain/entity.ts';
import type { ArticleId, CaseId, EntityId, HighlightId } from '#shared/domain/ids.ts';

/** What the list shows of one entity. */
export type EntityRow = {
  readonly id: EntityId;
  readonly name: string;
  /** Its other names. */
  readonly aliases: readonly string[];
  /** Undefined for a type that the codebook no longer has. */
  readonly type: EntityType | undefined;
  readonly mentions: number;
  readonly articles: number;
  /** EDTF of the earliest and latest article that names it; null when none is dated. */
  readonly first: string | null;
  readonly last: string | null;
  /** False for one that only other cases speak of. */
  readonly isOfCase: boolean;
};

/** The entities of the workspace as a case sees them: its own, those that nothing speaks of yet, and those of other cases. */
export async function readEntityList(workspace: Workspace, caseId: CaseId): Promise<EntityRow[]> {
  const [codebook, entities, mentions, highlights, events, columns, claims, notes, spokenOf] = await Promise.all([
    workspace.codebooks.ofCase(caseId),
    workspace.entities.all(),
    workspace.entities.mentionsInCase(caseId),
    workspace.highlights.inCase(caseId),
    workspace.events.inCase(caseId),
    workspace.articles.columns(caseId),
    workspace.claims.inCase(caseId),
    workspace.entityNotes.inCase(caseId),
    workspace.entities.spokenOf(),
  ]);
  const articleOf = new Map(highlights.map(({ id, articleId }): [HighlightId, ArticleId] => [id, articleId]));
  const publishedOf = new Map(columns.map(({ articleId, published }) => [articleId, published]));
  const kept = keptEntity(entities);
  const seen = new Map<EntityId, { mentions: number; articles: Set<ArticleId> }>();
  const seenOf = (id: EntityId) => {
    const owner = kept(id);
    const one = seen.get(owner) ?? { mentions: 0, articles: new Set<ArticleId>() };
    seen.set(owner, one);
    return one;
  };
  for (const { entityId, highlightIds } of mentions) {
    if (!entityId) continue;
    const one = seenOf(entityId);
    one.mentions++;
    for (const id of highlightIds) {
      const articleId = articleOf.get(id);
      if (articleId) one.articles.add(articleId);
    }
  }
  for (const { placeId, participants } of events) {
    for (const id of [placeId, ...participants.map(({ entityId }) => entityId)]) if (id) seenOf(id);
  }
  for (const { saidBy } of claims) for (const { entityId } of saidBy) if (entityId) seenOf(entityId);
  for (const { entityId } of notes) seenOf(entityId);
  return entities
    .filter(({ mergedInto }) => mergedInto === null)
    .map((entity): EntityRow => {
      const one = seen.get(entity.id);
      const dates = [...(one?.articles ?? [])].flatMap((id) => publishedOf.get(id) || []).sort(byDate);
      return {
        id: entity.id,
        name: entity.name,
        aliases: entity.names.map(({ text }) => text).filter((text) => text !== entity.name),
        type: codebook.entityTypes.find(({ id }) => id === entity.type),
        mentions: one?.mentions ?? 0,
        articles: one?.articles.size ?? 0,
        first: dates[0] ?? null,
        last: dates.at(-1) ?? null,
        isOfCase: one !== undefined || !spokenOf.has(entity.id),
      };
    });
}

/** Follows `mergedInto` to the entity that stands for another; an entity merged in a circle stands for itself. */
export function keptEntity(entities: readonly Entity[]): (id: EntityId) => EntityId {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  return (id) => {
    const visited = new Set<EntityId>();
    let at = id;
    for (let next = byId.get(at)?.mergedInto; next && !visited.has(next); next = byId.get(at)?.mergedInto) {
      visited.add(next);
      at = next;
    }
    return at;
  };
}

function byDate(a: string, b: string): number {
  return dateSortKey(a) - dateSortKey(b);
}
