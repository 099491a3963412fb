import { describe, expect, it } from 'vitest';
import { firstPreferences, isPreferences } from '#renderer/services/preferences.ts';

describe('isPreferences', () => {
  it('knows its own first preferences after a round through JSON', () => {
    expect(isPreferences(JSON.parse(JSON.stringify(firstPreferences)))).toBe(true);
  });

  it.each([
    ['nothing', undefined],
    ['a word', 'dark'],
    ['a theme that does not exist', { ...firstPreferences, theme: 'sepia' }],
    ['keys that are no map', { ...firstPreferences, keyChanges: null }],
    ['a part that is missing', { theme: 'dark', keyChanges: {} }],
  ])('refuses %s', (_, value) => {
    expect(isPreferences(value)).toBe(false);
  });
});
