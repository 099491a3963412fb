import { describe, expect, it } from 'vitest';
import { readOptions } from '#electron/loopback/read-options.ts';

describe('readOptions', () => {
  it('opens no browser and takes any port when nothing is said', () => {
    expect(readOptions([], {})).toEqual({
      browserPath: null,
      profile: null,
      isOwnBrowser: false,
      files: [],
      port: null,
      isTied: false,
    });
  });

  it('reads the browser, its profile, files and the environment', () => {
    const args = ['--browser=/usr/bin/chromium', '--profile=/p', '/cases/a.casefile', 'b.casefile'];

    expect(readOptions(args, { CASEWRIGHT_PORT: '4000', CASEWRIGHT_TIED: '1' })).toEqual({
      browserPath: '/usr/bin/chromium',
      profile: '/p',
      isOwnBrowser: false,
      files: ['/cases/a.casefile', `${process.cwd()}/b.casefile`],
      port: 4000,
      isTied: true,
    });
    expect(readOptions(['--own-browser'], {}).isOwnBrowser).toBe(true);
  });

  it.each(['--shell', '--own-browser=1', '--browser'])('refuses %s', (word) => {
    expect(() => readOptions([word], {})).toThrow(word);
  });

  it.each(['0', '65536', '-1', '80.5', '4e3', 'http'])('refuses the port %s', (port) => {
    expect(() => readOptions([], { CASEWRIGHT_PORT: port })).toThrow('CASEWRIGHT_PORT');
  });
});
