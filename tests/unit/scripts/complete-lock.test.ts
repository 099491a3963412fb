import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Lock = { packages: Record<string, { [key: string]: unknown; optionalDependencies?: Record<string, string> }> };

// a script of npm's, plain .mjs without types: loaded by address so that tsc does not look for them
const { completeLock } = (await import(new URL('../../../scripts/setup/complete-lock.mjs', import.meta.url).href)) as {
  completeLock: (lock: Lock) => { added: string[]; leftAlone: string[] };
};

describe('completeLock', () => {
  it('finds nothing to add to the lock of this repository', () => {
    const lock: Lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));

    expect(completeLock(lock).added).toEqual([]);
  });

  it('adds a platform package that the registry did not have', () => {
    const lock: Lock = {
      packages: {
        '': {},
        'node_modules/tool': { license: 'MIT', dev: true, optionalDependencies: { '@tool/linux-x64-musl': '1.2.3' } },
      },
    };

    expect(completeLock(lock).added).toEqual(['@tool/linux-x64-musl']);
    expect(lock.packages['node_modules/@tool/linux-x64-musl']).toMatchObject({
      version: '1.2.3',
      os: ['linux'],
      cpu: ['x64'],
      libc: ['musl'],
      optional: true,
      dev: true,
    });
  });

  it('leaves alone a package whose platform its name does not say', () => {
    const lock: Lock = { packages: { 'node_modules/tool': { optionalDependencies: { fsevents: '~2.3.3' } } } };

    expect(completeLock(lock)).toEqual({ added: [], leftAlone: ['fsevents@~2.3.3 (of node_modules/tool)'] });
  });
});
