import { describe, expect, it } from 'vitest';
import { repeatsOf } from '#renderer/features/reader/surface/repeats.ts';

const HEAD = { title: 'Shells hit Marjouna market', byline: ['D. Hallim', 'R. Osmar'] };

function laid(parts: readonly string[], hidden: readonly string[] = []) {
  const text = parts.join('\n');
  const at = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
  return {
    text,
    blocks: parts.map((part) => ({ kind: 'paragraph' as const, ...at(part), level: 0, direction: 'ltr' as const })),
    folds: hidden.map((part) => ({ ...at(part), reason: 'navigation' as const })),
    links: [],
  };
}

function found(parts: readonly string[], hidden?: readonly string[]) {
  const text = laid(parts, hidden);
  const { title, byline } = repeatsOf(text, HEAD);
  const words = (span: typeof title) => span && text.text.slice(span.start, span.end);
  return [words(title), words(byline)];
}

describe('repeatsOf', () => {
  it.each([
    ['title and byline as they stand', ['Shells hit Marjouna market', 'D. Hallim, R. Osmar', 'At dawn.']],
    ['them in other letters and spaces', ['SHELLS HIT  Marjouna Market', 'By D. Hallim, R. Osmar', 'At dawn.']],
    ['them below a line over the title', ['World', 'Shells hit Marjouna market', 'D. Hallim, R. Osmar']],
    ['a byline that comes after the date', ['Shells hit Marjouna market', '14 March', 'D. Hallim, R. Osmar']],
  ])('finds %s', (_, parts) => {
    const [title, byline] = found(parts);

    expect([title, byline]).toEqual([
      expect.stringMatching(/^shells hit\s+marjouna market$/i),
      expect.stringMatching(/D\. Hallim, R\. Osmar$/),
    ]);
  });

  it('passes over what is hidden above the title', () => {
    const menu = ['Home', 'News', 'Weather'];

    expect(found([...menu, 'Shells hit Marjouna market', 'At dawn.'], menu)[0]).toBe('Shells hit Marjouna market');
  });

  it('finds none in words that only begin alike, stand further down, or are hidden', () => {
    const [title] = [HEAD.title];

    expect(found(['Shells hit Marjouna market; army denies it', 'D. Hallim reports'])).toEqual([null, null]);
    expect(found(['One', 'Two', 'Three', title])[0]).toBeNull();
    expect(found([title, 'At dawn.'], [title])[0]).toBeNull();
  });

  it('finds no byline where the article has none', () => {
    expect(repeatsOf(laid([HEAD.title, '']), { title: HEAD.title, byline: [] }).byline).toBeNull();
  });
});
