import { describe, expect, it } from 'vitest';
import { splitNames } from '#renderer/services/entities/split-names.ts';
import { type Entity, entitySchema } from '#shared/domain/entity.ts';
import { idFrom } from '#tests/support/marks.ts';

const entity = (name: string, ...names: readonly [text: string, from: Entity['names'][number]['from']][]): Entity =>
  entitySchema.parse({
    id: idFrom(name),
    type: 'person',
    schema: 'Person',
    name,
    names: [[name, 'analyst'] as const, ...names].map(([text, from]) => ({ text, script: null, from })),
    properties: [],
    geometry: null,
    externalIds: [],
    mergedInto: null,
  });
const namesOf = ({ names }: Entity) => names.map(({ text }) => text);

describe('splitNames', () => {
  const from = entity('Orlen', ['Major Orlen', 'passage'], ['the major', 'passage'], ['Old Orlen', 'analyst']);
  const to = entity('Kolt');

  it('gives along the names that only the moved passages use', () => {
    const { left, taken } = splitNames(from, to, ['the major', 'the major'], ['Major Orlen']);
    expect(namesOf(left)).toEqual(['Orlen', 'Major Orlen', 'Old Orlen']);
    expect(namesOf(taken)).toEqual(['Kolt', 'the major']);
  });

  it('leaves names that other passages use too, in whatever case and accents', () => {
    const { left, taken } = splitNames(from, to, ['The Major'], ['THE MAJOR']);
    expect(namesOf(left)).toEqual(namesOf(from));
    expect(namesOf(taken)).toEqual(['Kolt', 'The Major']);
  });

  it('leaves the name that is shown and those that were given by hand', () => {
    const { left } = splitNames(from, to, ['Orlen', 'Old Orlen'], []);
    expect(namesOf(left)).toEqual(namesOf(from));
  });

  it('adds no name twice', () => {
    const { taken } = splitNames(from, entity('Kolt', ['the Májor', 'passage']), ['the major'], []);
    expect(namesOf(taken)).toEqual(['Kolt', 'the Májor']);
  });
});
