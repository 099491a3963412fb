import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fakeProgram } from '#tests/support/fake-program.ts';
import { loadScript } from '#tests/support/load-script.ts';
import { temporaryFolders } from '#tests/support/temporary-folder.ts';

type Options = { path: string; root: string; files: string[]; environment: Record<string, string | undefined> };
const { runElectron } = await loadScript<{
  runElectron: (options: Options) => Promise<{ code: number; isFailure: boolean }>;
}>('setup/run-electron.mjs');

const folder = temporaryFolders();
const run = (path: string, options: Partial<Options> = {}) =>
  runElectron({ path, root: '/the/root', files: [], environment: process.env, ...options });

describe('runElectron', () => {
  it('takes a program that ends well for one that was used', async () => {
    expect(await run(fakeProgram(folder(), 'exit 0'))).toEqual({ code: 0, isFailure: false });
  });

  it.each([
    ['a missing library', 'exit 127', 127],
    ['a crash', 'kill -SEGV $$', 1],
  ])('takes %s at once for a failure', async (_, script, code) => {
    expect(await run(fakeProgram(folder(), script))).toEqual({ code, isFailure: true });
  });

  it('takes a program that is not there for a failure', async () => {
    expect(await run('/nowhere/electron')).toEqual({ code: 127, isFailure: true });
  });

  it('takes the exit code 3 for a host that has said why it does not open', async () => {
    expect(await run(fakeProgram(folder(), 'exit 3'))).toEqual({ code: 3, isFailure: false });
  });

  it('hands on files, and is not turned into a plain Node by an editor’s environment', async () => {
    const place = folder();
    const path = fakeProgram(place, `echo "$@ [$ELECTRON_RUN_AS_NODE] $CASEWRIGHT_DATA" > ${join(place, 'seen')}`);
    const environment = { ...process.env, ELECTRON_RUN_AS_NODE: '1', CASEWRIGHT_DATA: '/data' };
    await run(path, { files: ['/cases/a.casefile'], environment });

    expect(readFileSync(join(place, 'seen'), 'utf8')).toMatch(/\/the\/root \/cases\/a\.casefile \[\] \/data\n$/);
  });
});
