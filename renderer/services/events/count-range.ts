import type { Count } from '#shared/domain/event.ts';
import { withFigures } from './number-words.ts';

/** How many, in figures: `5–9`, `5 or more`, `up to 9`; empty when no number is said. */
export function rangeWords(count: Pick<Count, 'min' | 'max'> | null): string {
  if (!count) return '';
  const { min, max } = count;
  if (min !== null && max !== null) return min === max ? min.toLocaleString('en') : `${min}–${max}`;
  if (min !== null) return `${min} or more`;
  return max === null ? '' : `up to ${max}`;
}

/** How many, as it was said where figures alone would say too much: `about 5`, `dozens (12 or more)`; else in figures. */
export function countWords(count: Pick<Count, 'min' | 'max' | 'words'> | null): string {
  const range = rangeWords(count);
  if (!count || !isHedged(count)) return range;
  return /\d/.test(withFigures(count.words)) ? count.words : `${count.words} (${range})`;
}

/** Whether the words of a count say the same as its numbers, and how sure they are. */
export function isHedged({ min, max, words }: Pick<Count, 'min' | 'max' | 'words'>): boolean {
  const read = readRange(words);
  return read !== null && read.words !== '' && numberOf(read.least) === min && numberOf(read.most) === max;
}

/** "At least" and "at most" as they were typed. */
export type TypedRange = {
  readonly least: string;
  readonly most: string;
  /** As it was said, where the numbers do not say how vague that is: `about 5`; else empty. */
  readonly words: string;
};

const NUMBER = String.raw`([\d.,\s]*\d)`;
const BOTH = [new RegExp(`^(?:exactly )?${NUMBER}$`, 'i')];
const LEAST = [
  new RegExp(`^${NUMBER}\\s*(?:\\+|or more|and more|at least)$`, 'i'),
  new RegExp(`^(?:at least|a minimum of|not? (?:fewer|less) than|>=|≥)\\s*${NUMBER}$`, 'i'),
];
const MOST = [
  new RegExp(`^(?:up to|as many as|at most|a maximum of|not? more than|<=|≤)\\s*${NUMBER}$`, 'i'),
  new RegExp(`^${NUMBER}\\s*(?:or fewer|or less|at most)$`, 'i'),
];
const RANGE = [
  new RegExp(`^(?:from\\s+)?${NUMBER}\\s*(?:[-–—]|to|or)\\s*${NUMBER}$`, 'i'),
  new RegExp(`^between\\s+${NUMBER}\\s+and\\s+${NUMBER}$`, 'i'),
];
/** What lies beyond a number, that number left out. */
const BEYOND = new RegExp(`^(?:more than|over|>)\\s*${NUMBER}$`, 'i');
const BELOW = new RegExp(`^(?:fewer than|less than|under|<)\\s*${NUMBER}$`, 'i');
const ABOUT = new RegExp(
  `^(?:about|around|some|roughly|approximately|approx\\.?|circa|ca?\\.|~|nearly|almost)\\s*${NUMBER}$`,
  'i',
);
/** No fewer than this is meant in any case, as those count who may not count too many. */
const VAGUE: Readonly<Record<string, string>> = {
  'a couple': '2',
  'a few': '2',
  several: '2',
  'a dozen': '12',
  dozens: '12',
  scores: '20',
  'a hundred': '100',
  hundreds: '100',
  'a thousand': '1000',
  thousands: '1000',
};

/**
 * Reads how many as people write it: `5`, `5–9`, `5 to 9`, `at least 5`, `5+`, `up to 9`, `about 5`, `dozens`, `twelve`.
 *
 * @returns the numbers as typed, empty where none is said; null for words that say no number
 */
export function readRange(words: string): TypedRange | null {
  const said = words.trim().replace(/\s*\([^)]*\)$/, '');
  const typed = withFigures(said);
  if (typed === '') return { least: '', most: '', words: '' };
  const find = (patterns: readonly RegExp[]) => patterns.map((one) => one.exec(typed)).find((match) => match !== null);
  const [, both] = find(BOTH) ?? [];
  if (both !== undefined) return { least: both, most: both, words: '' };
  const [, least] = find(LEAST) ?? [];
  if (least !== undefined) return { least, most: '', words: '' };
  const [, most] = find(MOST) ?? [];
  if (most !== undefined) return { least: '', most, words: '' };
  const [, from, to] = find(RANGE) ?? [];
  if (from !== undefined && to !== undefined) return { least: from, most: to, words: '' };
  return readOpen(typed) ?? readVague(typed, said);
}

function readOpen(typed: string): TypedRange | null {
  const [, beyond] = BEYOND.exec(typed) ?? [];
  if (beyond !== undefined && isWhole(beyond)) return { least: String(whole(beyond) + 1), most: '', words: '' };
  const [, below] = BELOW.exec(typed) ?? [];
  if (below === undefined || !isWhole(below) || whole(below) === 0) return null;
  return { least: '', most: String(whole(below) - 1), words: '' };
}

function readVague(typed: string, said: string): TypedRange | null {
  const [, about] = ABOUT.exec(typed) ?? [];
  if (about !== undefined) return { least: about, most: about, words: said };
  const least = VAGUE[typed.toLowerCase()];
  return least === undefined ? null : { least, most: '', words: said };
}

/** What two fields say together. */
export type Range = Pick<Count, 'min' | 'max' | 'words'>;

/**
 * Reads the fields "at least" and "at most": a number in each, or in one of them how many as people write it.
 *
 * @returns undefined where they say no whole numbers
 */
export function rangeOf(least: string, most: string): Range | undefined {
  const [min, max] = [numberOf(least), numberOf(most)];
  if (min !== undefined && max !== undefined) return { min, max, words: '' };
  if (least.trim() !== '' && most.trim() !== '') return undefined;
  const read = readRange(least.trim() === '' ? most : least);
  if (!read) return undefined;
  const [from, to] = [numberOf(read.least), numberOf(read.most)];
  return from === undefined || to === undefined ? undefined : { min: from, max: to, words: read.words };
}

/**
 * A whole number as people write it, with or without marks between thousands.
 *
 * @returns null for nothing typed, undefined for what is no whole number
 */
export function numberOf(words: string): number | null | undefined {
  const trimmed = words.trim().replace(/^\+/, '');
  if (trimmed === '') return null;
  return isWhole(trimmed) ? whole(trimmed) : undefined;
}

function whole(words: string): number {
  return Number(words.replace(/(?<=\d)[,.\s](?=\d{3}(?!\d))/g, ''));
}

function isWhole(words: string): boolean {
  return /^\d{1,9}$/.test(words.replace(/(?<=\d)[,.\s](?=\d{3}(?!\d))/g, ''));
}
