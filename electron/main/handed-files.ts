import { BrowserWindow, dialog } from 'electron';
import type { OpenedFiles } from '#electron/services/opened-files.ts';
import { toPayload } from '#shared/kernel/app-error.ts';
import type { DeskWindows } from './desk-windows.ts';

/** Hands case files to the desk, wherever they come from: a double click, a second start, the menu. */
export class HandedFiles {
  private readonly openedFiles: OpenedFiles;
  private readonly windows: DeskWindows;

  constructor(openedFiles: OpenedFiles, windows: DeskWindows) {
    this.openedFiles = openedFiles;
    this.windows = windows;
  }

  /** Announces files to the window used last; says in words which cannot be opened. */
  async hand(paths: readonly string[]): Promise<void> {
    for (const path of paths) {
      try {
        const file = await this.openedFiles.register(path);
        const window = this.windows.last ?? this.windows.open();
        window.tell('file:opened', file);
        window.focus();
      } catch (error) {
        console.error('casewright: a file could not be opened', error);
        await dialog.showMessageBox({
          type: 'error',
          message: 'This file could not be opened.',
          detail: `${path}\n${toPayload(error).message}`,
        });
      }
    }
  }

  /** Asks for case files and hands them over; cancelled, nothing happens. */
  async ask(): Promise<void> {
    const options: Electron.OpenDialogOptions = {
      title: 'Open case file',
      filters: [{ name: 'Casewright case file', extensions: ['casefile'] }],
      properties: ['openFile', 'multiSelections'],
    };
    const over = this.windows.last?.frame ?? BrowserWindow.getFocusedWindow();
    const { canceled, filePaths } = await (over
      ? dialog.showOpenDialog(over, options)
      : dialog.showOpenDialog(options));
    if (!canceled) await this.hand(filePaths);
  }
}
