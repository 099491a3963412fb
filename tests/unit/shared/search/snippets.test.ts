import { describe, expect, it } from 'vitest';
import { findHits } from '#shared/search/evaluate/find-hits.ts';
import { parseQuery } from '#shared/search/query/parse-query.ts';
import { snippetsOf } from '#shared/search/snippets.ts';

function snippets(text: string, typed: string, limit = 3) {
  return snippetsOf(text, findHits(parseQuery(typed).root, 'text', text), limit);
}

const words = (text: string, typed: string, limit?: number) =>
  snippets(text, typed, limit).map(({ start, end }) => text.slice(start, end));

const FILLER = 'and so it went on and on with nothing of note to be told here '.repeat(8);

describe('snippetsOf', () => {
  it('HITS-7 gives a short line whole', () => {
    expect(words('Head\nThe lorry left at dawn.\nTail', 'lorry')).toEqual(['The lorry left at dawn.']);
  });

  it('HITS-7 puts the passage with most different terms first', () => {
    const text = 'A lorry. A lorry. A lorry.\nNothing.\nThe lorry left at dawn.';

    expect(words(text, 'lorry dawn')).toEqual(['The lorry left at dawn.', 'A lorry. A lorry. A lorry.']);
  });

  it('HITS-7 puts more hits before fewer, and earlier before later', () => {
    expect(words('lorry one\nlorry lorry\nlorry two', 'lorry')).toEqual(['lorry lorry', 'lorry one', 'lorry two']);
  });

  it('HITS-7 gives no more than asked', () => {
    expect(words('lorry one\nlorry two', 'lorry', 1)).toEqual(['lorry one']);
  });

  it('HITS-7 cuts a long line at spaces, around the hit', () => {
    const text = `${FILLER}the lorry left ${FILLER}`;
    const [snippet] = words(text, 'lorry');

    expect(snippet?.length).toBeLessThanOrEqual(200);
    expect(snippet?.length).toBeGreaterThan(150);
    expect(snippet).toContain('the lorry left and so');
    expect(text).toContain(` ${snippet} `);
  });

  it('HITS-7 shows as much at the end of a long line', () => {
    const [snippet] = words(`${FILLER}the lorry`, 'lorry');

    expect(snippet).toMatch(/the lorry$/);
    expect(snippet?.length).toBeGreaterThan(150);
  });

  it('HITS-7 cuts a line without spaces between graphemes', () => {
    const text = `${'👨‍👩‍👧'.repeat(40)}lorry${'👨‍👩‍👧'.repeat(40)}`;
    const [snippet] = words(text, 'lorry');

    expect(snippet?.replaceAll('👨‍👩‍👧', '')).toBe('lorry');
  });

  it('HITS-7 marks what was found, overlapping terms as one', () => {
    const text = 'The lorry left at dawn.';
    const marks = snippets(text, '"lorry left" "left at"')[0]?.marks.map(({ start, end }) => text.slice(start, end));

    expect(marks).toEqual(['lorry left at']);
  });

  it('HITS-7 gives none without hits', () => {
    expect(snippetsOf('The lorry', [], 3)).toEqual([]);
  });
});
