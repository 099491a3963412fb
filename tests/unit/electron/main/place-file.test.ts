import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { placeFile } from '#electron/main/place-file.ts';

const system = vi.hoisted(() => ({ rename: null as null | ((source: string, target: string) => Promise<void>) }));
// two disks are not to be had in a test: only the answer of the system is made up
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  return {
    ...real,
    rename: (source: string, target: string) => (system.rename ?? real.rename)(source, target),
  };
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'casewright-place-'));
  writeFileSync(join(folder, 'source'), 'whole');
});
afterEach(() => {
  system.rename = null;
  rmSync(folder, { recursive: true });
});

describe('placeFile', () => {
  it('moves a file, over what stood there', async () => {
    writeFileSync(join(folder, 'target'), 'old');
    await placeFile(join(folder, 'source'), join(folder, 'target'));
    expect(readFileSync(join(folder, 'target'), 'utf8')).toBe('whole');
    expect(readdirSync(folder)).toEqual(['target']);
  });

  it('copies a file to another disk and leaves nothing beside it', async () => {
    refuseFirstRename();
    await placeFile(join(folder, 'source'), join(folder, 'target'));
    expect(readFileSync(join(folder, 'target'), 'utf8')).toBe('whole');
    expect(readdirSync(folder)).toEqual(['target']);
  });

  it('leaves both as they were when it cannot move', async () => {
    mkdirSync(join(folder, 'target', 'inside'), { recursive: true });
    await expect(placeFile(join(folder, 'source'), join(folder, 'target'))).rejects.toThrow();
    expect(readFileSync(join(folder, 'source'), 'utf8')).toBe('whole');
    expect(readdirSync(join(folder, 'target'))).toEqual(['inside']);
  });

  it('leaves no half file when it cannot copy', async () => {
    mkdirSync(join(folder, 'target', 'inside'), { recursive: true });
    refuseFirstRename();
    await expect(placeFile(join(folder, 'source'), join(folder, 'target'))).rejects.toThrow();
    expect(readdirSync(folder).sort()).toEqual(['source', 'target']);
  });
});

function refuseFirstRename(): void {
  system.rename = async () => {
    system.rename = null;
    throw Object.assign(new Error('cross-device link not permitted'), { code: 'EXDEV' });
  };
}
