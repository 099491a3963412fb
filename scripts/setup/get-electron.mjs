import { failureNote, fetchElectron } from './fetch-electron.mjs';
import { cacheFolderOf } from './machine.mjs';

/**
 * Gets Electron if it may: with a terminal it asks, without one it needs `--fetch-electron`.
 *
 * @param {{ root: string, version: string | null, machine: import('./machine.mjs').Machine, isAsked: boolean,
 *   ask: ((question: string) => Promise<boolean>) | null, say: (words: string) => void,
 *   showProgress: (percent: number, bytes: number) => void, fetch?: typeof fetchElectron }} options - `isAsked`: the analyst
 *   gave `--fetch-electron`; `ask`: null without a terminal
 * @returns {Promise<string | null>} why there is none, as half a sentence; null when it is there now
 */
export async function getElectron({ root, version, machine, isAsked, ask, say, showProgress, fetch = fetchElectron }) {
  if (version === null) return 'its package is not installed';
  if (machine.environment.CASEWRIGHT_NO_DOWNLOAD) return 'CASEWRIGHT_NO_DOWNLOAD forbids the download';
  const note = failureNote(cacheFolderOf(machine), version);
  const again = 'npm start -- --fetch-electron tries again';
  if (!isAsked) {
    if (note.isThere()) return `an earlier download failed (${again})`;
    if (ask === null) return 'without a terminal to ask in it is downloaded only with --fetch-electron';
    const question = `Electron ${version} is not here yet. Download it now (about 120 MB, once)?`;
    if (!(await ask(question))) return `you chose not to download it (${again.replace('tries again', 'does')})`;
  }
  say(`downloading Electron ${version} (about 120 MB, once; Ctrl+C stops) …`);
  try {
    await fetch({ root, version, onProgress: showProgress });
    note.clear();
    return null;
  } catch (error) {
    note.write(error.message);
    return `it could not be downloaded: ${error.message} (${again})`;
  }
}
