import { describe, expect, it } from 'vitest';
import { caretMoveOf } from '#renderer/features/reader/surface/caret-keys.ts';
import { findWords } from '#renderer/features/reader/surface/find-words.ts';
import { markWords, spokenWords } from '#renderer/features/reader/surface/spoken-words.ts';
import { claimIn, entityIn, markOf } from '#tests/support/marks.ts';

const TEXT = 'Shells hit the café. 👩‍👩‍👧‍👦 fled.';
const at = (offset: number) => ({ anchor: offset, focus: offset });
const byCharacter = { granularity: 'character', alter: 'move' } as const;
const byWord = { granularity: 'word', alter: 'move' } as const;

describe('what is said of the caret', () => {
  it('is the character, a family of four as one', () => {
    expect(spokenWords(TEXT, byCharacter, at(1), [], [])).toBe('h');
    expect(spokenWords(TEXT, byCharacter, at(TEXT.indexOf('👩')), [], [])).toBe('👩‍👩‍👧‍👦');
    expect(spokenWords(TEXT, byCharacter, at(6), [], [])).toBe('space');
  });

  it('is the word when it goes by words, lines or ends', () => {
    expect(spokenWords(TEXT, byWord, at(7), [], [])).toBe('hit');
  });

  it('is what is selected while it selects', () => {
    expect(spokenWords(TEXT, { granularity: 'word', alter: 'extend' }, { anchor: 10, focus: 7 }, [], [])).toBe(
      'hit selected',
    );
  });

  it('tells of a mark when it is entered, and not again within it', () => {
    const mark = markOf({ entities: [entityIn('place', 'Café')] });

    expect(spokenWords(TEXT, byWord, at(15), [mark], [])).toBe('café, place Café');
    expect(spokenWords(TEXT, byWord, at(15), [mark], [mark])).toBe('café');
  });

  it('names all that a mark means', () => {
    const mark = markOf({ entities: [entityIn('org', 'Corps')], claims: [claimIn('2', 'denies')], note: 'Ask.' });

    expect(markWords(mark)).toBe('org Corps, E2 denies, note Ask.');
  });
});

describe('the keys of the caret', () => {
  const pressed = (key: string, held: object = {}) => ({
    ...{ key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false },
    ...held,
  });

  it('move by character, word, line and to the ends, and extend with Shift', () => {
    expect(caretMoveOf(pressed('ArrowLeft'))).toEqual({ alter: 'move', direction: 'left', granularity: 'character' });
    expect(caretMoveOf(pressed('ArrowRight', { ctrlKey: true, shiftKey: true }))).toEqual({
      alter: 'extend',
      direction: 'right',
      granularity: 'word',
    });
    expect(caretMoveOf(pressed('ArrowUp'))).toMatchObject({ direction: 'backward', granularity: 'line' });
    expect(caretMoveOf(pressed('End'))).toMatchObject({ direction: 'forward', granularity: 'lineboundary' });
    expect(caretMoveOf(pressed('Home', { metaKey: true }))).toMatchObject({ granularity: 'documentboundary' });
  });

  it('leave Alt to resizing and other keys to others', () => {
    expect(caretMoveOf(pressed('ArrowLeft', { altKey: true, shiftKey: true }))).toBeNull();
    for (const key of ['a', 'Enter', 'Tab', ' ']) expect(caretMoveOf(pressed(key))).toBeNull();
  });
});

describe('findWords', () => {
  it('finds words whatever their case and accents, and gives them as they are written', () => {
    const spans = findWords('Café, CAFE and café\u0301s', 'cafe');

    expect(spans.map(({ start, end }) => 'Café, CAFE and café\u0301s'.slice(start, end))).toEqual([
      'Café',
      'CAFE',
      'café\u0301',
    ]);
  });

  it('finds nothing for nothing', () => {
    expect(findWords('Anything', ' ')).toEqual([]);
  });
});
