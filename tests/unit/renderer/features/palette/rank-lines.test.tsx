import { describe, expect, it } from 'vitest';
import type { PaletteName } from '#renderer/features/palette/palette-names.ts';
import { rankLines } from '#renderer/features/palette/rank-lines.tsx';
import type { KeyedCommand } from '#renderer/services/commands/command.ts';

const everything = ['command', 'entity', 'event', 'article'] as const;

function command(id: string, words: string, more: Partial<KeyedCommand> = {}): KeyedCommand {
  return { id, words, keys: null, ownKeys: null, group: 'Everywhere', run: () => {}, ...more };
}

function name(kind: PaletteName['kind'], id: string, words: string, aliases: string[] = []): PaletteName {
  return { kind, id, name: words, aliases, side: '', icon: <i /> };
}

const commands = [
  command('edit:undo', 'Undo', { offBecause: 'Nothing to undo' }),
  command('case:new', 'New case…'),
  command('cursor:down', 'Next row', { isKeyOnly: true }),
];
const names = [
  name('entity', 'e1', 'Civil Rescue Corps', ['rescue workers', 'CRC']),
  name('entity', 'e2', 'Rescue Union'),
  name('article', 'a1', 'Rescue workers name the dead'),
];

const idsOf = (words: string, kinds: Parameters<typeof rankLines>[1] = everything) =>
  rankLines(words, kinds, commands, names).map(({ name: group, options }) => [group, options.map(({ id }) => id)]);

describe('rankLines', () => {
  it('puts what cannot be done just now last and leaves out what acts by its key alone', () => {
    expect(idsOf('', ['command'])).toEqual([['Commands', ['command case:new', 'command edit:undo']]]);
  });

  it('groups names by kind, and leaves out groups without one', () => {
    expect(idsOf('rescue')).toEqual([
      ['Entities', ['entity e2', 'entity e1']],
      ['Articles', ['article a1']],
    ]);
  });

  it('finds an entity by another of its names, behind those found by their own, and says by which', () => {
    const [group] = rankLines('crc', everything, commands, names);

    expect(group?.options).toMatchObject([{ id: 'entity e1', more: 'CRC' }]);
  });

  it('shows a few of each kind, and many when only one kind is wanted', () => {
    const many = Array.from({ length: 60 }, (_, at) => name('entity', `n${at}`, `Rescue ${at}`));

    expect(rankLines('rescue', everything, [], many)[0]?.options).toHaveLength(6);
    expect(rankLines('rescue', ['entity'], [], many)[0]?.options).toHaveLength(40);
  });
});
