import type { Entity } from '#shared/domain/entity.ts';
import { fold } from '#shared/text/fold-text.ts';

/**
 * What an entity is once another one is merged into it: its own name, type and values first, and all that the other one
 * had besides. Names that differ in case, accents or marks alone stand once.
 */
export function unitedEntity(kept: Entity, dropped: Entity): Entity {
  const known = new Set(kept.names.map(({ text }) => fold(text)));
  const values = new Map(kept.properties.map(({ name, values: own }) => [name, own]));
  for (const { name, values: others } of dropped.properties) {
    values.set(name, [...new Set([...(values.get(name) ?? []), ...others])]);
  }
  const schemes = new Set(kept.externalIds.map(({ scheme }) => scheme));
  return {
    ...kept,
    names: [...kept.names, ...dropped.names.filter(({ text }) => !known.has(fold(text)))],
    properties: [...values].map(([name, all]) => ({ name, values: all })),
    geometry: kept.geometry ?? dropped.geometry,
    externalIds: [...kept.externalIds, ...dropped.externalIds.filter(({ scheme }) => !schemes.has(scheme))],
  };
}
