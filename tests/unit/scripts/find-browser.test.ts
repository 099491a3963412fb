import { describe, expect, it } from 'vitest';
import { loadScript } from '#tests/support/load-script.ts';

type Machine = { platform: string; home: string; environment: Record<string, string> };
const { browserCandidates, findBrowser, snapProfileOf } = await loadScript<{
  browserCandidates: (machine: Machine) => string[];
  findBrowser: (
    machine: Machine,
    holder: string | null,
    isThere: (path: string) => boolean,
  ) => { path: string | null; named: string | null };
  snapProfileOf: (browser: string, dataFolder: string, machine: Machine) => string | null;
}>('setup/find-browser.mjs');

const linux: Machine = { platform: 'linux', home: '/home/ada', environment: { PATH: '/opt/bin:/usr/bin' } };

describe('findBrowser', () => {
  it('takes the one that holds the workspace before any other', () => {
    expect(findBrowser(linux, '/opt/edge', () => true)).toEqual({ path: '/opt/edge', named: null });
    expect(findBrowser(linux, '/opt/edge', (path) => path === '/usr/bin/chromium')).toEqual({
      path: '/usr/bin/chromium',
      named: null,
    });
  });

  it('takes the one that the environment names, or none', () => {
    const named = { ...linux, environment: { CASEWRIGHT_CHROMIUM: '/my/chromium' } };

    expect(findBrowser(named, '/opt/edge', () => true).path).toBe('/my/chromium');
    expect(findBrowser(named, '/opt/edge', (path) => path === '/opt/edge')).toEqual({
      path: null,
      named: '/my/chromium',
    });
  });

  it('finds none where there is none', () => {
    expect(findBrowser(linux, null, () => false)).toEqual({ path: null, named: null });
  });
});

describe('browserCandidates', () => {
  it('looks through PATH and the folder of snaps on Linux', () => {
    expect(browserCandidates(linux)).toEqual(
      expect.arrayContaining([
        '/opt/bin/chromium',
        '/usr/bin/google-chrome',
        '/snap/bin/chromium',
        '/usr/bin/brave-browser',
      ]),
    );
  });

  it('names Edge first on Windows, where it always is', () => {
    const machine = { platform: 'win32', home: 'C:\\u', environment: { PROGRAMFILES: 'C:\\P' } };

    expect(browserCandidates(machine)[0]).toBe('C:\\P\\Microsoft\\Edge\\Application\\msedge.exe');
  });

  it('names the programs inside the bundles on macOS', () => {
    expect(browserCandidates({ platform: 'darwin', home: '/Users/ada', environment: {} })[0]).toBe(
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    );
  });
});

describe('snapProfileOf', () => {
  it('lies where a browser from a snap may write, apart for each data folder', () => {
    const [one, other] = ['/a', '/b'].map((data) => snapProfileOf('/snap/bin/chromium', data, linux));

    expect(one).toMatch(/^\/home\/ada\/snap\/chromium\/common\/casewright\/browser-profile-[0-9a-f]{12}$/);
    expect(other).not.toBe(one);
  });

  it('is the data folder’s for any other browser', () => {
    expect(snapProfileOf('/usr/bin/chromium', '/a', linux)).toBeNull();
  });
});
