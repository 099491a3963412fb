import { describe, expect, it } from 'vitest';
import { articleHits, describeArticle } from '#renderer/workers/search/describe-article.ts';
import { parseQuery } from '#shared/search/query/parse-query.ts';
import { sampleDocument } from '#tests/support/search/sample-document.ts';

const TEXT = 'The market burnt.\nShare this article. Market news daily.\nTraders left the market at noon.';
const FOLD = { start: TEXT.indexOf('Share'), end: TEXT.indexOf('\nTraders') };
const facts = { publisher: 'Northline', published: '2024-03', language: 'en' };
const root = (typed: string) => parseQuery(typed).root;

describe('articleHits', () => {
  it('parts hits in hidden passages from the others', () => {
    const document = sampleDocument(1, { title: 'Market hit', text: TEXT, folds: [FOLD] });
    const words = (isHidden: boolean) => articleHits(root('market'), document, isHidden).text.map(({ start }) => start);

    expect(words(false)).toEqual([4, TEXT.lastIndexOf('market')]);
    expect(words(true)).toEqual([TEXT.indexOf('Market')]);
    expect(articleHits(root('market'), document, false).title).toHaveLength(1);
  });
});

describe('describeArticle', () => {
  it('gives the best passages with each hit marked, in offsets of the passage, and the places in offsets of the text', () => {
    const document = sampleDocument(1, { title: 'Market hit', text: TEXT });
    const found = describeArticle(root('market traders'), document, facts, false);

    expect(found).toMatchObject({ ...facts, hits: 5, title: { text: 'Market hit', marks: [{ start: 0, end: 6 }] } });
    const [best] = found.snippets;
    expect(best?.marks.map(({ start, end }) => best.text.slice(start, end))).toEqual(['Traders', 'market']);
    expect(found.spans.map(({ start, end }) => TEXT.slice(start, end))).toEqual([
      'market',
      'Market',
      'Traders',
      'market',
    ]);
  });

  it('says where else it fits when neither title nor text does', () => {
    const document = sampleDocument(1, { text: TEXT, byline: ['A. Kessar'], notes: ['Compare Kessar of 2019'] });
    const { hits, snippets, elsewhere } = describeArticle(root('kessar'), document, facts, false);

    expect([hits, snippets]).toEqual([0, []]);
    expect(elsewhere.map(({ field, text, marks: [mark] }) => [field, text.slice(mark?.start, mark?.end)])).toEqual([
      ['byline', 'Kessar'],
      ['note', 'Kessar'],
    ]);
  });

  it('marks overlapping phrases as one place', () => {
    const document = sampleDocument(1, { text: 'left the market at noon' });
    const { spans } = describeArticle(root('"the market" "market at"'), document, facts, false);

    expect(spans).toEqual([{ start: 5, end: 18 }]);
  });

  it('marks nothing that is left out', () => {
    const document = sampleDocument(1, { text: TEXT });

    expect(describeArticle(root('market -daily'), document, facts, false).spans).toHaveLength(3);
  });
});
