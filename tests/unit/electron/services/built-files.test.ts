import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBuiltFile, listBuiltFiles } from '#electron/services/built-files.ts';

let folder: string;
let files: ReadonlyMap<string, string>;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'casewright-built-'));
  mkdirSync(join(folder, 'built', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'x');
  writeFileSync(join(folder, 'built', 'index.html'), 'x');
  writeFileSync(join(folder, 'built', 'assets', 'a b.js'), 'x');
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'built', 'link.txt'));
  symlinkSync(folder, join(folder, 'built', 'up'));
  files = listBuiltFiles(join(folder, 'built'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('listBuiltFiles', () => {
  it('lists files by address and follows no link', () => {
    expect([...files.keys()].sort()).toEqual(['/assets/a b.js', '/index.html']);
  });

  it('lists nothing where nothing is built', () => {
    expect(listBuiltFiles(join(folder, 'missing')).size).toBe(0);
  });
});

describe('findBuiltFile', () => {
  it.each([
    ['/', '/index.html'],
    ['/index.html', '/index.html'],
    ['/index%2ehtml', '/index.html'],
    ['/assets/a%20b.js', '/assets/a b.js'],
  ])('finds %s', (pathname, found) => {
    expect(findBuiltFile(files, pathname)).toEqual({ pathname: found, file: join(folder, 'built', found) });
  });

  it.each([
    '',
    '/missing',
    '/assets',
    '/assets/',
    '//index.html',
    '/./index.html',
    '/assets/../index.html',
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/link.txt',
    '/up/secret.txt',
    '/index.html%00',
    '/%zz',
    '/INDEX.HTML',
    '/__proto__',
    '/constructor',
  ])('does not find %s', (pathname) => {
    expect(findBuiltFile(files, pathname)).toBeNull();
  });
});
