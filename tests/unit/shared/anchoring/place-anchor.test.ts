import { describe, expect, it } from 'vitest';
import { describeQuote } from '#shared/anchoring/describe-quote.ts';
import { placeAnchor } from '#shared/anchoring/place-anchor.ts';
import { textIdSchema } from '#shared/domain/ids.ts';

const FIRST = textIdSchema.parse('a'.repeat(64));
const SECOND = textIdSchema.parse('b'.repeat(64));

const TEXT =
  'The lorry left at dawn, said the guard of the northern gate. At least 7 people were hurt when a second lorry left at dusk. The gate was closed until the next morning.';

function made(words: string, text = TEXT) {
  const start = text.indexOf(words);
  const { exact, prefix, suffix } = describeQuote(text, { start, end: start + words.length });
  return { textId: FIRST, start, end: start + words.length, quote: exact, prefix, suffix };
}

const LONG = 'people were hurt when a second lorry left at dusk';

describe('placeAnchor', () => {
  it('ANCHOR-4 stands where it was made in its own version', () => {
    expect(placeAnchor(made('7'), FIRST, '')).toEqual({
      state: 'placed',
      now: { textId: FIRST, start: 70, end: 71, how: 'as-made', score: 1 },
    });
  });

  it.each([
    ['ANCHOR-5 a short quote in its whole context', '7', `Updated. ${TEXT} More.`, 79],
    ['ANCHOR-5 a short quote with its prefix alone', '7', TEXT.replace('people', 'civilians'), 70],
    ['ANCHOR-5 a short quote with its suffix alone', '7', TEXT.replace('At least', 'About'), 67],
    ['ANCHOR-5 a short quote that stands elsewhere too', '7', `${TEXT} 7 trucks, 77 vans.`, 70],
    ['ANCHOR-5 a quote at the beginning of both texts', 'The lorry', TEXT.slice(0, 30), 0],
    ['ANCHOR-5 a long quote with half of its context', LONG, `The gate. At least 7 ${LONG}, yes`, 21],
  ])('places %s', (_, words, text, start) => {
    expect(placeAnchor(made(words), SECOND, text)).toMatchObject({
      state: 'placed',
      now: { textId: SECOND, start, end: start + words.length, how: 'same-context', score: 1 },
    });
  });

  it.each([
    ['ANCHOR-6 a short quote out of its context', '7', 'There were 7 of them.', 11],
    ['ANCHOR-6 a short quote in a little of its context', '7', 'least 7 people', 6],
    ['ANCHOR-6 a long quote out of its context', LONG, `Later, ${LONG}, it said.`, 7],
    ['ANCHOR-6 the first of two places equally good', 'dusk', `${TEXT}\n${TEXT}`, 117],
    ['ANCHOR-6 a long quote that stands twice', LONG, `The gate. At least 7 ${LONG}, yes. Later, ${LONG}.`, 21],
    ['ANCHOR-6 a quote that stood at the beginning and no longer does', 'The', 'Now The van', 4],
  ])('proposes %s', (_, words, text, start) => {
    const { state, now } = placeAnchor(made(words), SECOND, text);

    expect(state).toBe('proposed');
    expect(now).toMatchObject({ start, end: start + words.length, how: 'moved' });
    expect(now?.score).toBeGreaterThan(0);
    expect(now?.score).toBeLessThan(1);
  });

  it('ANCHOR-6 scores more context higher', () => {
    const score = (text: string) => placeAnchor(made('7'), SECOND, text).now?.score ?? 0;

    expect(score('least 7 people')).toBeGreaterThan(score('with 7 vans'));
  });

  it('ANCHOR-6 scores a place lower when another is as good', () => {
    const score = (text: string) => placeAnchor(made('7'), SECOND, text).now?.score ?? 0;

    expect(score('with 7 vans')).toBeGreaterThan(score('with 7 vans, with 7 vans'));
  });

  it('ANCHOR-7 is orphaned when its words are gone', () => {
    expect(placeAnchor(made(LONG), SECOND, 'Another text.')).toEqual({ state: 'orphaned', now: null });
  });
});
