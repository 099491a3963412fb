import { describe, expect, it } from 'vitest';
import { type CopiedArticle, clusterCopies } from '#shared/ingest/copies/cluster-copies.ts';
import { CopyIndex } from '#shared/ingest/copies/copy-index.ts';
import { containmentOf, jaccardOf, shinglesOf } from '#shared/ingest/copies/text-shingles.ts';

const words = (from: number, count: number) => Array.from({ length: count }, (_, at) => `w${from + at}`).join(' ');
const STORY = words(0, 200);
const FRAME = words(5000, 150);

describe('texts as runs of five words', () => {
  it.each([
    ['the same text', STORY, STORY, 1, 1],
    ['other case, space and marks', STORY, STORY.toUpperCase().replaceAll(' ', ',\n'), 1, 1],
    ['one in the other', words(0, 100), STORY, 96 / 196, 1],
    ['nothing in common', STORY, words(900, 200), 0, 0],
    ['texts that say too little', words(0, 39), words(0, 39), 0, 0],
  ])('COPIES-1 measures %s', (_, a, b, jaccard, containment) => {
    const [one, other] = [shinglesOf(a), shinglesOf(b)];
    expect(jaccardOf(one, other)).toBeCloseTo(jaccard, 12);
    expect(containmentOf(one, other)).toBeCloseTo(containment, 12);
  });

  it('COPIES-1 measures what naive sets of words measure', () => {
    const [a, b] = [`${words(0, 90)} ${words(40, 60)}`, `${words(30, 80)} ${words(300, 50)}`];
    const naive = (text: string) => {
      const all = text.split(' ');
      return new Set(all.slice(4).map((__, at) => all.slice(at, at + 5).join(' ')));
    };
    const [one, other] = [naive(a), naive(b)];
    const both = [...one].filter((run) => other.has(run)).length;

    expect(jaccardOf(shinglesOf(a), shinglesOf(b))).toBeCloseTo(both / (one.size + other.size - both), 12);
  });
});

describe('an index of copies (COPIES-2, COPIES-3)', () => {
  it.each([
    ['exact', STORY, STORY],
    ['near', STORY, `${words(0, 150)} ${words(700, 30)}`],
    ['contained', words(0, 60), `${words(800, 400)} ${words(0, 60)} ${words(1300, 300)}`],
  ])('COPIES-2 finds a copy that is %s, in either order', (kind, a, b) => {
    expect(pairsOf(a, b)).toMatchObject([{ a: '0', b: '1', kind }]);
    expect(pairsOf(b, a)).toMatchObject([{ a: '0', b: '1', kind }]);
  });

  it.each([
    ['have little in common', STORY, `${words(180, 20)} ${words(900, 200)}`],
    [
      'are two stories in one frame',
      `${FRAME} ${STORY} ${words(6000, 50)}`,
      `${FRAME} ${words(900, 200)} ${words(6000, 50)}`,
    ],
    ['share an agency’s last line alone', `${words(0, 50)} ${words(70, 12)}`, `${words(900, 50)} ${words(70, 12)}`],
    ['say too little', words(0, 20), words(0, 20)],
  ])('COPIES-3 joins no texts that %s', (_, a, b) => {
    expect(pairsOf(a, b)).toEqual([]);
  });
});

describe('a cluster of copies (COPIES-4, COPIES-5)', () => {
  const article = (id: string, published: string | null, text = '', outlet: string[] = []): CopiedArticle => ({
    id,
    published,
    text,
    outlet,
  });
  const pairs = [
    { a: 'a', b: 'b' },
    { a: 'c', b: 'b' },
  ];

  it('COPIES-4 holds all that pairs join, and leaves the others out', () => {
    const articles = ['a', 'b', 'c', 'd'].map((id) => article(id, null));

    expect(clusterCopies(articles, pairs)).toEqual([{ members: ['a', 'b', 'c'], origin: null }]);
  });

  it.each([
    ['the earliest', ['2024-03-15', '2024-03-14T10:00:00+03:00', '2024-03-16'], 'b', 'Published before the others.'],
    ['the earliest with a date', ['2024-03-15', null, '2024-03-16'], 'a', 'Published first of those with a date.'],
  ])('COPIES-5 takes %s for the origin', (_, dates, id, why) => {
    const articles = ['a', 'b', 'c'].map((name, at) => article(name, dates[at] ?? null));

    expect(clusterCopies(articles, pairs)[0]?.origin).toEqual({ id, why });
  });

  it.each([
    ['no date is known', [null, null, null]],
    ['the earliest are of one day', ['2024-03-14', '2024-03-14', '2024-03-16']],
  ])('COPIES-5 names no origin where %s', (_, dates) => {
    const articles = ['a', 'b', 'c'].map((name, at) => article(name, dates[at] ?? null));

    expect(clusterCopies(articles, pairs)[0]?.origin).toBeNull();
  });

  it('COPIES-6 believes a credit line before a date', () => {
    const articles = [
      article('a', '2024-03-14', 'Text by agreement with Corvane Wire.', ['Port Ansel Post']),
      article('b', '2024-03-16', '', ['Corvane Wire']),
      article('c', null),
    ];

    expect(clusterCopies(articles, pairs)[0]?.origin).toEqual({
      id: 'b',
      why: 'Another copy says: “by agreement with Corvane Wire”.',
    });
  });
});

function pairsOf(...texts: string[]) {
  const index = new CopyIndex();
  return texts.flatMap((text, at) => index.add(String(at), shinglesOf(text)));
}
