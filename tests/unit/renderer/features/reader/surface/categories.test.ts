import { describe, expect, it } from 'vitest';
import { categoriesOf } from '#renderer/features/reader/surface/categories.ts';
import { claimIn, entityIn, markOf } from '#tests/support/marks.ts';

describe('categoriesOf', () => {
  it('draws a passage that only carries a note as a note', () => {
    expect(categoriesOf(markOf({ note: 'Ask who said so.' }), null)).toEqual(['note']);
  });

  it('draws one tint for each type that a passage names', () => {
    const mark = markOf({ entities: [entityIn('place'), entityIn('site'), entityIn('place')] });

    expect(categoriesOf(mark, null)).toEqual(['place', 'site']);
  });

  it('draws a denial apart from an assertion, and both when a passage is both', () => {
    const mark = markOf({ claims: [claimIn('a', 'denies'), claimIn('b', 'asserts'), claimIn('c', 'mentions')] });

    expect(categoriesOf(mark, null)).toEqual(['evidence-denies', 'evidence-asserts']);
  });

  it('draws evidence of the open event apart', () => {
    const claim = claimIn('a', 'asserts');

    expect(categoriesOf(markOf({ claims: [claim] }), claim.eventId)).toEqual(['evidence-asserts-open']);
  });
});
