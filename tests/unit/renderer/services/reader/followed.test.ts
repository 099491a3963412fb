import { describe, expect, it } from 'vitest';
import { followed } from '#renderer/services/reader/read-marks.ts';
import type { Entity } from '#shared/domain/entity.ts';
import type { EntityId } from '#shared/domain/ids.ts';

const entity = (id: string, mergedInto: string | null) => ({ id, mergedInto }) as Entity;
const knownOf = (...all: readonly Entity[]) => new Map(all.map((one): [EntityId, Entity] => [one.id, one]));

describe('followed', () => {
  it('leads to what an entity was merged into in the end', () => {
    const [a, b, c] = [entity('a', 'b'), entity('b', 'c'), entity('c', null)];

    expect(followed(knownOf(a, b, c), a)).toBe(c);
    expect(followed(knownOf(a, b, c), c)).toBe(c);
  });

  it('comes to an end in a circle, which a file from elsewhere may hold', () => {
    const [a, b] = [entity('a', 'b'), entity('b', 'a')];

    expect(['a', 'b']).toContain(followed(knownOf(a, b), a).id);
  });
});
