import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadScript } from '#tests/support/load-script.ts';
import { temporaryFolders } from '#tests/support/temporary-folder.ts';

type Options = {
  root: string;
  version: string | null;
  machine: { platform: string; home: string; environment: Record<string, string> };
  isAsked: boolean;
  ask: ((question: string) => Promise<boolean>) | null;
  say: (words: string) => void;
  showProgress: (percent: number, bytes: number) => void;
  fetch: () => Promise<void>;
};
const { getElectron } = await loadScript<{ getElectron: (options: Options) => Promise<string | null> }>(
  'setup/get-electron.mjs',
);

const folder = temporaryFolders();

function start(options: Partial<Options> & { environment?: Record<string, string>; home?: string } = {}) {
  const seen = { fetched: 0, said: [] as string[], questions: [] as string[] };
  const home = options.home ?? folder();
  const run = getElectron({
    root: '/nowhere',
    version: '45.0.0',
    machine: { platform: 'linux', home, environment: options.environment ?? {} },
    isAsked: false,
    ask: null,
    say: (words) => seen.said.push(words),
    showProgress: () => {},
    fetch: async () => {
      seen.fetched += 1;
    },
    ...options,
  });
  return { run, seen, note: join(home, '.cache', 'casewright', 'electron-45.0.0.failed'), home };
}

describe('getElectron', () => {
  it('asks where there is a terminal, and downloads on yes', async () => {
    const questions: string[] = [];
    const { run, seen } = start({
      ask: async (question) => {
        questions.push(question);
        return true;
      },
    });

    expect(await run).toBeNull();
    expect(seen.fetched).toBe(1);
    expect(questions).toEqual([expect.stringContaining('120 MB')]);
  });

  it('downloads nothing on no', async () => {
    const { run, seen, note } = start({ ask: async () => false });

    expect(await run).toContain('you chose not to');
    expect(seen.fetched).toBe(0);
    expect(existsSync(note)).toBe(false);
  });

  it('downloads nothing without a terminal, unless told to', async () => {
    const without = start();
    expect(await without.run).toContain('--fetch-electron');
    expect(without.seen.fetched).toBe(0);

    const told = start({ isAsked: true });
    expect(await told.run).toBeNull();
    expect(told.seen.fetched).toBe(1);
  });

  it('downloads nothing when that is forbidden, even when told to', async () => {
    const { run, seen } = start({ isAsked: true, environment: { CASEWRIGHT_NO_DOWNLOAD: '1' } });

    expect(await run).toContain('CASEWRIGHT_NO_DOWNLOAD');
    expect(seen.fetched).toBe(0);
  });

  it('notes a failure, and does not try or ask again until told to', async () => {
    const failed = start({ isAsked: true, fetch: () => Promise.reject(new Error('no data for 15 s')) });
    expect(await failed.run).toContain('no data for 15 s');
    expect(readFileSync(failed.note, 'utf8')).toBe('no data for 15 s\n');

    const next = start({ home: failed.home, ask: () => Promise.reject(new Error('asked')) });
    expect(await next.run).toContain('an earlier download failed');

    const again = start({ home: failed.home, isAsked: true });
    expect(await again.run).toBeNull();
    expect(existsSync(failed.note)).toBe(false);
  });

  it('says so where Electron is not even named', async () => {
    expect(await start({ version: null, isAsked: true }).run).toContain('not installed');
  });
});
