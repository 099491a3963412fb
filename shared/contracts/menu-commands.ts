/** Every command that a native menu may send as `command:run`; the desk carries each of them out. */
export const menuCommands = [
  'case:new',
  'case:open-file',
  'case:export-file',
  'import:files',
  'import:folder',
  'import:paste',
  'edit:undo',
  'edit:redo',
  'go:library',
  'go:reader',
  'go:search',
  'go:entities',
  'go:events',
  'go:case-file',
  'go:settings',
  'window:new',
  'palette:open',
  'help:keys',
  'workspace:move',
] as const;

/** The id of one command of the native menu. */
export type MenuCommand = (typeof menuCommands)[number];
