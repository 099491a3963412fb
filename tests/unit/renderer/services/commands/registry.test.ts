import { describe, expect, it } from 'vitest';
import type { Command } from '#renderer/services/commands/command.ts';
import { CommandRegistry, isSignAlone } from '#renderer/services/commands/registry.ts';

function command(id: string, keys: string | null, more: Partial<Command> = {}): Command {
  return { id, words: id, keys, group: 'Everywhere', run: () => {}, ...more };
}

describe('CommandRegistry', () => {
  it('gives the commands of places while they are there', () => {
    const registry = new CommandRegistry();
    registry.add([command('palette:open', 'Mod+K')]);
    const leave = registry.add([command('library:done', 'd')]);

    expect(registry.all().map(({ id }) => id)).toEqual(['palette:open', 'library:done']);
    leave();
    expect(registry.all().map(({ id }) => id)).toEqual(['palette:open']);
  });

  it('lets a later command stand in for an earlier one of the same id, and gives it back', () => {
    const done: string[] = [];
    const registry = new CommandRegistry();
    registry.add([command('edit:undo', 'Mod+Z', { run: () => done.push('desk') })]);
    const leave = registry.add([command('edit:undo', 'Mod+Z', { run: () => done.push('place') })]);

    registry.run('edit:undo');
    leave();
    registry.run('edit:undo');

    expect(done).toEqual(['place', 'desk']);
  });

  it('lets what stands in stand last, so that its key wins over one that came between', () => {
    const registry = new CommandRegistry();
    registry.add([command('tag:entity', 'e'), command('events:edit', 'e')]);
    registry.add([command('tag:entity', 'e')]);

    expect(registry.all().at(-1)?.id).toBe('tag:entity');
  });

  it('does nothing for a command that is off, and says so', () => {
    const done: string[] = [];
    const registry = new CommandRegistry();
    registry.add([command('edit:redo', 'Mod+Y', { offBecause: 'Nothing to redo', run: () => done.push('redo') })]);

    expect(registry.run('edit:redo')).toBe(false);
    expect(registry.run('never:heard')).toBe(false);
    expect(done).toEqual([]);
  });

  it('carries out a command that was wished for as soon as it comes, once', async () => {
    const done: string[] = [];
    const registry = new CommandRegistry(() => 0);
    registry.run('import:files');

    registry.add([command('library:done', 'd')]);
    registry.add([command('import:files', null, { run: () => done.push('import') })]);
    registry.add([command('import:files', null, { run: () => done.push('again') })]);
    await Promise.resolve();

    expect(done).toEqual(['again']);
  });

  it('forgets a wish that nobody could fulfil in time', async () => {
    let now = 0;
    const done: string[] = [];
    const registry = new CommandRegistry(() => now);
    registry.run('import:files');

    now = 3001;
    registry.add([command('import:files', null, { run: () => done.push('import') })]);
    await Promise.resolve();

    expect(done).toEqual([]);
  });

  it('has the analyst’s keys in place of the given ones', () => {
    const registry = new CommandRegistry();
    registry.add([command('library:done', 'd'), command('library:inbox', 'u'), command('palette:open', 'Mod+K')]);
    registry.changeKeys({ 'library:done': 'f', 'palette:open': null }, true);

    expect(registry.all().map(({ ownKeys }) => ownKeys)).toEqual(['f', 'u', null]);
  });

  it('switches single letters off altogether, and leaves keys that are held', () => {
    const registry = new CommandRegistry();
    registry.add([command('library:done', 'd'), command('go:library', 'g l'), command('palette:open', 'Mod+K')]);
    registry.changeKeys({}, false);

    expect(registry.all().map(({ ownKeys }) => ownKeys)).toEqual([null, null, 'Mod+K']);
  });

  it('remembers the commands of places that were left, so that their keys can be set', () => {
    const registry = new CommandRegistry();
    const leave = registry.add([command('library:done', 'd')]);

    expect(registry.remembered()).toEqual([]);
    leave();
    expect(registry.remembered().map(({ id }) => id)).toEqual(['library:done']);
  });

  it('lists the commands of places that were never entered, with keys that can be changed beforehand', () => {
    const registry = new CommandRegistry();
    registry.foresee([{ id: 'library:done', words: 'Done', keys: 'd', group: 'Status' }]);
    expect(registry.all()).toEqual([]);
    expect(registry.remembered().map(({ id, ownKeys }) => [id, ownKeys])).toEqual([['library:done', 'd']]);

    registry.changeKeys({ 'library:done': 'F4' }, true);
    expect(registry.remembered().map(({ ownKeys }) => ownKeys)).toEqual(['F4']);
    registry.add([command('library:done', 'd')]);
    expect(registry.remembered()).toEqual([]);
    expect(registry.keysOf('library:done')).toBe('F4');
  });

  it('lets what a place says of a command stand for what was foreseen of it', () => {
    const registry = new CommandRegistry();
    registry.add([command('status:done', 'd', { words: 'As the place says' })])();
    registry.foresee([{ id: 'status:done', words: 'As foreseen', keys: 'd', group: 'Status' }]);
    expect(registry.remembered().map(({ words }) => words)).toEqual(['As the place says']);
  });

  it('knows the presses that begin a key of any command, as the analyst has set them', () => {
    const registry = new CommandRegistry();
    registry.add([command('go:library', 'g l')]);
    registry.foresee([{ id: 'help:query', words: 'Help', keys: 'F1, Mod+H', group: 'Search' }]);
    const known = (presses: readonly string[]) => presses.filter((press) => registry.knows(press));

    expect(known(['g', 'l', 'F1', 'Mod+H', 'q'])).toEqual(['g', 'F1', 'Mod+H']);
    registry.changeKeys({}, false);
    expect(known(['g', 'F1'])).toEqual(['F1']);
  });

  it('awaits a place that was gone to until it stands, for three seconds at most', () => {
    let time = 0;
    const registry = new CommandRegistry(() => time);
    expect(registry.isArriving()).toBe(false);
    registry.depart();
    expect(registry.isArriving()).toBe(true);
    registry.arrive();
    expect(registry.isArriving()).toBe(false);
    registry.depart();
    time = 3000;
    expect(registry.isArriving()).toBe(false);
  });

  it('tells its listeners, until they stop listening', () => {
    let told = 0;
    const registry = new CommandRegistry();
    const stop = registry.listen(() => told++);

    registry.add([]);
    stop();
    registry.add([]);

    expect(told).toBe(1);
  });

  it('gives the same list until something changes', () => {
    const registry = new CommandRegistry();
    registry.add([command('a:b', null)]);

    expect(registry.all()).toBe(registry.all());
  });

  it('says nothing of an arrival where none was on its way: whoever draws on hearing it would never end', () => {
    const registry = new CommandRegistry(() => 0);
    let told = 0;
    registry.listen(() => {
      told += 1;
    });
    registry.arrive();
    expect(told).toBe(0);

    registry.depart();
    registry.arrive();
    registry.arrive();
    expect(told).toBe(1);
  });
});

describe('isSignAlone', () => {
  it.each([
    ['d', true],
    ['g l', true],
    ['?', true],
    ['Mod+K', false],
    ['F6', false],
    ['Enter', false],
  ])('of %s is %s', (keys, is) => {
    expect(isSignAlone(keys)).toBe(is);
  });
});
