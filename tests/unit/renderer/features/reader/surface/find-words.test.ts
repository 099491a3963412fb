import { describe, expect, it } from 'vitest';
import { findQuery } from '#renderer/features/reader/surface/find-words.ts';

const TEXT = 'The market burnt. Traders left the Márket at noon, opinion has it.';
const words = (typed: string) => findQuery(TEXT, typed).map(({ start, end }) => TEXT.slice(start, end));

describe('findQuery', () => {
  it('finds each word and phrase of a query, and nothing that it leaves out', () => {
    expect(words('market "at noon" -opinion')).toEqual(['market', 'Márket', 'at noon']);
  });

  it('finds patterns and typos', () => {
    expect(words('trad* markte~')).toEqual(['market', 'Traders', 'Márket']);
  });

  it('finds the very words where a query speaks of no place in the text', () => {
    expect(words('burnt. Traders')).toEqual(['burnt', 'Traders']);
    expect(words('title:burnt')).toEqual([]);
    expect(words('.')).toEqual(['.', '.']);
  });
});
