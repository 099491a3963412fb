import { useMemo } from 'react';
import { followed } from '#renderer/services/reader/read-marks.ts';
import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
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

/** Keeps every name of the workspace at hand, so that a look-up waits for nothing. Undefined until first read. */
export function useEntityIndex(): EntityIndex | undefined {
  const { workspace } = useServices();
  const read = useLive(
    async () => ({ names: await workspace.entities.names(), all: await workspace.entities.all() }),
    [workspace],
  );
  return useMemo(() => read && { names: read.names, entities: new Map(read.all.map((one) => [one.id, one])) }, [read]);
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
