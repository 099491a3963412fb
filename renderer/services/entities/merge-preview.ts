import type { Workspace } from '#renderer/data/workspace.ts';
import type { Entity } from '#shared/domain/entity.ts';
import type { CaseId, EntityId } from '#shared/domain/ids.ts';
import { readEntityCard } from './entity-card.ts';

/** One of two entities that may be the same, field by field in words. Both sides have the same fields in the same order. */
export type MergeSide = {
  readonly entity: Entity;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
};

/** Reads one side of a merge; null when the entity is gone. */
export async function readMergeSide(workspace: Workspace, caseId: CaseId, id: EntityId): Promise<MergeSide | null> {
  const card = await readEntityCard(workspace, caseId, id);
  if (!card) return null;
  const { entity, type, mentions, events, note } = card;
  const articles = new Set(mentions.map(({ articleId }) => articleId)).size;
  const { geometry } = entity;
  return {
    entity,
    fields: [
      { name: 'Name', value: entity.name },
      { name: 'Type', value: type?.name ?? entity.type },
      { name: 'Also called', value: namesBeside(entity).join(', ') },
      {
        name: 'Mentions',
        value: `${mentions.length.toLocaleString('en')} in ${articles.toLocaleString('en')} ${articles === 1 ? 'article' : 'articles'}`,
      },
      { name: 'Events', value: events.map(({ title }) => title).join(', ') },
      { name: 'Note', value: note?.text ?? '' },
      { name: 'Position', value: geometry ? `${geometry.latitude}, ${geometry.longitude}` : '' },
      {
        name: 'Known elsewhere as',
        value: entity.externalIds.map(({ scheme, value }) => `${scheme} ${value}`).join(', '),
      },
    ],
  };
}

function namesBeside({ name, names }: Entity): string[] {
  return names.map(({ text }) => text).filter((text) => text !== name);
}
