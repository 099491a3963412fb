import { describe, expect, it } from 'vitest';
import { peopleIn } from '#shared/ingest/metadata/byline-names.ts';

describe('peopleIn', () => {
  it.each([
    ['By Ada Lovelace', ['Ada Lovelace']],
    ['By Ada Lovelace and Charles Babbage', ['Ada Lovelace', 'Charles Babbage']],
    ['Ada Lovelace, Charles Babbage, Grace Hopper', ['Ada Lovelace', 'Charles Babbage', 'Grace Hopper']],
    ['Ada Lovelace; Grace Hopper', ['Ada Lovelace', 'Grace Hopper']],
    ['By Ada Lovelace | Reuters', ['Ada Lovelace']],
    ['Von Ada Lovelace und Grace Hopper', ['Ada Lovelace', 'Grace Hopper']],
    ['Par Ada Lovelace et Grace Hopper', ['Ada Lovelace', 'Grace Hopper']],
    ['Written by Ada Lovelace – 10 November 2019', ['Ada Lovelace']],
    ['Ada Lovelace, London', ['Ada Lovelace, London']],
    ['Ada Lovelace ada@outlet.example', ['Ada Lovelace']],
    ['بقلم: ليان دردوس', ['ليان دردوس']],
    ['Автор: Анна Иванова', ['Анна Иванова']],
    ['記者：山田太郎', ['山田太郎']],
    ['Mary-Jane O’Neill', ['Mary-Jane O’Neill']],
  ])('META-1 reads %s', (line, names) => {
    expect(peopleIn(line)).toEqual(names);
  });

  it.each([
    '',
    'https://outlet.example/ada',
    '10 November 2019',
    'admin',
    '3 comments',
    'x'.repeat(10_000),
    `By ${'Ada Lovelace, '.repeat(800)}`,
    '{{author.name}}',
  ])('META-1 finds nobody in %s', (line) => {
    expect(peopleIn(line)).toEqual([]);
  });

  it('META-1 keeps marks inside a name that nobody sees', () => {
    expect(peopleIn('By Ada\u200b Lovelace')).toEqual(['Ada\u200b Lovelace']);
  });
});
