import { describe, expect, it } from 'vitest';
import { initialsOf, notedShort, notedWords } from '#renderer/services/reader/noted-words.ts';
import { instantOf } from '#shared/kernel/instant.ts';

describe('initialsOf', () => {
  it.each([
    ['N. Kessar', 'NK'],
    ['анна петрова', 'АП'],
    ['نور خليل', 'نخ'],
    ['Jean-Luc de la Tour', 'JLT'],
    ['kessar', 'K'],
    ['', ''],
  ])('shortens %s to %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});

const noted = { name: 'N. Kessar', at: instantOf(new Date(2026, 10, 23, 1, 20).getTime()) };

it('says who wrote a note and when', () => {
  expect(notedWords(noted)).toBe('N. Kessar, 23 Nov 2026, 01:20');
  expect(notedShort(noted)).toBe('NK, 23 Nov');
});
