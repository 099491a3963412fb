import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcomeIdSchema } from '#shared/domain/ids.ts';
import { fileOfOutcome, isOfFile, outcomeIdOf } from '#shared/domain/outcome-id.ts';

const number = fc.nat(2 ** 32 - 1);

describe('the id of an outcome', () => {
  it('fits its schema, and tells the number of its file', () => {
    fc.assert(
      fc.property(number, number, (file, record) => {
        const id = outcomeIdOf(file, record);
        expect(outcomeIdSchema.safeParse(id).success).toBe(true);
        expect(fileOfOutcome(id)).toBe(file);
        expect(isOfFile(id)).toBe(record === 0);
      }),
    );
  });

  it('sorts as the files were chosen, a file before its records', () => {
    fc.assert(
      fc.property(fc.tuple(number, number), fc.tuple(number, number), ([file, record], [other, otherRecord]) => {
        const order = file - other || record - otherRecord;
        const [a, b] = [outcomeIdOf(file, record), outcomeIdOf(other, otherRecord)];
        expect(a < b ? -1 : a > b ? 1 : 0).toBe(Math.sign(order));
      }),
    );
  });

  it('of early versions speaks of a file, and tells no number', () => {
    const early = '01900000-0000-7000-8000-000000000001';

    expect([fileOfOutcome(early), isOfFile(early)]).toEqual([-1, true]);
  });
});
