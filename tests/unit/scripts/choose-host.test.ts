import { describe, expect, it } from 'vitest';
import { loadScript } from '#tests/support/load-script.ts';

type Place = { hostKind: 'electron' | 'loopback'; browserPath: string | null };
type Situation = {
  wanted: { browser: boolean; url: boolean; move?: boolean };
  record: { place: Place | null; releasedTo: 'electron' | 'loopback' | null };
  hasDisplay: boolean;
  electron: string | null;
  whyNoElectron: string | null;
  browser: string | null;
};

const { chooseHost } = await loadScript<{
  chooseHost: (situation: Situation) => { kind: string; words: string[] };
}>('setup/choose-host.mjs');

const nobody = { place: null, releasedTo: null };
const held = (place: Place) => ({ place, releasedTo: null });
const inElectron = held({ hostKind: 'electron', browserPath: null });
const inWindow = held({ hostKind: 'loopback', browserPath: '/usr/bin/chromium' });
const atAddress = held({ hostKind: 'loopback', browserPath: null });
const plain: Situation = {
  wanted: { browser: false, url: false },
  record: nobody,
  hasDisplay: true,
  electron: '/e/electron',
  whyNoElectron: null,
  browser: '/usr/bin/chromium',
};
const move = { browser: false, url: false, move: true };
const browser = { browser: true, url: false };
const url = { browser: false, url: true };

describe('chooseHost', () => {
  it.each<[string, Partial<Situation>, string]>([
    ['Electron for a new workspace', {}, 'electron'],
    ['to get Electron first where it is not here', { electron: null }, 'get-electron'],
    ['a window where Electron cannot be had', { electron: null, whyNoElectron: 'no data' }, 'window'],
    [
      'an address where there is no browser either',
      { electron: null, whyNoElectron: 'no data', browser: null },
      'address',
    ],
    ['a window when that is wanted', { wanted: browser }, 'window'],
    ['an address when that is wanted', { wanted: url }, 'address'],
    ['an address where there is no display', { hasDisplay: false }, 'address'],
    [
      'an address where there is no display, though a window is wanted',
      { hasDisplay: false, wanted: browser },
      'address',
    ],
    ['Electron when it holds the workspace', { record: inElectron }, 'electron'],
    ['the window that holds the workspace, though Electron is here', { record: inWindow }, 'window'],
    ['the address that holds the workspace, though Electron is here', { record: atAddress }, 'address'],
    ['Electron when the workspace was released to it', { record: { ...inWindow, releasedTo: 'electron' } }, 'electron'],
    [
      'a window when the workspace was released to one',
      { record: { ...inElectron, releasedTo: 'loopback' } },
      'window',
    ],
    [
      'the window that still holds it when a move to Electron comes to nothing',
      { record: { ...inWindow, releasedTo: 'electron' }, electron: null, whyNoElectron: 'no data' },
      'window',
    ],
    [
      'the window that still holds it when that is wanted, though it was released to Electron',
      { record: { ...inWindow, releasedTo: 'electron' }, wanted: browser },
      'window',
    ],
    [
      'the address that still holds it when that is wanted, though it was released to Electron',
      { record: { ...atAddress, releasedTo: 'electron' }, wanted: url },
      'address',
    ],
    ['Electron for a move to it', { record: { ...inWindow, releasedTo: 'electron' }, wanted: move }, 'electron'],
    ['to get the Electron that holds the workspace', { record: inElectron, electron: null }, 'get-electron'],
  ])('chooses %s', (_, situation, kind) => {
    expect(chooseHost({ ...plain, ...situation }).kind).toBe(kind);
  });

  it.each<[string, Partial<Situation>, RegExp]>([
    [
      'a window when Electron holds the workspace',
      { record: inElectron, wanted: browser },
      /held by Electron.*--browser --move/,
    ],
    [
      'an address when Electron holds the workspace',
      { record: inElectron, wanted: url },
      /held by Electron.*--url --move/,
    ],
    [
      'another host when the Electron that holds it cannot be had',
      { record: inElectron, electron: null, whyNoElectron: 'no data for 15 s' },
      /cannot be opened: no data for 15 s.*npm start -- --browser --move/,
    ],
    [
      'a move to an Electron that cannot be had',
      {
        record: { ...inWindow, releasedTo: 'electron' },
        wanted: move,
        electron: null,
        whyNoElectron: 'no data for 15 s',
      },
      /no Electron to move the workspace to: no data for 15 s. Nothing was changed. npm start, without --move, opens/,
    ],
    ['Electron without a display', { record: inElectron, hasDisplay: false }, /no display/],
    ['the window that holds it without a display', { record: inWindow, hasDisplay: false }, /no display/],
  ])('refuses %s, in words', (_, situation, words) => {
    const { kind, words: said } = chooseHost({ ...plain, ...situation });

    expect(kind).toBe('refuse');
    expect(said.join(' ')).toMatch(words);
  });

  it('says what it does instead of opening Electron, and why', () => {
    expect(chooseHost({ ...plain, electron: null, whyNoElectron: 'no data for 15 s' }).words).toEqual([
      'Electron is not used: no data for 15 s.',
      'The desk opens in /usr/bin/chromium instead, cut off from the network.',
    ]);
  });

  it('says nothing where it does what was wanted', () => {
    expect(chooseHost({ ...plain, wanted: browser }).words).toEqual([]);
    expect(chooseHost({ ...plain, wanted: url }).words).toEqual([]);
    expect(chooseHost(plain).words).toEqual([]);
  });
});
