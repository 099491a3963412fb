/** What may follow `npm start --`, each with what it does. */
export const OPTIONS = [
  { word: '--browser', key: 'browser', does: 'opens in an installed browser even if Electron is there' },
  { word: '--url', key: 'url', does: 'prints an address for your own browser instead of opening a window' },
  {
    word: '--fetch-electron',
    key: 'fetchElectron',
    does: 'downloads Electron without asking, also after an earlier failure',
  },
  {
    word: '--move',
    key: 'move',
    does:
      'opens the workspace from its safety copies when the program that holds it is gone for good: in Electron, or with ' +
      '--browser or --url in that',
  },
  { word: '--help', key: 'help', does: 'prints this' },
  { word: 'FILE.casefile', key: null, does: 'opens a case file' },
];

/**
 * Reads what follows `npm start --`.
 *
 * @param {string[]} words
 * @returns {{ browser: boolean, url: boolean, fetchElectron: boolean, move: boolean, help: boolean, files: string[],
 *   unknown: string[] }}
 */
export function readArguments(words) {
  const read = { browser: false, url: false, fetchElectron: false, move: false, help: false, files: [], unknown: [] };
  for (const word of words) {
    const option = OPTIONS.find(
      (one) => one.key !== null && (one.word === word || (word === '-h' && one.key === 'help')),
    );
    if (option) read[option.key] = true;
    else (word.startsWith('-') ? read.unknown : read.files).push(word);
  }
  return read;
}

/** The options with a sentence each, as a terminal shows them. */
export function helpText() {
  const width = Math.max(...OPTIONS.map(({ word }) => word.length)) + 2;
  return [
    'npm start                installs what is missing, builds what is stale, opens the workbench',
    'npm start -- OPTIONS     does so in another way:',
    '',
    ...OPTIONS.map(({ word, does }) => `  ${word.padEnd(width)}${does}`),
    '',
    'A second start opens another window of the workbench that runs. Ctrl+C, or closing the last window, ends it.',
    'README.md names the environment that it heeds.',
  ].join('\n');
}
