import { describe, expect, it } from 'vitest';
import { fitColumns } from '#renderer/ui/grid/fit-columns.ts';

const columns = [
  { id: 'title', name: 'Title', width: 100, isFluid: true },
  { id: 'actors', name: 'Actors', width: 80, yields: 2 },
  { id: 'when', name: 'When', width: 60, yields: 0 },
  { id: 'articles', name: 'Articles', width: 50, yields: 3 },
];
const ids = (width: number) => fitColumns(columns, width).map(({ id }) => id);

describe('fitColumns', () => {
  it('shows every column where they fit', () => {
    expect(ids(298)).toEqual(['title', 'actors', 'when', 'articles']);
    expect(fitColumns(columns, 298)).toBe(columns);
  });

  it('lets columns give way one after another, the readiest first, in their order', () => {
    expect(ids(297)).toEqual(['title', 'actors', 'when']);
    expect(ids(247)).toEqual(['title', 'when']);
  });

  it('keeps what does not give way, though the grid then scrolls', () => {
    expect(ids(10)).toEqual(['title', 'when']);
  });
});
