import { describe, expect, it } from 'vitest';
import { MAX_LINE_BYTES } from '#shared/exchange/case-file/layout.ts';
import { refuseUncarriable } from '#shared/ingest/text-limit.ts';
import { AppError } from '#shared/kernel/app-error.ts';

const block = { kind: 'paragraph', start: 31_000_000, end: 31_000_001, level: 0, direction: 'ltr' };
const none = { blocks: [], links: [] };

describe('refuseUncarriable', () => {
  it('lets pass what a line of a case file holds: a text of 32 million letters of ASCII', () => {
    expect(() => refuseUncarriable('a'.repeat(32 * 2 ** 20), none)).not.toThrow();
  });

  it.each([
    ['letters of three bytes each', '字'.repeat(23 * 2 ** 20), none],
    [
      'more paragraphs than a line can describe',
      'a\n\n'.repeat(830_000),
      { blocks: Array(830_000).fill(block), links: [] },
    ],
  ])('refuses %s', (_, text, parts) => {
    expect(() => refuseUncarriable(text, parts)).toThrow(AppError);
    expect(new TextEncoder().encode(JSON.stringify({ text, ...parts })).length).toBeGreaterThan(MAX_LINE_BYTES * 0.9);
  });
});
