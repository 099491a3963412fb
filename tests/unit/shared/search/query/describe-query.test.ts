import { describe, expect, it } from 'vitest';
import { describeQuery } from '#shared/search/query/describe-query.ts';
import { parseQuery } from '#shared/search/query/parse-query.ts';

describe('QUERY-14 describeQuery', () => {
  it.each([
    ['words', 'shells market', 'Articles that contain *shells* and *market*'],
    [
      'a phrase and what is left out',
      'shells "covered market" -opinion -"letter to"',
      'Articles that contain *shells* and the phrase *covered market*, and not *opinion* or the phrase *letter to*',
    ],
    ['alternatives', 'a (b OR "c d")', 'Articles that contain *a* and (*b* or the phrase *c d*)'],
    ['fields', 'title:a byline:exact:Ada', 'Articles that contain *a* in the title and exactly *Ada* in the byline'],
    ['only what is left out', '-a', 'Articles that do not contain *a*'],
    ['filters', 'a tag:x -status:done', 'Articles that contain *a*, with tag *x*, not with status *done*'],
    ['ranges', 'published:2019 killed:>=5', 'Articles published *2019*, with killed *>=5*'],
    ['near', 'a near/5 b', 'Articles that contain *a* at most 5 words from *b*'],
    ['before', 'a before/1 b', 'Articles that contain *a* at most 1 word before *b*'],
    [
      'patterns',
      'she* f?o kyiv~ kyiv~2',
      'Articles that contain words like *she\\** and words like *f?o* and with up to one typo *kyiv* and with up to two typos *kyiv*',
    ],
    ['a hashtag', '#Aleppo', 'Articles that contain *#Aleppo*'],
    ['nothing', '  ', ''],
  ])('QUERY-14 says %s', (_, typed, wanted) => {
    const said = describeQuery(parseQuery(typed).root).map(({ words, isTyped }) =>
      isTyped ? `*${words.replace('*', '\\*')}*` : words,
    );

    expect(said.join('')).toBe(wanted);
  });
});
