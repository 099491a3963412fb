import { useSyncExternalStore } from 'react';
import { EntityFeed } from '#renderer/data/entity-feed.ts';
import type { Workspace } from '#renderer/data/workspace.ts';
import { followed } from '#renderer/services/reader/read-marks.ts';
import { useServices } from '#renderer/services/services.ts';
import type { Entity } from '#shared/domain/entity.ts';
import type { EntityId } from '#shared/domain/ids.ts';
import { type FoldedName, matchNames, type NameMatch } from './match-names.ts';

/** Every known name, ready for type-ahead. */
export type EntityIndex = {
  readonly names: readonly FoldedName[];
  readonly entities: ReadonlyMap<EntityId, Entity>;
};

/** An entity that fits what was typed, by the name that fits. */
export type EntityMatch = {
  readonly entity: Entity;
  readonly name: string;
  /** `alike`: with a typo or two. */
  readonly how: NameMatch['how'] | 'alike';
};

const feeds = new WeakMap<Workspace, EntityFeed>();

/** The feed of a workspace: one, however many fields look names up. */
function feedOf(workspace: Workspace): EntityFeed {
  const known = feeds.get(workspace);
  if (known) return known;
  const feed = new EntityFeed(workspace.db);
  feeds.set(workspace, feed);
  return feed;
}

/** Keeps every name of the workspace at hand, so that a look-up waits for nothing. Undefined until first read. */
export function useEntityIndex(): EntityIndex | undefined {
  const { workspace } = useServices();
  const { listen, get } = feedOf(workspace);
  return useSyncExternalStore(listen, get);
}

/** Entities that go by a name like these words, best first; a merged one is given as what it was merged into. */
export function findEntities({ names, entities }: EntityIndex, words: string, most = 8): EntityMatch[] {
  const found = new Map<EntityId, EntityMatch>();
  for (const { entityId, name, how } of matchNames(names, words, most * 2)) {
    const entity = entities.get(entityId);
    const kept = entity && followed(entities, entity);
    if (kept && !found.has(kept.id)) found.set(kept.id, { entity: kept, name, how });
  }
  return [...found.values()].slice(0, most);
}
