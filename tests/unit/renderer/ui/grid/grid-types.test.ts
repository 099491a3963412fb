import { describe, expect, it } from 'vitest';
import { gridMinWidth, gridTemplate } from '#renderer/ui/grid/grid-types.ts';

const columns = [
  { id: 'tick', name: 'Chosen', width: 26 },
  { id: 'title', name: 'Title', width: 120, minWidth: 230, isFluid: true },
  { id: 'words', name: 'Words', width: 54 },
];

describe('gridTemplate', () => {
  it('gives fixed columns their width and fluid ones the rest', () => {
    expect(gridTemplate(columns)).toBe('26px minmax(230px, 1fr) 54px');
  });
});

describe('gridMinWidth', () => {
  it('adds up what the columns need at least, and what stands before the first', () => {
    expect(gridMinWidth(columns)).toBe(318);
  });
});
