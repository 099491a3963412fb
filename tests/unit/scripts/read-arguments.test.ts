import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPlace as readInHost } from '#electron/services/place-record.ts';
import { loadScript } from '#tests/support/load-script.ts';
import { temporaryFolders } from '#tests/support/temporary-folder.ts';

const { readArguments, helpText, OPTIONS } = await loadScript<{
  readArguments: (words: string[]) => Record<string, unknown>;
  helpText: () => string;
  OPTIONS: readonly { word: string; does: string }[];
}>('setup/read-arguments.mjs');
const { readPlace, releasePlace } = await loadScript<{
  readPlace: (dataFolder: string) => unknown;
  releasePlace: (dataFolder: string, to: string) => void;
}>('setup/place.mjs');
const { hasDisplay, cacheFolderOf } = await loadScript<{
  hasDisplay: (machine: object) => boolean;
  cacheFolderOf: (machine: object) => string;
}>('setup/machine.mjs');

const folder = temporaryFolders();

describe('readArguments', () => {
  it('tells options, files and what is not known apart', () => {
    expect(
      readArguments(['--url', 'a.casefile', '--browser', '--nonsense', '--toString', '--fetch-electron', '--move']),
    ).toEqual({
      browser: true,
      url: true,
      fetchElectron: true,
      move: true,
      help: false,
      files: ['a.casefile'],
      unknown: ['--nonsense', '--toString'],
    });
  });
});

describe('the help of npm start', () => {
  it('is asked for by its long and by its short name', () => {
    expect(readArguments(['--help'])).toMatchObject({ help: true, unknown: [] });
    expect(readArguments(['-h'])).toMatchObject({ help: true, unknown: [] });
    expect(readArguments([])).toMatchObject({ help: false });
  });

  it('has each option with a sentence, on a line of its own, as README.md has', () => {
    const readme = readFileSync('README.md', 'utf8');
    const lines = helpText().split('\n');
    for (const { word, does } of OPTIONS) {
      expect(lines.filter((line) => line.trimStart().startsWith(`${word} `) && line.endsWith(does))).toHaveLength(1);
      expect(readme).toContain(`| \`npm start -- ${word}\` | ${word === '--help' ? 'prints these options' : does} |`);
    }
  });
});

describe('the place record of the start script', () => {
  const place = { hostKind: 'electron', engine: 'electron', engineMajor: 152, browserPath: null };

  it('reads nobody in a new data folder, and in a damaged one leaves the words to the host', () => {
    const data = folder();
    expect(readPlace(data)).toEqual({ place: null, releasedTo: null });
    writeFileSync(join(data, 'place.json'), '{');
    expect(readPlace(data)).toEqual({ place: null, releasedTo: null });
  });

  it('releases the workspace in a way that the hosts read', async () => {
    const data = folder();
    writeFileSync(join(data, 'place.json'), JSON.stringify({ format: 1, place, releasedTo: null }));
    releasePlace(data, 'loopback');

    expect(await readInHost(data)).toEqual({ place, releasedTo: 'loopback' });
    expect(readPlace(data)).toEqual({ place, releasedTo: 'loopback' });
  });

  it('releases nothing where nobody holds the workspace', async () => {
    const data = folder();
    releasePlace(data, 'loopback');

    expect(await readInHost(data)).toEqual({ place: null, releasedTo: null });
  });
});

describe('the machine', () => {
  it('is without a display on Linux alone', () => {
    const linux = { platform: 'linux', environment: {} };

    expect(hasDisplay(linux)).toBe(false);
    expect(hasDisplay({ ...linux, environment: { DISPLAY: ':0' } })).toBe(true);
    expect(hasDisplay({ ...linux, environment: { WAYLAND_DISPLAY: 'wayland-0' } })).toBe(true);
    expect(hasDisplay({ platform: 'darwin', environment: {} })).toBe(true);
  });

  it('keeps what can be had again in the cache folder', () => {
    expect(cacheFolderOf({ home: '/home/ada', environment: {} })).toBe('/home/ada/.cache/casewright');
    expect(cacheFolderOf({ home: '/home/ada', environment: { XDG_CACHE_HOME: '/c' } })).toBe('/c/casewright');
  });
});
