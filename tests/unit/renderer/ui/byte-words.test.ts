import { describe, expect, it } from 'vitest';
import { byteWords } from '#renderer/ui/byte-words.ts';

describe('byteWords', () => {
  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1_000, '1 kB'],
    [1_940_000_000, '1.9 GB'],
    [41_300_000, '41 MB'],
    [999_900, '1 MB'],
    [82_000_000_000_000, '82 TB'],
    [12_345_000_000_000_000, '12,345 TB'],
  ])('says %s as %s', (bytes, words) => {
    expect(byteWords(bytes)).toBe(words);
  });
});
