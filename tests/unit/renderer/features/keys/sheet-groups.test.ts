import { describe, expect, it } from 'vitest';
import { CARET, OWN_KEYS } from '#renderer/features/keys/own-keys.ts';
import { sheetGroups } from '#renderer/features/keys/sheet-groups.ts';
import { caretMoveOf } from '#renderer/features/reader/surface/caret-keys.ts';
import type { KeyedCommand } from '#renderer/services/commands/command.ts';
import { gridMove } from '#renderer/ui/grid/grid-move.ts';

const command = (id: string, group: string, ownKeys: string | null, words = id): KeyedCommand => ({
  ...{ id, words, group, ownKeys },
  keys: ownKeys,
  run: () => {},
});
const namesOf = (groups: ReturnType<typeof sheetGroups>) => groups.map(({ name }) => name);

describe('the sheet of keys', () => {
  const commands = [
    command('palette:open', 'Everywhere', 'Mod+K'),
    command('go:library', 'Places', 'g l', 'Library'),
    command('go:reader', 'Places', 'g r', 'Reader'),
    command('reader:back', 'Reader', 'Escape', 'Back to Library'),
    command('mark:next', 'Mark', ']'),
    command('reader:leave', 'Reader', 'Escape', 'Let go, then back to the list'),
    command('mark:longer', 'Mark', 'Alt+Shift+ArrowRight, w', 'One word more'),
    command('event:reopen', 'Reader', null),
  ];

  it('begins with what the parts of the place hear by themselves, then its commands, then those of every place', () => {
    expect(namesOf(sheetGroups(commands, 'Reader', '', false))).toEqual([
      'Caret in the text',
      'Reader',
      'Mark',
      'Everywhere',
      'Places',
    ]);
    expect(namesOf(sheetGroups(commands, 'Library', '', false))[0]).toBe('In the list');
    expect(namesOf(sheetGroups(commands, null, '', false))).not.toContain('In the list');
  });

  it('lists a key once, for the command that it sets off', () => {
    const reader = sheetGroups(commands, 'Reader', '', false).find(({ name }) => name === 'Reader');

    expect(reader?.lines).toEqual([{ id: 'reader:leave', words: 'Let go, then back to the list', keys: 'Escape' }]);
  });

  it.each([
    ['what a key does', 'WORD MORE', ['One word more']],
    ['any of its keys', 'alt shift', ['One word more']],
    ['a key that a part hears by itself', 'Page', ['By page']],
  ])('is searched by %s', (_, wanted, expected) => {
    const found = sheetGroups(commands, 'Reader', wanted, false).flatMap(({ lines }) =>
      lines.map(({ words }) => words),
    );

    expect(found).toEqual(expect.arrayContaining(expected));
    expect(found.length).toBeLessThan(4);
  });
});

describe('keys that parts hear by themselves', () => {
  const pressed = (keys: string) => {
    const parts = keys.split('+');
    const held = { ctrlKey: parts.includes('Mod'), shiftKey: parts.includes('Shift'), altKey: false, metaKey: false };
    return { key: parts.at(-1) ?? '', ...held };
  };

  it('are heard by the caret as they are told', () => {
    const all = CARET.flatMap(({ keys }) => keys.split(', '));

    expect(all).toHaveLength(14);
    for (const keys of all) expect(caretMoveOf(pressed(keys)), keys).not.toBeNull();
  });

  it.each(['Library', 'Entities', 'Events', 'Sources'])('are heard by the list of %s as they are told', (place) => {
    const [list] = OWN_KEYS[place] ?? [];
    const moves = (list?.keys ?? []).filter(
      ({ words }) => /\b(row|rows)\b/i.test(words) && !/Choose the|Write/.test(words),
    );

    expect(moves.length).toBeGreaterThanOrEqual(3);
    for (const keys of moves.flatMap((line) => line.keys.split(', '))) {
      expect(gridMove(pressed(keys), 3, 20, 5), keys).not.toBeNull();
    }
  });
});
