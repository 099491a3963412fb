import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '#shared/contracts/menu-commands.ts';

/** What the menu can set off. */
export type MenuActions = {
  /** Has the desk in the window used last carry out a command. */
  readonly run: (command: MenuCommand) => void;
  /** Asks for a case file and hands it to the desk. */
  readonly openCaseFile: () => void;
  readonly openWindow: () => void;
};

type Items = MenuItemConstructorOptions[];

const BREAK: MenuItemConstructorOptions = { type: 'separator' };

/** Builds the native menu: the desk's own commands under the names they have there, and what every program has. */
export function menuTemplate(platform: NodeJS.Platform, actions: MenuActions): Items {
  const isMac = platform === 'darwin';
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    { label: '&File', submenu: fileItems(isMac, actions) },
    { label: '&Edit', submenu: editItems(actions) },
    { label: '&Go', submenu: goItems(actions) },
    { label: '&View', submenu: viewItems() },
    { role: 'windowMenu' },
    { role: 'help', submenu: [item('&Keys', 'help:keys', actions)] },
  ];
}

function item(label: string, command: MenuCommand, { run }: MenuActions, key?: string): MenuItemConstructorOptions {
  // the key is the desk's: it knows whether a text field has the caret, so the menu shows it and leaves it alone
  const shown = key === undefined ? {} : { accelerator: key, registerAccelerator: false };
  return { id: command, label, click: () => run(command), ...shown };
}

function fileItems(isMac: boolean, actions: MenuActions): Items {
  return [
    item('&New case…', 'case:new', actions),
    {
      id: 'case:open-file',
      label: '&Open case file…',
      accelerator: 'CmdOrCtrl+O',
      click: () => actions.openCaseFile(),
    },
    item('&Export case file…', 'case:export-file', actions),
    BREAK,
    item('&Import…', 'import:files', actions),
    item('Import &folder…', 'import:folder', actions),
    item('&Paste text…', 'import:paste', actions),
    BREAK,
    {
      id: 'window:new',
      label: 'New &window',
      accelerator: 'CmdOrCtrl+Shift+N',
      registerAccelerator: false,
      click: () => actions.openWindow(),
    },
    item('&Move the workspace…', 'workspace:move', actions),
    item('&Settings', 'go:settings', actions),
    BREAK,
    { role: 'close' },
    ...(isMac ? [] : [{ role: 'quit' } as const]),
  ];
}

function editItems(actions: MenuActions): Items {
  return [
    item('&Undo', 'edit:undo', actions, 'CmdOrCtrl+Z'),
    item('&Redo', 'edit:redo', actions, 'CmdOrCtrl+Shift+Z'),
    BREAK,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'selectAll' },
  ];
}

function goItems(actions: MenuActions): Items {
  return [
    item('&Commands…', 'palette:open', actions, 'CmdOrCtrl+K'),
    BREAK,
    item('&Library', 'go:library', actions),
    item('&Reader', 'go:reader', actions),
    item('&Search', 'go:search', actions),
    item('&Entities', 'go:entities', actions),
    item('E&vents', 'go:events', actions),
    item('Case &file', 'go:case-file', actions),
  ];
}

function viewItems(): Items {
  return [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    // where the plus needs Shift, nobody presses it
    { role: 'zoomIn', accelerator: 'CmdOrCtrl+=', visible: false, acceleratorWorksWhenHidden: true },
    { role: 'zoomOut' },
    BREAK,
    { role: 'togglefullscreen' },
  ];
}
