import { describe, expect, it } from 'vitest';
import { hasFrontMatter, readFrontMatter } from '#shared/ingest/markdown/front-matter.ts';

const observed = (head: string) =>
  readFrontMatter(`---\n${head}\n---\nbody`).observed.map(({ field, value }) => `${field}: ${value}`);

describe('readFrontMatter', () => {
  it.each([
    ['INGEST-15 plain values', 'title: The lorry: a report', ['title: The lorry: a report']],
    ['INGEST-15 quoted values', `title: "a \\"b\\""\nsection: 'it''s'`, ['title: a "b"', "section: it's"]],
    ['INGEST-15 keys in capitals', 'Title: a\nLANG: en', ['title: a', 'language: en']],
    ['INGEST-15 lists in a line', 'authors: [Ada, "Grace"]', ['byline: Ada', 'byline: Grace']],
    ['INGEST-15 lists in lines', 'tags:\n  - a\n- b', ['keywords: a', 'keywords: b']],
    ['INGEST-15 dates', 'date: 14 March 2024\nupdated: 2024-03-15', ['published: 2024-03-14', 'modified: 2024-03-15']],
    ['INGEST-15 dates that cannot be read, as they stand', 'date: soon', ['published: soon']],
    ['INGEST-15 addresses', 'source: https://a.example/x', ['url: https://a.example/x']],
    ['INGEST-15 no address that is none', 'url: somewhere', []],
    ['INGEST-15 no keys that nobody knows', 'layout: post\nx: y', []],
    ['INGEST-15 no empty values', 'title:\nauthor: ""', []],
  ])('observes %s', (_, head, wanted) => {
    expect(observed(head)).toEqual(wanted);
  });

  it('INGEST-15 says where each value stood', () => {
    expect(readFrontMatter('---\nTitle: a\n---\n').observed).toEqual([
      { field: 'title', value: 'a', rule: 'front-matter', place: 'front matter, Title' },
    ]);
  });

  it.each([
    ['INGEST-15 behind the head', '---\na: b\n---\nbody\n---\n', 'body\n---\n'],
    ['INGEST-15 behind a head that ends with dots', '---\na: b\n...\nbody', 'body'],
    ['INGEST-15 whole, without a head', 'body', 'body'],
    ['INGEST-15 whole, with a rule at the beginning', '---\nbody\n---\n', '---\nbody\n---\n'],
    ['INGEST-15 whole, with a head that does not end', '---\na: b\nbody', '---\na: b\nbody'],
    [
      'INGEST-15 whole, with a head of hundreds of lines',
      `---\n${'a: b\n'.repeat(300)}---\n`,
      `---\n${'a: b\n'.repeat(300)}---\n`,
    ],
  ])('gives the text %s', (_, text, wanted) => {
    expect(readFrontMatter(text).body).toBe(wanted);
  });
});

describe('hasFrontMatter', () => {
  it('INGEST-3 knows a head with named values', () => {
    expect(['---\na: b\n---\n', '---\nwords\n---\n', 'a: b', ' ---\na: b\n---'].map(hasFrontMatter)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
