import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { holdPlace, readPlace, releasePlace, whyNotHere } from '#electron/services/place-record.ts';
import type { Place } from '#shared/contracts/host.ts';
import { temporaryFolders } from '#tests/support/temporary-folder.ts';

const folder = temporaryFolders();
const chromium: Place = {
  hostKind: 'loopback',
  engine: 'chromium',
  engineMajor: 156,
  browserPath: '/usr/bin/chromium',
};
const electron: Place = { hostKind: 'electron', engine: 'electron', engineMajor: 152, browserPath: null };
const own: Place = { ...chromium, browserPath: null };

describe('the place record', () => {
  it('names nobody in a new data folder', async () => {
    expect(await readPlace(folder())).toEqual({ place: null, releasedTo: null });
  });

  it('remembers who holds the workspace', async () => {
    const data = folder();
    await holdPlace(data, chromium);

    expect(await readPlace(data)).toEqual({ place: chromium, releasedTo: null });
  });

  it('keeps the old holder while the workspace moves, until the new one holds it', async () => {
    const data = folder();
    await holdPlace(data, chromium);
    await releasePlace(data, 'electron');
    expect(await readPlace(data)).toEqual({ place: chromium, releasedTo: 'electron' });

    await holdPlace(data, electron);
    expect(await readPlace(data)).toEqual({ place: electron, releasedTo: null });
  });

  it.each(['', '{', '{"format":2,"place":null,"releasedTo":null}', '{"format":1}', 'null'])(
    'refuses to guess when the file says %j, and leaves it',
    async (text) => {
      const data = folder();
      writeFileSync(join(data, 'place.json'), text);

      await expect(readPlace(data)).rejects.toMatchObject({ code: 'unreadable' });
      expect(readFileSync(join(data, 'place.json'), 'utf8')).toBe(text);
    },
  );
});

describe('whyNotHere', () => {
  it.each<[string, Place | null, Place]>([
    ['a new data folder', null, electron],
    ['the same browser', chromium, chromium],
    ['a later version of it', chromium, { ...chromium, engineMajor: 157 }],
    ['the same browser at another path', chromium, { ...chromium, browserPath: '/usr/bin/chromium-browser' }],
    ['the same Electron', electron, electron],
    ['the analyst’s own browser again', own, own],
  ])('lets in %s', (_, place, candidate) => {
    expect(whyNotHere({ place, releasedTo: null }, candidate)).toBeNull();
  });

  it.each<[string, Place, Place, RegExp]>([
    ['an older version', chromium, { ...chromium, engineMajor: 155 }, /chromium 155 is older/],
    ['an older Electron', electron, { ...electron, engineMajor: 108 }, /electron 108 is older/],
    ['another browser', chromium, { ...chromium, engine: 'edge', browserPath: '/usr/bin/edge' }, /show an empty one/],
    ['Electron when a browser holds it', chromium, electron, /held by an app window of \/usr\/bin\/chromium/],
    ['a browser when Electron holds it', electron, chromium, /held by Electron/],
    ['the own browser when a window holds it', chromium, own, /not by your own browser/],
    ['a window when the own browser holds it', own, chromium, /held by your own browser/],
  ])('refuses %s with words', (_, place, candidate, words) => {
    expect(whyNotHere({ place, releasedTo: null }, candidate)).toMatch(words);
  });

  it('lets in any host of the kind to which the workspace was released, and still the old one', () => {
    const record = { place: chromium, releasedTo: 'electron' as const };

    expect(whyNotHere(record, electron)).toBeNull();
    expect(whyNotHere(record, chromium)).toBeNull();
    expect(whyNotHere(record, { ...chromium, engineMajor: 1 })).toMatch(/older/);
  });
});
