import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isSameJson } from '#shared/custody/canonical-json.ts';
import { applyChange, invertChanges, type PlainRow, withSortedSets } from '#shared/custody/change.ts';
import { difference } from '#shared/custody/make-change.ts';
import type { Entity } from '#shared/domain/entity.ts';
import type { EntityId } from '#shared/domain/ids.ts';
import type { Change } from '#shared/domain/ledger.ts';

/** Few values, so that rows meet in some fields and differ in others. */
const word = fc.constantFrom('a', 'b', 'ب', '[', ']', 'a]');
const entity: fc.Arbitrary<Entity> = fc
  .record({
    type: word,
    schema: fc.constant('Person'),
    name: word,
    names: fc.uniqueArray(
      fc.record({ text: word, script: fc.option(word), from: fc.constantFrom('analyst' as const, 'passage' as const) }),
      { selector: ({ text }) => text, maxLength: 4 },
    ),
    properties: fc.uniqueArray(fc.record({ name: word, values: fc.array(word, { maxLength: 2 }) }), {
      selector: ({ name }) => name,
      maxLength: 3,
    }),
  })
  .map((fields) =>
    withSortedSets('entities', {
      id: '01957c11-3e00-7000-8000-000000000001' as EntityId,
      geometry: null,
      externalIds: [],
      mergedInto: null,
      ...fields,
    }),
  );

it('CUSTODY-14 leads from any row to any other by their difference', () => {
  fc.assert(
    fc.property(entity, entity, (before, after) => {
      expect(applyAll(before, difference('entities', before, after))).toEqual(after);
    }),
  );
});

it('CUSTODY-11 gives back the very row when changes are taken back', () => {
  fc.assert(
    fc.property(entity, entity, (before, after) => {
      const changes = difference('entities', before, after);
      expect(applyAll(applyAll(before, changes), invertChanges(changes))).toEqual(before);
    }),
  );
});

it('CUSTODY-12 refuses a change unless its value stands', () => {
  fc.assert(
    fc.property(entity, entity, entity, (before, after, other) => {
      for (const change of difference('entities', before, after)) {
        const stands = standing(other, change);
        if (isSameJson(stands, change.before)) applyChange(other, change);
        else expect(() => applyChange(other, change)).toThrow();
      }
    }),
  );
});

it('CUSTODY-13 comes to the same row in whatever order elements change', () => {
  fc.assert(
    fc.property(entity, entity, (before, after) => {
      const changes = difference('entities', before, after);
      expect(applyAll(before, [...changes].reverse())).toEqual(applyAll(before, changes));
    }),
  );
});

function applyAll(row: PlainRow, changes: readonly Change[]): PlainRow {
  let now: PlainRow | null = row;
  for (const change of changes) now = applyChange(now, change);
  if (now === null) throw new Error('No change here removes the row.');
  return now;
}

/** What a change meets, found without the code under test. */
function standing(row: Entity, { field }: Change): unknown {
  const [, name, element] = /^(\w+)(?:\[(.*)\])?$/.exec(field ?? '') ?? [];
  const value: unknown = new Map<string, unknown>(Object.entries(row)).get(name ?? '');
  if (element === undefined || !Array.isArray(value)) return value;
  return value.find((each: { text?: string; name?: string }) => (each.text ?? each.name) === element) ?? null;
}
