import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { type MenuActions, menuTemplate } from '#electron/main/menu-template.ts';
import { menuCommands } from '#shared/contracts/menu-commands.ts';

const quiet: MenuActions = { run: () => {}, openCaseFile: () => {}, openWindow: () => {} };

const itemsOf = (platform: NodeJS.Platform, actions = quiet): MenuItemConstructorOptions[] =>
  menuTemplate(platform, actions).flatMap(function all(item): MenuItemConstructorOptions[] {
    return [item, ...(Array.isArray(item.submenu) ? item.submenu.flatMap(all) : [])];
  });

describe.each(['linux', 'win32', 'darwin'] as const)('the menu on %s', (platform) => {
  it('has each command once', () => {
    const ids = itemsOf(platform).flatMap(({ id }) => id ?? []);
    expect([...ids].sort()).toEqual([...menuCommands].sort());
  });

  it('gives each submenu’s items keys of their own', () => {
    for (const { label, submenu } of menuTemplate(platform, quiet)) {
      const letters = (Array.isArray(submenu) ? submenu : []).flatMap(
        (item) => /&(.)/.exec(item.label ?? '')?.[1] ?? [],
      );
      expect(new Set(letters.map((letter) => letter.toLowerCase())).size, label).toBe(letters.length);
    }
  });

  it('ends from the menu that this system ends programs from', () => {
    const roles = itemsOf(platform).map(({ role }) => role);
    expect(roles.includes('quit')).toBe(platform !== 'darwin');
    expect(roles.includes('appMenu')).toBe(platform === 'darwin');
  });

  it('shows the desk’s keys and leaves them to the desk', () => {
    const own = itemsOf(platform).filter(({ accelerator, role }) => accelerator && !role);
    expect(own.filter(({ registerAccelerator }) => registerAccelerator !== false).map(({ id }) => id)).toEqual([
      'case:open-file',
    ]);
  });
});

describe('menuTemplate', () => {
  it('sends a command, opens a file, opens a window: each item its own', () => {
    const done: string[] = [];
    const actions = {
      run: (command: string) => void done.push(command),
      openCaseFile: () => void done.push('file'),
      openWindow: () => void done.push('window'),
    };
    for (const { id, click } of itemsOf('linux', actions)) {
      if (id) Reflect.apply(click ?? (() => {}), null, []);
    }
    expect(done.sort()).toEqual(
      ['file', 'window', ...menuCommands.filter((id) => id !== 'case:open-file' && id !== 'window:new')].sort(),
    );
  });
});
