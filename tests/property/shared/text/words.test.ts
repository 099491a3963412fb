import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atomsOf } from '#shared/text/atoms.ts';
import { nextWordStart, previousWordStart, wordAt } from '#shared/text/caret-words.ts';
import { fold } from '#shared/text/fold-text.ts';
import { tokensOf } from '#shared/text/tokens.ts';
import { awkwardText } from './awkward-text.ts';

describe('tokensOf', () => {
  it('TEXT-9 gives tokens in order, inside the text, none empty, none with space', () => {
    fc.assert(
      fc.property(awkwardText, (text) => {
        let end = 0;
        for (const token of tokensOf(text)) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.start);
          expect(token.end).toBeLessThanOrEqual(text.length);
          expect(text.slice(token.start, token.end)).not.toMatch(/[ \n]/);
          end = token.end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('TEXT-9 leaves no letter or digit out', () => {
    fc.assert(
      fc.property(awkwardText, (text) => {
        // Fillers of Hangul are letters that nobody sees.
        const left = outside(text, tokensOf(text)).replace(/\p{Default_Ignorable_Code_Point}/gu, '');
        expect(left).not.toMatch(/[\p{L}\p{Nd}]/u);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('atomsOf', () => {
  it('TEXT-12 gives atoms in order that hold every letter and digit but the possessive s', () => {
    fc.assert(
      fc.property(awkwardText.map(fold), (folded) => {
        const atoms = atomsOf(folded);
        expect(atoms.every(({ letters, start, end }) => letters !== '' && folded.slice(start, end) === letters)).toBe(
          true,
        );
        expect(atoms.every(({ start }, at) => at === 0 || start >= (atoms[at - 1]?.end ?? 0))).toBe(true);
        expect(outside(folded, atoms).replaceAll("'s", '')).not.toMatch(/[\p{L}\p{Nd}]/u);
      }),
      { numRuns: 2000 },
    );
  });

  it('TEXT-13 numbers words without a gap, and joins atoms only over one sign', () => {
    fc.assert(
      fc.property(awkwardText.map(fold), (folded) => {
        const atoms = atomsOf(folded);
        atoms.forEach((atom, at) => {
          const before = atoms[at - 1];
          const step = atom.word - (before?.word ?? -1);
          expect([0, 1]).toContain(step);
          if (step === 0) expect(atom.start - (before?.end ?? 0)).toBe(1);
        });
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the caret', () => {
  it('TEXT-16 visits the start of every token of a text, forwards and backwards', () => {
    fc.assert(
      fc.property(awkwardText, (text) => {
        const starts = tokensByLine(text);
        const forwards: number[] = [];
        for (let at = nextWordStart(text, -1); at < text.length; at = nextWordStart(text, at)) forwards.push(at);
        const backwards: number[] = [];
        for (let at = text.length; at > 0; ) {
          at = previousWordStart(text, at);
          backwards.unshift(at);
        }
        expect(forwards).toEqual(starts);
        expect(backwards.filter((at) => at > 0)).toEqual(starts.filter((at) => at > 0));
      }),
    );
  });

  it('TEXT-16 finds at each place the token that holds it', () => {
    fc.assert(
      fc.property(awkwardText, fc.nat(40), (text, place) => {
        const at = Math.min(place, text.length);
        const found = wordAt(text, at);
        if (found !== null) expect(found.start <= at && at <= found.end).toBe(true);
      }),
    );
  });
});

function tokensByLine(text: string): number[] {
  let from = 0;
  return text.split('\n').flatMap((line) => {
    const starts = tokensOf(line).map(({ start }) => start + from);
    from += line.length + 1;
    return starts;
  });
}

function outside(text: string, spans: readonly { start: number; end: number }[]): string {
  let at = 0;
  const parts = spans.map(({ start, end }) => {
    const part = text.slice(at, start);
    at = end;
    return part;
  });
  return [...parts, text.slice(at)].join('|');
}
