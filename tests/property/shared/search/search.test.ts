import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTerm, mayHold } from '#shared/search/find-term.ts';
import { foldForSearch } from '#shared/search/fold-for-search.ts';
import { searchArticle } from '#shared/search/search-article.ts';
import { parseQuery, type QueryTerm } from '#shared/search/search-query.ts';
import { snippetsOf } from '#shared/search/snippets.ts';
import { atomsOf } from '#shared/text/atoms.ts';
import { fold, foldText } from '#shared/text/fold-text.ts';
import { isGraphemeBoundary } from '#shared/text/graphemes.ts';
import { awkwardText } from '../text/awkward-text.ts';

/** Few letters and every sign that joins or parts words, so that matches are common. */
const wordy = fc.string({
  unit: fc.constantFrom(
    'a',
    'b',
    'A',
    'à',
    '1',
    's',
    "'",
    '’',
    '-',
    '_',
    '.',
    ',',
    ' ',
    ' ',
    '\n',
    '東',
    'ق',
    '\u064e',
    'ß',
    '👍🏽',
  ),
  maxLength: 30,
});
const text = fc.oneof(wordy, wordy, awkwardText);
const term = (typed: string): QueryTerm => ({
  words: parseQuery(`"${typed.replaceAll('"', ' ')}"`).terms[0]?.words ?? [],
  isExcluded: false,
  source: typed,
});
const search = (typed: string, source: string, folds: { start: number; end: number }[] = []) =>
  searchArticle(foldForSearch({ title: '', text: source, folds }), parseQuery(typed));

describe('findTerm', () => {
  it('SEARCH-6 finds every run of words of a line where it stands', () => {
    fc.assert(
      fc.property(text, fc.nat(30), fc.nat(5), (source, first, more) => {
        const { folded } = foldText(source);
        const atoms = atomsOf(folded);
        const [from, to] = [atoms[first], atoms[Math.min(first + more, atoms.length - 1)]];
        if (from === undefined || to === undefined) return;
        const phrase = folded.slice(from.start, to.end);
        if (phrase.includes('\n') || phrase.includes('"') || phrase.includes('«') || phrase.includes('»')) return;
        const { words } = term(phrase);
        // a voicing mark of Japanese behind a letter of Arabic is parted otherwise at the head of a phrase: no text has that
        const standing = Map.groupBy(atoms.slice(first, first + more + 1), ({ word }) => word);
        const wordsThere = [...standing.values()].map((one) => one.map(({ letters }) => letters));
        if (JSON.stringify(words) !== JSON.stringify(wordsThere)) return;
        const found = findTerm(folded, atoms.slice(first), { words, isExcluded: false, source: phrase });
        expect(found[0]?.start).toBe(from.start);
      }),
      { numRuns: 3000 },
    );
  });

  it('SEARCH-5 finds the very letters, in order, none over another', () => {
    fc.assert(
      fc.property(wordy, wordy, (source, typed) => {
        const wanted = term(typed);
        if (wanted.words.length === 0) return;
        const { folded } = foldText(source);
        let end = 0;
        for (const span of findTerm(folded, atomsOf(folded), wanted)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          const letters = atomsOf(folded).filter(({ start, end: stop }) => span.start <= start && stop <= span.end);
          expect(letters.map((atom) => atom.letters).join('')).toBe(wanted.words.flat().join(''));
          expect(folded.slice(span.start, span.end)).not.toContain('\n');
          end = span.end;
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('SEARCH-10 is never prevented by the quick look', () => {
    fc.assert(
      fc.property(wordy, wordy, (source, typed) => {
        const wanted = term(typed);
        const folded = fold(source);
        if (wanted.words.length > 0 && findTerm(folded, atomsOf(folded), wanted).length > 0) {
          expect(mayHold(folded, wanted)).toBe(true);
        }
      }),
      { numRuns: 5000 },
    );
  });
});

describe('searchArticle', () => {
  const word = fc.constantFrom('a', 'ab', 'aba', "a'b", 'b-a', '東', 'ق', 'ss', '1', '"a b"');

  it('SEARCH-1 parts the articles that hold a term into those with and those without another', () => {
    fc.assert(
      fc.property(wordy, word, word, (source, one, other) => {
        const [found, both, only] = [one, `${one} ${other}`, `${one} -${other}`].map(
          (typed) => search(typed, source) !== null,
        );
        expect(Number(both) + Number(only)).toBe(Number(found));
      }),
      { numRuns: 2000 },
    );
  });

  it('SEARCH-1 finds two terms where it finds both', () => {
    fc.assert(
      fc.property(wordy, word, word, (source, one, other) => {
        const finds = (typed: string) => search(typed, source) !== null;
        expect(finds(`${one} ${other}`)).toBe(finds(one) && finds(other));
      }),
      { numRuns: 2000 },
    );
  });

  it('SEARCH-2 finds the same with whatever folds alike', () => {
    fc.assert(
      fc.property(wordy, word, (source, typed) => {
        const hits = (query: string, searched: string) => search(query, searched)?.textHits.length ?? null;
        expect(hits(typed.toUpperCase(), source)).toBe(hits(typed, source));
        expect(hits(typed, fold(source))).toBe(hits(typed, source));
      }),
      { numRuns: 2000 },
    );
  });

  it('SEARCH-7 gives each hit as shown or hidden, and nothing more than without hiding', () => {
    fc.assert(
      fc.property(wordy, word, fc.nat(30), fc.nat(30), (source, typed, a, b) => {
        const hidden = { start: Math.min(a, b), end: Math.max(a, b) };
        const [plain, folded] = [search(typed, source), search(typed, source, [hidden])];
        expect(folded === null).toBe(plain === null);
        expect([...(folded?.textHits ?? []), ...(folded?.hiddenHits ?? [])].sort((x, y) => x.start - y.start)).toEqual(
          plain?.textHits ?? [],
        );
        expect(folded?.isHiddenOnly ?? false).toBe(folded !== null && folded.textHits.length === 0);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('snippetsOf', () => {
  it('SEARCH-9 holds its marks, lies in one line, cuts no grapheme', () => {
    const long = fc.array(wordy, { maxLength: 30 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(
        long,
        fc.constantFrom('a', 'b', 'a b', 'ab', '東'),
        fc.integer({ min: 1, max: 5 }),
        (source, typed, limit) => {
          const hits = search(typed, source)?.textHits ?? [];
          const found = snippetsOf(source, hits, limit);
          expect(found.length).toBeLessThanOrEqual(limit);
          expect(found.length > 0).toBe(hits.length > 0);
          for (const { start, end, marks } of found) {
            expect(source.slice(start, end)).not.toContain('\n');
            expect(marks.length).toBeGreaterThan(0);
            expect(marks.every((mark) => start <= mark.start && mark.end <= end)).toBe(true);
            expect(isGraphemeBoundary(source, start) && isGraphemeBoundary(source, end)).toBe(true);
          }
          const inOrder = [...found].sort((x, y) => x.start - y.start);
          expect(inOrder.every(({ start }, at) => at === 0 || start >= (inOrder[at - 1]?.end ?? 0))).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
