import { describe, expect, it } from 'vitest';
import { linksOf, readMarkdown, shapeOf } from '#tests/support/ingest/read.ts';

/** What is observed of any English text. */
const WORDS = { field: 'language', value: 'en', rule: 'words', place: 'text' };

describe('Markdown', () => {
  it.each([
    ['INGEST-14 headings', '# a #\ntext\n### b', ['heading1 a', 'paragraph text', 'heading3 b']],
    ['INGEST-14 underlined headings', 'a\n===\nb\n---\ntext', ['heading1 a', 'heading2 b', 'paragraph text']],
    ['INGEST-14 paragraphs of several lines', 'a\nb\n\nc', ['paragraph a b', 'paragraph c']],
    ['INGEST-14 hard breaks', 'a  \nb\\\nc', ['paragraph a\nb\nc']],
    [
      'INGEST-14 items',
      '- a\n  b\n* c\n1. d\n- [x] e',
      ['list-item1 a b', 'list-item1 c', 'list-item1 d', 'list-item1 e'],
    ],
    [
      'INGEST-14 items in items',
      '- a\n  - b\n    - c\n- d',
      ['list-item1 a', 'list-item2 b', 'list-item3 c', 'list-item1 d'],
    ],
    ['INGEST-14 quotes', '> a\n> b\n>\n> c\n>> d', ['quote1 a b', 'quote1 c', 'quote2 d']],
    ['INGEST-14 code', '```js\n*a*\n  b\n```\nc', ['preformatted *a*\n  b', 'paragraph c']],
    ['INGEST-14 code that is not closed', '~~~\na', ['preformatted a']],
    ['INGEST-14 tables', '| a | b |\n|---|:-:|\n| 1 | 2 |', ['table-row a\tb', 'table-row 1\t2']],
    ['INGEST-14 no rules', 'a\n\n***\n\nb', ['paragraph a', 'paragraph b']],
    ['INGEST-14 emphasis without its marks', '*a* **b** ***c*** _d_ __e__ ~~f~~', ['paragraph a b c d e f']],
    ['INGEST-14 marks that are none', '2 * 3, snake_case, \\*a\\*, #tag', ['paragraph 2 * 3, snake_case, *a*, #tag']],
    ['INGEST-14 code in a line', 'a `*b*` `` `c` `` `d', ['paragraph a *b* `c` `d']],
    ['INGEST-14 no pictures', 'a ![b](c.png) d', ['paragraph a d']],
    ['INGEST-14 tags as what they do', 'a<br>b <span class="x">c</span> 1 < 2', ['paragraph a\nb c 1 < 2']],
    ['INGEST-14 brackets that are no link', '[sic] [a] (b)', ['paragraph [sic] [a] (b)']],
  ])('gives %s', async (_, text, wanted) => {
    expect(shapeOf(await readMarkdown(text))).toEqual(wanted);
  });

  it.each([
    ['INGEST-14 in the line', 'a [*b* c](https://a.example/x "t") d', ['b c -> https://a.example/x']],
    ['INGEST-14 with brackets in the address', '[a](https://a.example/b_(c))', ['a -> https://a.example/b_(c)']],
    [
      'INGEST-14 by reference',
      '[a][x] [x] [b][]\n\n[X]: https://a.example/ "t"\n[b]: <https://b.example/>',
      ['a -> https://a.example/', 'x -> https://a.example/', 'b -> https://b.example/'],
    ],
    [
      'INGEST-14 by themselves',
      '<https://a.example/> https://b.example/c.',
      ['https://a.example/ -> https://a.example/', 'https://b.example/c -> https://b.example/c'],
    ],
    ['INGEST-14 no scripts', '[a](javascript:x)', []],
  ])('gives links %s', async (_, text, wanted) => {
    expect(linksOf(await readMarkdown(text))).toEqual(wanted);
  });

  it.each([
    [
      'INGEST-15 named values',
      '---\ntitle: "The: lorry"\nauthor: Ada\ndate: 14 March 2024\nurl: https://a.example/x\nlang: en\n---\nIt left.',
      {
        title: 'The: lorry',
        byline: ['Ada'],
        published: '2024-03-14',
        url: 'https://a.example/x',
        language: 'en',
        text: 'It left.',
      },
    ],
    [
      'INGEST-15 lists',
      "---\nauthors: [Ada, 'Grace']\ntags:\n  - a\n  - b\n---\nx",
      { byline: ['Ada', 'Grace'], keywords: ['a', 'b'] },
    ],
    ['INGEST-15 no address that would run something', '---\nurl: javascript:x\n---\nx', { url: null }],
    [
      'INGEST-15 the heading where no title is named',
      '---\nauthor: Ada\n---\n# The *lorry*\n\nx',
      { title: 'The lorry' },
    ],
    ['INGEST-15 a rule at the beginning as a rule', '---\n\nIt left.\n\n---', { text: 'It left.', observed: [WORDS] }],
    ['INGEST-15 a head that does not end as words', '---\ntitle: x', { text: 'title: x', published: null, byline: [] }],
  ])('observes %s', async (_, text, wanted) => {
    expect(await readMarkdown(text)).toMatchObject(wanted);
  });

  it.each([
    ['INGEST-12 open brackets', '['],
    ['INGEST-12 open pictures', '!['],
    ['INGEST-12 open links', '[a]('],
    ['INGEST-12 stars', '*a'],
    ['INGEST-12 open angle brackets', '<a'],
    ['INGEST-12 quotes in quotes', '>'],
    ['INGEST-12 spaces', '  '],
    ['INGEST-12 hashes', '#'],
    ['INGEST-12 dashes', '- '],
    ['INGEST-12 pipes', '|'],
    ['INGEST-12 open code', '` ``'],
  ])('survives a hundred thousand of %s', async (_, piece) => {
    expect(await readMarkdown(`${piece.repeat(100_000)}\n\nend`)).toMatchObject({ extractor: 'markdown' });
  });
});
