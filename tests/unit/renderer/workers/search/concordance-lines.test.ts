import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextOf, sortLines } from '#renderer/workers/search/concordance-lines.ts';
import type { ConcordanceLine } from '#shared/contracts/search-messages.ts';
import type { ArticleId, CaseId } from '#shared/domain/ids.ts';

const line = (before: string, after: string): ConcordanceLine => ({
  caseId: 'c' as CaseId,
  articleId: 'a' as ArticleId,
  span: { start: 0, end: 1 },
  before,
  hit: 'market',
  after,
  publisher: '',
  published: '',
  language: '',
});

describe('contextOf', () => {
  it('stays within its line', () => {
    const text = 'First.\nThe market burnt.\nLast.';
    const start = text.indexOf('market');

    expect(contextOf(text, { start, end: start + 6 })).toEqual({ before: 'The ', hit: 'market', after: ' burnt.' });
  });

  it('puts before, hit and after together to a stretch of the text, and cuts no grapheme', () => {
    const unit = fc.constantFrom('a', ' ', '\n', '👨‍👩‍👧', 'ق', 'e\u0301');
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1, maxLength: 300 }), fc.nat(), fc.nat(20), (text, at, length) => {
        const start = at % text.length;
        const end = Math.min(text.length, start + length + 1);
        const { before, hit, after } = contextOf(text, { start, end });
        expect(hit).toBe(text.slice(start, end));
        expect(text.slice(start - before.length, end + after.length)).toBe(before + hit + after);
        expect(before.includes('\n') || after.includes('\n')).toBe(false);
      }),
    );
  });
});

describe('sortLines', () => {
  const lines = [line('in the old ', ' burnt'), line('at a new ', ', Ämter'), line('of the OLD ', ' Burnt down')];

  it('sorts by what follows, whatever case, accents and signs', () => {
    expect(sortLines(lines, 'after').map(({ after }) => after)).toEqual([', Ämter', ' burnt', ' Burnt down']);
  });

  it('sorts by what precedes, the nearest word first', () => {
    expect(sortLines(lines, 'before').map(({ before }) => before)).toEqual(['at a new ', 'in the old ', 'of the OLD ']);
  });

  it('leaves the order of articles as it is', () => {
    expect(sortLines(lines, 'article')).toBe(lines);
  });

  it('keeps every line, and gives the same order from any order but for equals', () => {
    const some = fc.array(fc.tuple(fc.constantFrom('a ', 'b a ', 'á '), fc.constantFrom(' x', ' x y', ' Y')), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(some, fc.constantFrom('before' as const, 'after' as const), (pairs, sort) => {
        const all = pairs.map(([before, after]) => line(before, after));
        const key = ({ before, after }: ConcordanceLine) =>
          (sort === 'before' ? before : after).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
        const [one, other] = [sortLines(all, sort), sortLines([...all].reverse(), sort)];
        expect(one.map(key)).toEqual(other.map(key));
        expect([...one].sort()).toHaveLength(all.length);
      }),
    );
  });
});
