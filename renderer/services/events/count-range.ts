import type { Count } from '#shared/domain/event.ts';

/** How many, in figures: `5–9`, `5 or more`, `up to 9`; empty when no number is said. */
export function rangeWords(count: Pick<Count, 'min' | 'max'> | null): string {
  if (!count) return '';
  const { min, max } = count;
  if (min !== null && max !== null) return min === max ? min.toLocaleString('en') : `${min}–${max}`;
  if (min !== null) return `${min} or more`;
  return max === null ? '' : `up to ${max}`;
}

/** "At least" and "at most" as they were typed. */
export type TypedRange = { readonly least: string; readonly most: string };

const NUMBER = String.raw`([\d.,\s]*\d)`;
const BOTH = [new RegExp(`^${NUMBER}$`)];
const LEAST = [
  new RegExp(`^${NUMBER}\\s*(?:\\+|or more|at least)$`, 'i'),
  new RegExp(`^(?:at least|no fewer than|>=|≥)\\s*${NUMBER}$`, 'i'),
];
const MOST = [
  new RegExp(`^(?:up to|at most|no more than|<=|≤)\\s*${NUMBER}$`, 'i'),
  new RegExp(`^${NUMBER}\\s*(?:or fewer|or less|at most)$`, 'i'),
];
const RANGE = [
  new RegExp(`^${NUMBER}\\s*(?:[-–—]|to)\\s*${NUMBER}$`, 'i'),
  new RegExp(`^between\\s+${NUMBER}\\s+and\\s+${NUMBER}$`, 'i'),
];

/**
 * Reads how many as people write it: `5`, `5–9`, `5 to 9`, `at least 5`, `5+`, `up to 9`.
 *
 * @returns the numbers as typed, empty where none is said; null for words that say no number
 */
export function readRange(words: string): TypedRange | null {
  const typed = words.trim();
  if (typed === '') return { least: '', most: '' };
  const find = (patterns: readonly RegExp[]) => patterns.map((one) => one.exec(typed)).find((match) => match !== null);
  const [, both] = find(BOTH) ?? [];
  if (both !== undefined) return { least: both, most: both };
  const [, least] = find(LEAST) ?? [];
  if (least !== undefined) return { least, most: '' };
  const [, most] = find(MOST) ?? [];
  if (most !== undefined) return { least: '', most };
  const [, from, to] = find(RANGE) ?? [];
  return from !== undefined && to !== undefined ? { least: from, most: to } : null;
}
