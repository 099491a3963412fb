import { describe, expect, it } from 'vitest';
import { neighbour } from '#shared/dates/date-neighbour.ts';

const date = (text: string) => {
  const [year = null, month = null, day = null] = text.split('-').map((part) => (part === 'X' ? null : Number(part)));
  return { year, month, day };
};

describe('neighbour', () => {
  it.each([
    ['DATES-10 the day before', '2024-3-14', -1, '2024-3-13'],
    ['DATES-10 the day before the first', '2024-3-1', -1, '2024-2-29'],
    ['DATES-10 the day before the first of a year', '2024-1-1', -1, '2023-12-31'],
    ['DATES-10 the day after', '2024-3-14', 1, '2024-3-15'],
    ['DATES-10 the day after the last', '2023-2-28', 1, '2023-3-1'],
    ['DATES-10 the day after the last of a year', '2023-12-31', 1, '2024-1-1'],
    ['DATES-10 the day after 28 February of an unknown year', 'X-2-28', 1, 'X-2-29'],
    ['DATES-10 the month before', '2024-1', -1, '2023-12'],
    ['DATES-10 the month after', '2024-12', 1, '2025-1'],
    ['DATES-10 the month after of an unknown year', 'X-12', 1, 'X-1'],
    ['DATES-10 the year before', '2024', -1, '2023'],
    ['DATES-10 the date itself', '2024-3-14', 0, '2024-3-14'],
  ] as const)('finds %s', (_, from, step, wanted) => {
    expect(neighbour(date(from), step)).toEqual(date(wanted));
  });
});
