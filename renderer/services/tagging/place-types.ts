import type { Codebook, EntityType } from '#shared/domain/codebook.ts';

/** The types of entity that something can happen at; all of them where the codebook has no such type. */
export function placeTypes({ entityTypes }: Codebook): readonly EntityType[] {
  const places = entityTypes.filter(({ tint }) => tint === 'place' || tint === 'site');
  return places.length > 0 ? places : entityTypes;
}
