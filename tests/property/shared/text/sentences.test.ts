import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sentenceAt, sentencesOf } from '#shared/text/sentences.ts';
import { awkwardText } from './awkward-text.ts';

it('TEXT-17 leaves out nothing but space', () => {
  fc.assert(
    fc.property(awkwardText, (text) => {
      let end = 0;
      for (const sentence of sentencesOf(text)) {
        const words = text.slice(sentence.start, sentence.end);
        expect(sentence.start).toBeGreaterThanOrEqual(end);
        expect(text.slice(end, sentence.start).trim()).toBe('');
        expect(words).toBe(words.trim());
        expect(words).not.toBe('');
        expect(words).not.toContain('\n');
        end = sentence.end;
      }
      expect(text.slice(end).trim()).toBe('');
    }),
    { numRuns: 2000 },
  );
});

it('TEXT-17 finds at each place of a sentence that sentence', () => {
  fc.assert(
    fc.property(awkwardText, (text) => {
      for (const sentence of sentencesOf(text)) expect(sentenceAt(text, sentence.start)).toEqual(sentence);
    }),
  );
});
