import type { Workspace } from '#renderer/data/workspace.ts';
import { dateInWords } from '#shared/dates/date-words.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import { keptEntity } from './entities/entity-list.ts';
import { nameOfEvent } from './events-editing/event-form.ts';
import { eventLabels } from './events-editing/event-labels.ts';

/** Something that can be gone to by its name. */
export type NamedThing = {
  readonly kind: 'entity' | 'event' | 'article';
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** How the entity's type is drawn; null for the rest, and for a type that the codebook no longer has. */
  readonly type: { readonly tint: string; readonly icon: string; readonly name: string } | null;
  /** What stands beside it: a date, a publisher. */
  readonly side: string;
};

/** Everything of a case that has a name: its entities, events and articles. What was merged goes by the other's name. */
export async function namesInCase(workspace: Workspace, caseId: CaseId): Promise<NamedThing[]> {
  const [codebook, entities, mentions, events, articles] = await Promise.all([
    workspace.codebooks.ofCase(caseId),
    workspace.entities.all(),
    workspace.entities.mentionsInCase(caseId),
    workspace.events.inCase(caseId),
    workspace.articles.columns(caseId),
  ]);
  const kept = keptEntity(entities);
  const names = new Map(entities.map(({ id, name }) => [id, name]));
  const labels = eventLabels(events);
  const mentioned = new Map<string, number>();
  for (const { entityId } of mentions) {
    if (entityId) mentioned.set(kept(entityId), (mentioned.get(kept(entityId)) ?? 0) + 1);
  }
  return [
    ...entities
      .filter(({ mergedInto }) => mergedInto === null)
      .map(({ id, name, names, type }): NamedThing => {
        const count = mentioned.get(id) ?? 0;
        return {
          kind: 'entity',
          id,
          name,
          aliases: names.map(({ text }) => text).filter((text) => text !== name),
          type: codebook.entityTypes.find((one) => one.id === type) ?? null,
          side: count === 1 ? '1 mention' : `${count.toLocaleString('en')} mentions`,
        };
      }),
    ...events
      .filter(({ mergedInto }) => mergedInto === null)
      .map(({ id, title, type, placeId, when }): NamedThing => {
        const typeName = codebook.eventTypes.find((one) => one.id === type)?.name;
        return {
          kind: 'event',
          id,
          name: nameOfEvent(title, typeName, placeId && (names.get(kept(placeId)) ?? null), when),
          aliases: [labels.get(id) ?? '', ...(typeName ? [typeName] : [])],
          type: null,
          side: when === null ? 'no date' : dayWords(when),
        };
      }),
    ...articles.map(({ articleId, title, published }): NamedThing => {
      return {
        kind: 'article',
        id: articleId,
        name: title,
        aliases: [],
        type: null,
        side: published === null ? '' : dayWords(published),
      };
    }),
  ];
}

/** The date in words, without the time of day: a name is told from another by its day. */
function dayWords(edtf: string): string {
  return dateInWords(edtf.replace(/T[^/]*/g, ''));
}
