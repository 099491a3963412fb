import { describe, expect, it } from 'vitest';
import { readQuery } from '#renderer/features/palette/palette-names.ts';

describe('readQuery', () => {
  it.each([
    ['everything', 'merge ash', 'merge ash', ['command', 'entity', 'event', 'article']],
    ['commands', '>merge', 'merge', ['command']],
    ['entities', '@ ash', 'ash', ['entity']],
    ['events', '  #e14', 'e14', ['event']],
  ])('narrows to %s', (_, typed, words, kinds) => {
    expect(readQuery(typed)).toEqual({ words, kinds });
  });
});
