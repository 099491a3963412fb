import { describe, expect, it } from 'vitest';
import { inlineWords } from '#shared/ingest/markdown/inline-words.ts';

const references = new Map([['ref', 'https://r.example/']]);
const runs = (line: string) => inlineWords(line, references);
const words = (line: string) =>
  runs(line)
    .map((run) => run.words)
    .join('');
const links = (line: string) =>
  runs(line).flatMap(({ words: text, link }) => (link === null ? [] : [`${text} -> ${link.address}`]));

describe('inlineWords', () => {
  it.each([
    ['INGEST-14 emphasis', '*a* and __b__', 'a and b'],
    ['INGEST-14 emphasis inside a word', 'un*frigging*believable', 'unfriggingbelievable'],
    ['INGEST-14 underscores inside a word', 'snake_case_name', 'snake_case_name'],
    ['INGEST-14 a star between spaces', '2 * 3', '2 * 3'],
    ['INGEST-14 an escaped sign', '\\*a\\* \\[b\\] c\\d', '*a* [b] c\\d'],
    ['INGEST-14 code with marks in it', '`*a* [b](c)`', '*a* [b](c)'],
    ['INGEST-14 code with back quotes in it', '`` a`b ``', 'a`b'],
    ['INGEST-14 back quotes that are not closed', 'a ``b', 'a ``b'],
    ['INGEST-14 a picture', 'a ![b](c.png)d', 'a d'],
    ['INGEST-14 a picture by reference', 'a ![b][ref]d', 'a d'],
    ['INGEST-14 a break', 'a<br/>b', 'a\nb'],
    ['INGEST-14 tags', '<b class="x">a</b> <i>b</i>', 'a b'],
    ['INGEST-14 what only looks like a tag', 'a < b > c, 1<2', 'a < b > c, 1<2'],
    ['INGEST-14 brackets', '[sic] and [x][y]', '[sic] and [x][y]'],
    ['INGEST-14 words alone', 'plain', 'plain'],
    ['INGEST-14 nothing', '', ''],
  ])('keeps the words of %s', (_, line, wanted) => {
    expect(words(line)).toBe(wanted);
  });

  it.each([
    ['INGEST-14 a link', '[a](https://a.example/)', ['a -> https://a.example/']],
    ['INGEST-14 a link with a title', "[a](https://a.example/ 'b')", ['a -> https://a.example/']],
    [
      'INGEST-14 a link with marks in its words',
      '[a **b**](https://a.example/)',
      ['a  -> https://a.example/', 'b -> https://a.example/'],
    ],
    ['INGEST-14 a link by name', '[a][Ref]', ['a -> https://r.example/']],
    ['INGEST-14 a link by its own words', '[ref] [REF][]', ['ref -> https://r.example/', 'REF -> https://r.example/']],
    ['INGEST-14 a link to a place nearby', '[a](../b.html)', ['a -> ../b.html']],
    ['INGEST-14 an address in angle brackets', '<mailto:a@b.example>', ['mailto:a@b.example -> mailto:a@b.example']],
    [
      'INGEST-14 an address by itself',
      'see https://a.example/b_c, or',
      ['https://a.example/b_c -> https://a.example/b_c'],
    ],
    ['INGEST-14 no link that would run something', '[a](javascript:b)', []],
    ['INGEST-14 no link without an address', '[a]()', []],
  ])('finds %s', (_, line, wanted) => {
    expect(links(line)).toEqual(wanted);
  });

  it('INGEST-14 keeps the words behind a link with marks in it', () => {
    expect(words('[*a*](https://a.example/) *b* c')).toBe('a b c');
  });
});
