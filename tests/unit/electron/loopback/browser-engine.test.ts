import { describe, expect, it } from 'vitest';
import { engineOfBinary, engineOfUserAgent } from '#electron/loopback/browser-engine.ts';
import { fakeProgram } from '#tests/support/fake-program.ts';
import { temporaryFolders } from '#tests/support/temporary-folder.ts';

const folder = temporaryFolders();

describe('engineOfBinary', () => {
  it.each([
    ['Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)', { engine: 'chromium', engineMajor: 156 }],
    ['Google Chrome 155.0.1.2', { engine: 'chrome', engineMajor: 155 }],
    ['Microsoft Edge 154.0.1.2', { engine: 'edge', engineMajor: 154 }],
    ['Brave Browser 153.1.70.1', { engine: 'brave', engineMajor: 153 }],
  ])('reads %s', async (words, engine) => {
    expect(await engineOfBinary(fakeProgram(folder(), `echo '${words}'`))).toEqual(engine);
  });

  it('takes a program that does not tell for one of an unknown version', async () => {
    expect(await engineOfBinary(fakeProgram(folder(), 'exit 1', 'chromium'))).toEqual({
      engine: 'chromium',
      engineMajor: 0,
    });
    expect(await engineOfBinary('/nowhere/msedge')).toEqual({ engine: 'edge', engineMajor: 0 });
  });
});

describe('engineOfUserAgent', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36', 'chromium', 156],
    ['Mozilla/5.0 (X11) AppleWebKit/537.36 HeadlessChrome/153.0.0.0 Safari/537.36', 'chromium', 153],
    ['Mozilla/5.0 (Windows NT 10.0) Chrome/155.0.0.0 Safari/537.36 Edg/155.0.0.0', 'edge', 155],
    ['Mozilla/5.0 (X11; rv:140.0) Gecko/20100101 Firefox/140.0', 'firefox', 140],
    ['curl/8', 'chromium', 0],
  ])('reads %s', (agent, engine, engineMajor) => {
    expect(engineOfUserAgent(agent)).toEqual({ engine, engineMajor });
  });
});
