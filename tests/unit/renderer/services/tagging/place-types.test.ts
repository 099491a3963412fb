import { expect, it } from 'vitest';
import { placeTypes } from '#renderer/services/tagging/place-types.ts';
import { generalCodebook } from '#shared/domain/general-codebook.ts';

it('offers places and sites alone for where something happened', () => {
  expect(placeTypes(generalCodebook).map(({ name }) => name)).toEqual(['Place', 'Site']);
});

it('offers every type of a codebook that has no places', () => {
  const people = generalCodebook.entityTypes.filter(({ tint }) => tint === 'person');
  expect(placeTypes({ ...generalCodebook, entityTypes: people })).toEqual(people);
});
