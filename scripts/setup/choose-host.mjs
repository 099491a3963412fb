/**
 * @typedef {{ kind: 'electron' } | { kind: 'get-electron' } | { kind: 'window' } | { kind: 'address' } | { kind: 'refuse' }} Choice
 *   what to open: Electron, Electron once it is got, a window of an installed browser, an address for any browser, or nothing
 */

const MOVE =
  'Open it there and choose “Move the workspace…”. If that program is gone for good, add --move: the workspace is then ' +
  'opened from its safety copies.';

/**
 * Chooses what opens the workbench. Whoever holds the workspace opens it; a new one prefers Electron.
 *
 * @param {{ wanted: { browser: boolean, url: boolean }, record: import('./place.mjs').PlaceRecord, hasDisplay: boolean,
 *   electron: string | null, whyNoElectron: string | null, browser: string | null }} situation - `whyNoElectron` is null until
 *   getting it has been tried
 * @returns {Choice & { words: string[] }} with what to say about it
 */
export function chooseHost({ wanted, record, hasDisplay, electron, whyNoElectron, browser }) {
  const { place, releasedTo } = record;
  const holder = releasedTo ?? place?.hostKind ?? null;
  if (holder === 'electron') return inElectron({ wanted, hasDisplay, electron, whyNoElectron });
  const isHeldByWindow = holder === 'loopback' && releasedTo === null && place.browserPath !== null;
  const isHeldByAddress = holder === 'loopback' && releasedTo === null && place.browserPath === null;
  if (wanted.url || (isHeldByAddress && !wanted.browser)) return choice('address');
  if (!hasDisplay) {
    if (isHeldByWindow)
      return choice(
        'refuse',
        `The workspace is held by a window of ${place.browserPath}; there is no display to show it on.`,
      );
    return choice('address', 'There is no display here: the desk opens at an address instead of in a window.');
  }
  if (holder === 'loopback' || wanted.browser) return inWindow(browser);
  if (electron !== null) return choice('electron');
  if (whyNoElectron === null) return choice('get-electron');
  return inWindow(browser, `Electron is not used: ${whyNoElectron}.`);
}

function inElectron({ wanted, hasDisplay, electron, whyNoElectron }) {
  if (wanted.browser || wanted.url) return choice('refuse', `The workspace is held by Electron. ${MOVE}`);
  if (!hasDisplay) return choice('refuse', 'The workspace is held by Electron; there is no display to show it on.');
  if (electron !== null) return choice('electron');
  if (whyNoElectron === null) return choice('get-electron');
  return choice('refuse', `The workspace is held by Electron, which cannot be opened: ${whyNoElectron}. ${MOVE}`);
}

function inWindow(browser, ...words) {
  if (browser !== null)
    return choice(
      'window',
      ...words,
      ...(words.length > 0 ? [`The desk opens in ${browser} instead, cut off from the network.`] : []),
    );
  const none =
    'No Chromium, Chrome, Edge or Brave was found (CASEWRIGHT_CHROMIUM names one): the desk opens at an address.';
  return choice('address', ...words, none);
}

function choice(kind, ...words) {
  return { kind, words };
}
