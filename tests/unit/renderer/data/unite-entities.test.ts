import { describe, expect, it } from 'vitest';
import { unitedEntity } from '#renderer/data/unite-entities.ts';
import { type Entity, entitySchema } from '#shared/domain/entity.ts';
import { idFrom } from '#tests/support/marks.ts';

const entity = (name: string, fields: Partial<Record<keyof Entity, unknown>> = {}): Entity =>
  entitySchema.parse({
    id: idFrom(name),
    type: 'place',
    schema: 'Address',
    name,
    names: [{ text: name, script: null, from: 'analyst' }],
    properties: [],
    geometry: null,
    externalIds: [],
    mergedInto: null,
    ...fields,
  });
const point = { latitude: 36.6, longitude: 40.3, precision: 'town', metres: null };

describe('unitedEntity', () => {
  it('keeps its own id, name and type, and takes every other name once', () => {
    const other = entity('Tal Tamr', {
      type: 'site',
      names: [
        { text: 'Tal Tamr', script: null, from: 'analyst' },
        { text: 'tell tamr', script: null, from: 'passage' },
        { text: 'تل تمر', script: null, from: 'passage' },
      ],
    });
    const united = unitedEntity(entity('Tell Tamr'), other);
    expect(united).toMatchObject({ id: idFrom('Tell Tamr'), name: 'Tell Tamr', type: 'place', mergedInto: null });
    expect(united.names.map(({ text }) => text)).toEqual(['Tell Tamr', 'Tal Tamr', 'تل تمر']);
  });

  it('takes a position, ids and properties that it has none of its own for', () => {
    const other = entity('B', {
      geometry: point,
      externalIds: [
        { scheme: 'wikidata', value: 'Q2' },
        { scheme: 'geonames', value: '9' },
      ],
      properties: [{ name: 'country', values: ['sy', 'iq'] }],
    });
    const own = entity('A', {
      externalIds: [{ scheme: 'wikidata', value: 'Q1' }],
      properties: [{ name: 'country', values: ['sy'] }],
    });
    expect(unitedEntity(own, other)).toMatchObject({
      geometry: point,
      externalIds: [
        { scheme: 'wikidata', value: 'Q1' },
        { scheme: 'geonames', value: '9' },
      ],
      properties: [{ name: 'country', values: ['sy', 'iq'] }],
    });
    expect(unitedEntity(entity('A', { geometry: { ...point, latitude: 1 } }), other).geometry?.latitude).toBe(1);
  });

  it('is itself with one that has nothing besides', () => {
    const own = entity('A', { properties: [{ name: 'country', values: ['sy'] }] });
    expect(unitedEntity(own, entity('a'))).toEqual(own);
  });
});
