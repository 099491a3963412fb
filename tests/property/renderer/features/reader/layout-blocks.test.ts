import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LaidText, layoutBlocks } from '#renderer/features/reader/surface/layout-blocks.ts';

const kinds = ['paragraph', 'heading', 'list-item', 'quote', 'table-row'] as const;

/** Texts of up to a dozen blocks parted by line breaks, with folds and links anywhere, none over another of its kind. */
const texts: fc.Arbitrary<LaidText> = fc
  .tuple(
    fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom(...kinds), fc.nat(6)), {
      minLength: 1,
      maxLength: 12,
    }),
    fc.array(fc.tuple(fc.nat(14), fc.integer({ min: 1, max: 20 })), { maxLength: 5 }),
    fc.array(fc.tuple(fc.nat(9), fc.integer({ min: 1, max: 6 })), { maxLength: 8 }),
  )
  .map(([sizes, folded, linked]) => {
    let at = 0;
    const blocks = sizes.map(([length, kind, level]) => {
      const start = at;
      at += length + 1;
      return { kind, start, end: start + length, level: kind === 'heading' ? level + 1 : 0, direction: 'ltr' as const };
    });
    const text = Array.from({ length: at }, (_, i) => String.fromCharCode(97 + (i % 26))).join('');
    const spans = (pairs: [number, number][]) => {
      let from = 0;
      return pairs.flatMap(([gap, length]) => {
        const start = from + gap;
        from = start + length;
        return from <= at ? [{ start, end: from }] : [];
      });
    };
    return {
      text,
      blocks,
      folds: spans(folded).map((span) => ({ ...span, reason: 'sharing' as const })),
      links: spans(linked).map((span) => ({ ...span, address: `https://example.invalid/${span.start}` })),
    };
  });

describe('layoutBlocks', () => {
  it('shows every word of every block once, in order', () => {
    fc.assert(
      fc.property(texts, (laid) => {
        const segments = layoutBlocks(laid).flatMap(({ blocks }) => blocks.flatMap((block) => block.segments));

        expect(segments.map(({ words }) => words).join('')).toBe(
          laid.blocks.map(({ start, end }) => laid.text.slice(start, end)).join(''),
        );
        for (const { start, words } of segments) expect(laid.text.slice(start, start + words.length)).toBe(words);
      }),
    );
  });

  it('hides exactly what a fold covers', () => {
    fc.assert(
      fc.property(texts, (laid) => {
        const isFolded = (at: number) => laid.folds.some(({ start, end }) => start <= at && at < end);
        for (const { blocks, hidden } of layoutBlocks(laid)) {
          for (const { start, end } of blocks) {
            for (let at = start; at < end; at++) expect(isFolded(at)).toBe(hidden.length > 0);
          }
        }
      }),
    );
  });

  it('marks exactly the words of a link as one', () => {
    fc.assert(
      fc.property(texts, (laid) => {
        for (const { start, words, address } of layoutBlocks(laid).flatMap(({ blocks }) =>
          blocks.flatMap((block) => block.segments),
        )) {
          for (let at = start; at < start + words.length; at++) {
            const link = laid.links.find((one) => one.start <= at && at < one.end);
            expect(address).toBe(link?.address ?? null);
          }
        }
      }),
    );
  });

  it('never lets a heading skip a level, whatever the page did and whether or not hidden passages are opened', () => {
    fc.assert(
      fc.property(texts, fc.boolean(), (laid, isOpen) => {
        const levels = layoutBlocks(laid)
          .filter(({ hidden }) => isOpen || hidden.length === 0)
          .flatMap(({ blocks }) => blocks)
          .filter(({ kind }) => kind === 'heading')
          .map(({ level }) => level);
        for (const [at, level] of levels.entries()) {
          expect(level).toBeGreaterThanOrEqual(2);
          expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 1) + 1);
        }
      }),
    );
  });

  it('counts the passages of a hidden stretch', () => {
    const block = (start: number, end: number) => ({
      kind: 'paragraph' as const,
      start,
      end,
      level: 0,
      direction: 'ltr' as const,
    });
    const laid = {
      text: 'shown share donate shown',
      blocks: [block(0, 5), block(6, 11), block(12, 18), block(19, 24)],
      folds: [
        { start: 6, end: 11, reason: 'sharing' as const },
        { start: 12, end: 18, reason: 'appeal' as const },
      ],
      links: [],
    };

    expect(layoutBlocks(laid).map(({ hidden }) => hidden)).toEqual([[], ['sharing', 'appeal'], []]);
  });
});

it('lets headings step down from the title that the text begins with', () => {
  const text = 'Title\nOne\nTwo';
  const at = (start: number, end: number, level: number) => ({
    ...{ start, end, level, kind: 'heading' as const, direction: 'ltr' as const },
  });
  const laid = { text, blocks: [at(0, 5, 1), at(6, 9, 2), at(10, 13, 3)], folds: [], links: [] };
  const levels = (headline: number | null) =>
    layoutBlocks(laid, headline).flatMap(({ blocks }) => blocks.map(({ level }) => level));

  expect(levels(0)).toEqual([1, 2, 3]);
  expect(levels(null)).toEqual([2, 3, 4]);
});

it('lets no heading step down from one that is hidden', () => {
  const text = 'Title\nOne\nTwo';
  const at = (start: number, end: number, level: number) => ({
    ...{ start, end, level, kind: 'heading' as const, direction: 'ltr' as const },
  });
  const folds = [{ start: 0, end: 5, reason: 'other' as const }];
  const laid = { text, blocks: [at(0, 5, 1), at(6, 9, 2), at(10, 13, 3)], folds, links: [] };

  expect(layoutBlocks(laid).flatMap(({ blocks }) => blocks.map(({ level }) => level))).toEqual([2, 2, 3]);
});
