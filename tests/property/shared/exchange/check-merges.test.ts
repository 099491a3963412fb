import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MergeCheck } from '#shared/exchange/case-file/check-merges.ts';

/** Rows by number, each merged into another or into nothing. */
const merges = fc.array(fc.option(fc.nat(9), { nil: null }), { maxLength: 10 });

/** Follows from each row for longer than there are rows. */
function hasCircle(into: readonly (number | null)[]): boolean {
  return into.some((_, start) => {
    let at: number | null | undefined = start;
    for (let step = 0; step <= into.length && typeof at === 'number'; step++) at = into[at];
    return typeof at === 'number';
  });
}

it('CASEFILE-19 finds a circle of merged rows just where following them never ends', () => {
  fc.assert(
    fc.property(merges, (into) => {
      const check = new MergeCheck();
      for (const [id, mergedInto] of into.entries()) {
        check.add('entities.jsonl', { id: String(id), mergedInto: mergedInto === null ? null : String(mergedInto) });
        check.add('events.jsonl', { id: String(id), mergedInto: null });
      }
      if (hasCircle(into)) expect(() => check.end()).toThrow('in the end, into itself');
      else expect(() => check.end()).not.toThrow();
    }),
  );
});
