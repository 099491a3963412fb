import { describe, expect, it } from 'vitest';
import { collapseSpace } from '#shared/anchoring/collapse-space.ts';
import { describeQuote } from '#shared/anchoring/describe-quote.ts';
import { placeAnchor, placeAnchors } from '#shared/anchoring/place-anchor.ts';
import type { MadeAnchor } from '#shared/domain/highlight.ts';
import type { TextId } from '#shared/domain/ids.ts';

const [OLD, NEW] = ['old', 'new'] as TextId[] as [TextId, TextId];
const PASSAGE = 'Three rounds landed within ten minutes shortly after dawn, when traders were setting up their stalls.';
const TEXT = `Shells struck the covered market on Thursday.\n\n${PASSAGE}\n\nThe army denied having fired on the town.`;

describe('placing a highlight in another text (ANCHOR-9)', () => {
  it.each([
    ['one line break for two', TEXT.replaceAll('\n\n', '\n')],
    ['line breaks within the passage', TEXT.replace('ten minutes', 'ten\n    minutes')],
    ['no-break spaces', TEXT.replaceAll(' ', '\u00a0')],
  ])('ANCHOR-9 places it silently where only space differs: %s', (_, text) => {
    const { state, now } = placeAnchor(made(PASSAGE), NEW, text);

    expect(state).toBe('placed');
    expect(collapseSpace(text.slice(now?.start, now?.end)).text).toBe(PASSAGE);
  });

  it.each([
    ['a word was changed', PASSAGE.replace('ten', 'fifteen')],
    ['a clause was cut', PASSAGE.replace(' shortly after dawn,', '')],
    ['a clause was added', PASSAGE.replace('minutes', 'minutes, residents told the radio by telephone,')],
  ])('ANCHOR-10 proposes the passage with a score under 1 where %s', (_, changed) => {
    const { state, now } = placeAnchor(made(PASSAGE), NEW, TEXT.replace(PASSAGE, changed));

    expect([state, now?.how]).toEqual(['proposed', 'changed']);
    expect(now?.score).toBeLessThan(1);
    expect(TEXT.replace(PASSAGE, changed).slice(now?.start, now?.end)).toContain(
      'when traders were setting up their stalls',
    );
  });

  it('ANCHOR-10 proposes the passage that has most of the words', () => {
    const little = PASSAGE.replace('within ten minutes shortly after dawn', 'on Friday');
    const much = PASSAGE.replace('dawn', 'noon');
    const text = `${little}\n\n${'Between them stood other words. '.repeat(12)}\n\n${much}`;

    const { now } = placeAnchor(made(PASSAGE), NEW, text);

    expect(now?.start).toBe(text.indexOf(much));
  });

  it('ANCHOR-10 scores less what was changed more', () => {
    const score = (changed: string) => placeAnchor(made(PASSAGE), NEW, TEXT.replace(PASSAGE, changed)).now?.score ?? 0;

    expect(score(PASSAGE.replace('ten', 'two'))).toBeGreaterThan(
      score(PASSAGE.replace('ten', 'two').replace('traders', 'people')),
    );
  });

  it.each([
    ['its words are gone', TEXT.replace(PASSAGE, '')],
    ['its words stand apart', PASSAGE.split(' ').join(' and then again ')],
    ['only some words stand there', 'Traders were setting out within the hour. Rounds landed elsewhere.'],
    ['nothing stands there', ''],
  ])('ANCHOR-7 orphans it where %s', (_, text) => {
    expect(placeAnchor(made(PASSAGE), NEW, text)).toEqual({ state: 'orphaned', now: null });
  });

  it('ANCHOR-10 finds changed passages in scripts without spaces', () => {
    const passage = '宮崎県で震度五弱の地震があり、高知県と宮崎県に津波注意報が出された。';
    const old = `気象庁によると。\n${passage}\n以上。`;
    const start = old.indexOf(passage);
    const anchor = { ...describe32(old, start, start + passage.length) };

    const { state, now } = placeAnchor(anchor, NEW, old.replace('地震', '揺れ'));

    expect([state, now?.how]).toEqual(['proposed', 'changed']);
  });

  it('ANCHOR-11 places many as it places each', () => {
    const text = TEXT.replace('ten', 'fifteen').replaceAll('\n\n', '\n');
    const anchors = [made(PASSAGE), made('Shells struck the covered market'), made('denied'), made('town.')];

    expect(placeAnchors(anchors, NEW, text)).toEqual(anchors.map((one) => placeAnchor(one, NEW, text)));
  });
});

describe('collapseSpace', () => {
  it('leads back to where each code unit stood', () => {
    const text = ' a\n\n b🚚\t';
    const collapsed = collapseSpace(text);

    expect(collapsed.text).toBe(' a b🚚 ');
    expect([...collapsed.offsets]).toEqual([0, 1, 2, 5, 6, 7, 8, 9]);
  });
});

function made(quote: string): MadeAnchor {
  const start = TEXT.indexOf(quote);
  return describe32(TEXT, start, start + quote.length);
}

function describe32(text: string, start: number, end: number): MadeAnchor {
  const { exact, prefix, suffix } = describeQuote(text, { start, end });
  return { textId: OLD, start, end, quote: exact, prefix, suffix };
}
