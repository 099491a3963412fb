import { describe, expect, it } from 'vitest';
import { nameOfOldProfile, placeOfWindow, refuseElsewhere } from '#electron/loopback/loopback-place.ts';
import type { Place } from '#shared/contracts/host.ts';

const chromium = { path: '/usr/bin/chromium', engine: 'chromium', engineMajor: 156 };
const held: Place = { hostKind: 'loopback', browserPath: chromium.path, engine: 'chromium', engineMajor: 156 };
const agent = 'Mozilla/5.0 Chrome/157.0.0.0 Safari/537.36';

describe('placeOfWindow', () => {
  it('believes the program that the host has opened', () => {
    expect(placeOfWindow(chromium, agent)).toEqual(held);
  });

  it('believes the requests where the program does not tell its version, and in the analyst’s own browser', () => {
    expect(placeOfWindow({ ...chromium, engineMajor: 0 }, agent).engineMajor).toBe(157);
    expect(placeOfWindow(null, agent)).toEqual({ ...held, browserPath: null, engineMajor: 157 });
  });
});

describe('refuseElsewhere', () => {
  it('refuses an older browser before it has touched the profile', () => {
    expect(() => refuseElsewhere({ place: held, releasedTo: null }, { ...chromium, engineMajor: 155 })).toThrow(
      'older',
    );
  });

  it('lets in what cannot be told yet', () => {
    refuseElsewhere({ place: held, releasedTo: null }, { ...chromium, engineMajor: 0 });
    refuseElsewhere({ place: { ...held, browserPath: null }, releasedTo: null }, null);
    refuseElsewhere({ place: null, releasedTo: null }, null);
  });

  it('refuses the analyst’s own browser when a window holds the workspace', () => {
    expect(() => refuseElsewhere({ place: held, releasedTo: null }, null)).toThrow('app window');
  });
});

describe('nameOfOldProfile', () => {
  const edge = { path: '/usr/bin/edge', engine: 'edge', engineMajor: 156 };

  it('sets the profile aside when the workspace moves to another or an older browser', () => {
    const record = { place: held, releasedTo: 'loopback' as const };

    expect(nameOfOldProfile(record, edge, 7)).toBe('of-chromium-156-7');
    expect(nameOfOldProfile(record, { ...chromium, engineMajor: 100 }, 7)).toBe('of-chromium-156-7');
    expect(nameOfOldProfile(record, chromium, 7)).toBeNull();
  });

  it('sets aside what lies there from before Electron held the workspace', () => {
    const electron: Place = { hostKind: 'electron', engine: 'Electron', engineMajor: 45, browserPath: null };

    expect(nameOfOldProfile({ place: electron, releasedTo: 'loopback' }, chromium, 7)).toBe('before-Electron-7');
  });

  it('leaves it where nothing moves', () => {
    expect(nameOfOldProfile({ place: held, releasedTo: null }, chromium, 7)).toBeNull();
    expect(nameOfOldProfile({ place: null, releasedTo: null }, edge, 7)).toBeNull();
  });
});
