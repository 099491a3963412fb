import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

/** Stands before the fuses in every Electron binary; then come a version, a count, and one character a fuse. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSES = [
  'runAsNode',
  'cookieEncryption',
  'nodeOptions',
  'nodeCliInspect',
  'asarIntegrity',
  'onlyFromAsar',
  'ownSnapshot',
  'fileExtraPrivileges',
];

/** The head of an archive without files: lengths of the lengths, of the head, of its text; then the text, to four bytes. */
const EMPTY_ARCHIVE = Buffer.from('\x04\0\0\0\x14\0\0\0\x10\0\0\0\x0c\0\0\0{"files":{}}', 'latin1');

test('a package holds the build alone, and its fuses are set', () => {
  test.setTimeout(120_000);
  test.skip(process.platform !== 'linux', 'the make-believe Electron is one for Linux');
  const folder = mkdtempSync(join(tmpdir(), 'casewright-package-'));
  try {
    const packed = pack(makeElectron(join(folder, 'electron')), join(folder, 'packed'));
    const held = filesOf(join(packed, 'resources', 'app.asar'));
    expect(held).toEqual(expect.arrayContaining(['package.json', 'out/main/index.cjs', 'out/preload/index.cjs']));
    expect(held).toContain('out/renderer/index.html');
    expect(held.filter((path) => !/^(package\.json$|out\/(main|preload|renderer)\/)/.test(path))).toEqual([]);
    expect(held.filter((path) => path.endsWith('.map') || path.includes('node_modules'))).toEqual([]);
    expect(existsSync(join(packed, 'resources', 'default_app.asar'))).toBe(false);
    expect(readdirSync(join(packed, 'locales')).sort()).toEqual(['de.pak', 'en-US.pak', 'zh-CN.pak']);
    expect(fusesOf(join(packed, 'casewright'))).toEqual({
      runAsNode: '0',
      cookieEncryption: '1',
      nodeOptions: '0',
      nodeCliInspect: '0',
      asarIntegrity: '1',
      onlyFromAsar: '1',
      ownSnapshot: '0',
      fileExtraPrivileges: '0',
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Makes a folder that electron-builder takes for an Electron, fuses and all. */
function makeElectron(folder: string): string {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'));
  const { version } = JSON.parse(readFileSync('node_modules/electron/package.json', 'utf8'));
  writeFileSync(join(folder, 'version'), version);
  for (const locale of ['en-US', 'de', 'zh-CN', 'ja', 'fi'])
    writeFileSync(join(folder, 'locales', `${locale}.pak`), '');
  writeFileSync(join(folder, 'electron'), `before${SENTINEL}\u0001\u0009101000011after`, { mode: 0o755 });
  for (const helper of ['chrome-sandbox', 'chrome_crashpad_handler']) writeFileSync(join(folder, helper), '');
  writeFileSync(join(folder, 'resources', 'default_app.asar'), EMPTY_ARCHIVE);
  return folder;
}

function pack(electron: string, output: string): string {
  const cli = join('node_modules', 'electron-builder', 'cli.js');
  const ours = ['--config', 'electron.builder.yml', `-c.electronDist=${electron}`, `-c.directories.output=${output}`];
  const { status, stdout, stderr } = spawnSync(process.execPath, [
    cli,
    ...ours,
    '--linux',
    'dir',
    '--publish',
    'never',
  ]);
  if (status !== 0) throw new Error(`electron-builder ended with ${status}: ${stdout}${stderr}`);
  return join(output, 'linux-unpacked');
}

type Entry = { files?: Record<string, Entry> };

/** Lists an archive: its head is JSON behind sixteen bytes of lengths. */
function filesOf(archive: string): string[] {
  const bytes = readFileSync(archive);
  const head: Entry = JSON.parse(bytes.subarray(16, 16 + bytes.readUInt32LE(12)).toString());
  const list = (entry: Entry, path: string): string[] =>
    entry.files
      ? Object.entries(entry.files).flatMap(([name, inner]) => list(inner, `${path}/${name}`))
      : [path.slice(1)];
  return list(head, '');
}

function fusesOf(binary: string): Record<string, string> {
  const bytes = readFileSync(binary);
  const first = bytes.indexOf(SENTINEL) + SENTINEL.length + 2;
  return Object.fromEntries(FUSES.map((name, at) => [name, String.fromCharCode(bytes[first + at] ?? 0)]));
}
