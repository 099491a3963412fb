const OPTIONS = {
  '--browser': 'browser',
  '--url': 'url',
  '--fetch-electron': 'fetchElectron',
  '--move': 'move',
};

/**
 * Reads what follows `npm start --`.
 *
 * @param {string[]} words
 * @returns {{ browser: boolean, url: boolean, fetchElectron: boolean, move: boolean, files: string[], unknown: string[] }}
 */
export function readArguments(words) {
  const read = { browser: false, url: false, fetchElectron: false, move: false, files: [], unknown: [] };
  for (const word of words) {
    if (Object.hasOwn(OPTIONS, word)) read[OPTIONS[word]] = true;
    else (word.startsWith('-') ? read.unknown : read.files).push(word);
  }
  return read;
}
