import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitColumns } from '#renderer/ui/grid/fit-columns.ts';
import { gridMinWidth } from '#renderer/ui/grid/grid-types.ts';

const columns = fc
  .array(fc.record({ width: fc.integer({ min: 20, max: 200 }), yields: fc.integer({ min: 0, max: 9 }) }))
  .map((list) => list.map((one, at) => ({ ...one, id: String(at), name: `Column ${at}` })));

test('columns fit, or nothing is left that gives way; none gives way while a readier one stands, nor without need', () => {
  fc.assert(
    fc.property(columns, fc.integer({ min: 0, max: 1500 }), (all, width) => {
      const fitting = fitColumns(all, width);
      const gone = all.filter((column) => !fitting.includes(column));
      const most = Math.max(0, ...fitting.map(({ yields = 0 }) => yields));
      const least = Math.min(...gone.map(({ yields }) => yields));
      expect(gridMinWidth(fitting) <= width || most === 0).toBe(true);
      expect(gone.every(({ yields }) => yields > 0 && yields >= most)).toBe(true);
      const last = gone.find(({ yields }) => yields === least);
      if (last) expect(gridMinWidth([...fitting, last])).toBeGreaterThan(width);
      expect(fitting).toEqual(all.filter((column) => fitting.includes(column)));
    }),
  );
});
