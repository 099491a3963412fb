/**
 * @typedef {{ kind: 'electron' } | { kind: 'get-electron' } | { kind: 'window' } | { kind: 'address' } | { kind: 'refuse' }} Choice
 *   what to open: Electron, Electron once it is got, a window of an installed browser, an address for any browser, or nothing
 */

const goneForGood = (way) =>
  `If that program is gone for good, npm start -- ${way} --move opens the workspace from its safety copies.`;

/**
 * Chooses what opens the workbench. Whoever holds the workspace opens it; a new one prefers Electron.
 *
 * @param {{ wanted: { browser: boolean, url: boolean, move?: boolean }, record: import('./place.mjs').PlaceRecord, hasDisplay: boolean,
 *   electron: string | null, whyNoElectron: string | null, browser: string | null }} situation - `whyNoElectron` is null until
 *   getting it has been tried
 * @returns {Choice & { words: string[] }} with what to say about it
 */
export function chooseHost({ wanted, record, hasDisplay, electron, whyNoElectron, browser }) {
  const { place, releasedTo } = record;
  const holder = releasedTo ?? place?.hostKind ?? null;
  if (holder === 'electron') {
    // released to Electron and not yet held by it: opening it where it is takes the move back
    const isStillHere = place?.hostKind === 'loopback' && !wanted.move;
    const back = { ...record, releasedTo: null };
    const situation = { wanted, record: back, hasDisplay, electron, whyNoElectron, browser };
    if (isStillHere && (wanted.browser || wanted.url)) return chooseHost(situation);
    if (isStillHere && electron === null && whyNoElectron !== null) {
      const there = chooseHost(situation);
      return choice(there.kind, `It is not moved to Electron: ${whyNoElectron}.`, ...there.words);
    }
    return inElectron({ wanted, place, hasDisplay, electron, whyNoElectron });
  }
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

function inElectron({ wanted, place, hasDisplay, electron, whyNoElectron }) {
  if (wanted.browser || wanted.url) {
    const way = wanted.url ? '--url' : '--browser';
    const words = `The workspace is held by Electron. Open it there and choose “Move the workspace…”. ${goneForGood(way)}`;
    return choice('refuse', words);
  }
  if (!hasDisplay) return choice('refuse', 'The workspace is held by Electron; there is no display to show it on.');
  if (electron !== null) return choice('electron');
  if (whyNoElectron === null) return choice('get-electron');
  if (place?.hostKind === 'loopback') {
    const words = `There is no Electron to move the workspace to: ${whyNoElectron}. Nothing was changed.`;
    return choice('refuse', words, 'npm start, without --move, opens the workspace where it is.');
  }
  const words = `The workspace is held by Electron, which cannot be opened: ${whyNoElectron}. ${goneForGood('--browser')}`;
  return choice('refuse', words);
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
