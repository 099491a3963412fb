import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, expect, type Page } from '@playwright/test';
import { findChromium } from '#tests/support/chromium.ts';
import { Desk } from '#tests/support/desk.ts';
import { fakeProgram } from '#tests/support/fake-program.ts';
import { loadScript } from '#tests/support/load-script.ts';
import { isOpen, type Started, start, until } from '#tests/support/started.ts';
import { test } from '#tests/support/test.ts';

const { fingerprint } = await loadScript<{ fingerprint: (root: string, paths: string[]) => string }>(
  'setup/fingerprint.mjs',
);

/** The start script would install packages under the feet of this very run. */
const isInstalled = () => {
  const stamp = 'node_modules/.casewright-installed';
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint('.', ['package-lock.json']);
};

const running: Started[] = [];
const ADDRESS = /^http:\/\/127\.0\.0\.1:\d+\/\?ticket=[\w-]+$/;
const portOf = (address: string) => Number(new URL(address).port);

function run(args: readonly string[], environment: Record<string, string>): Started {
  const started = start(args, environment);
  running.push(started);
  return started;
}

test.skip(({ hostKind }) => hostKind === 'electron', 'npm start is the same whichever host the suite runs in');
test.skip(() => !isInstalled(), 'packages were not installed by npm start or npm test');
test.afterEach(async () => {
  for (const { process, ended } of running.splice(0)) {
    process.kill('SIGTERM');
    await ended;
  }
});

test.describe('npm start -- --url', () => {
  test('prints an address that opens the desk once', async ({ dataFolder, sharedBrowser }) => {
    const address = await run(['--url'], { CASEWRIGHT_DATA: dataFolder }).line(ADDRESS);
    const page = await pageIn(sharedBrowser);
    await page.goto(address);
    await expect(page).toHaveTitle(/Casewright/);
    await expect.poll(() => page.evaluate(() => sessionStorage.getItem('casewright-token'))).toMatch(/^[\w-]{43}$/);
    expect(page.url()).not.toContain('ticket');

    const second = await pageIn(sharedBrowser);
    await second.goto(address);
    await expect(second.getByText('has been used')).toBeVisible();
    expect(await second.evaluate(() => sessionStorage.getItem('casewright-token'))).toBeNull();
  });

  test('warns, in the analyst’s own browser, of what stands beside the desk', async ({ dataFolder, sharedBrowser }) => {
    const address = await run(['--url'], { CASEWRIGHT_DATA: dataFolder }).line(ADDRESS);
    const page = await pageIn(sharedBrowser);
    await page.goto(address);
    const desk = new Desk(page);
    await desk.begin();

    await expect(page.getByRole('list', { name: 'What to beware of' })).toContainText('This is your own browser');
    await expect(page.getByText('Nothing leaves this machine.')).toHaveCount(0);
    await desk.newCase('Harbour fire');
    await expect(desk.status).toContainText('Your own browser: a network stands beside the desk');
    await expect(desk.status).not.toContainText('0 requests left this machine');
  });

  test('hands a second start over to the first, which gives it another address', async ({ dataFolder }) => {
    const first = run(['--url'], { CASEWRIGHT_DATA: dataFolder });
    const address = await first.line(ADDRESS);
    const second = run(['--url'], { CASEWRIGHT_DATA: dataFolder });

    const other = await second.line(ADDRESS);
    expect(await second.ended).toBe(0);
    expect(portOf(other)).toBe(portOf(address));
    expect(other).not.toBe(address);
    expect(second.said()).toContain('runs already');
    expect(first.process.exitCode).toBeNull();
  });

  test('is what happens where there is no display, in words', async ({ dataFolder }) => {
    const started = run([], { CASEWRIGHT_DATA: dataFolder });
    await started.line(ADDRESS);

    expect(started.said()).toContain('no display');
  });

  test('keeps its port from start to start', async ({ dataFolder }) => {
    const first = run(['--url'], { CASEWRIGHT_DATA: dataFolder });
    const port = portOf(await first.line(ADDRESS));
    first.process.kill('SIGTERM');
    await first.ended;

    expect(portOf(await run(['--url'], { CASEWRIGHT_DATA: dataFolder }).line(ADDRESS))).toBe(port);
  });

  test('leaves no host behind when it is killed', async ({ dataFolder }) => {
    const started = run(['--url'], { CASEWRIGHT_DATA: dataFolder });
    const port = portOf(await started.line(ADDRESS));
    started.process.kill('SIGKILL');

    await expect.poll(() => isOpen(port), { timeout: 10_000 }).toBe(false);
  });
});

test.describe('npm start with a window', () => {
  test('opens the desk at its fixed name, and ends the browser with it', async ({ dataFolder }) => {
    const { environment, window } = await headless(dataFolder);
    const started = run(['--browser'], environment);
    const { address, pid } = await window();
    expect(address).toMatch(/^http:\/\/casewright\.localhost\/(#|$)/);
    expect(started.said()).toContain('the desk opens in');
    started.process.kill('SIGTERM');

    expect(await started.ended).not.toBeNull();
    await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
  });

  test('writes the safety copies at Ctrl+C, which a terminal sends to all that it has started', async ({
    dataFolder,
  }) => {
    const { environment, window } = await headless(dataFolder);
    const started = run(['--browser'], environment);
    const { pid } = await window();
    const look = await lookInto(dataFolder);
    await new Desk(look.page).begin();
    await new Desk(look.page).newCase('Harbour fire');
    await look.leave();
    process.kill(-(started.process.pid ?? 0), 'SIGINT');

    expect(await started.ended).toBe(0);
    const copies = readdirSync(join(dataFolder, 'safety-copies')).filter((name) => name.endsWith('.casefile'));
    expect(copies).toHaveLength(1);
    await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
  });

  test('leaves neither host nor browser behind when it is killed', async ({ dataFolder }) => {
    const { environment, window } = await headless(dataFolder);
    const started = run(['--browser'], environment);
    const { pid } = await window();
    started.process.kill('SIGKILL');

    await expect.poll(() => isAlive(pid), { timeout: 15_000 }).toBe(false);
    await expect.poll(() => existsSync(join(dataFolder, 'host.sock')), { timeout: 10_000 }).toBe(false);
  });

  test('says why it does not use an Electron that ends at once, and opens a window', async ({ dataFolder }) => {
    const { environment, window } = await headless(dataFolder);
    const electron = fakeProgram(
      dataFolder,
      'echo "libgtk-3.so.0: cannot open shared object file" >&2; exit 127',
      'electron',
    );
    const started = run([], { ...environment, CASEWRIGHT_ELECTRON: electron });
    await window();

    expect(started.said()).toContain('libgtk-3.so.0');
    expect(started.said()).toContain('Electron is not used: it ended at once (exit code 127).');
  });
});

test.describe('npm start with a case file', () => {
  const CASE = join('tests', 'fixtures', 'hostile-html.ts'); // no case file: what it is said to be is not what is tested

  test('opens it in a window, on a fresh data folder once the name is given, and with the name known', async ({
    dataFolder,
  }) => {
    const { environment, window } = await headless(dataFolder);
    const first = run(['--browser', CASE], environment);
    await window();
    const look = await lookInto(dataFolder);
    const desk = new Desk(look.page);
    await desk.begin();
    await expect(opened(look.page)).toBeVisible();
    await look.leave();
    first.process.kill('SIGTERM');
    await first.ended;

    run(['--browser', CASE], environment);
    await window();
    const again = await lookInto(dataFolder);
    await expect(opened(again.page)).toBeVisible();
    await again.leave();
  });

  test('opens it in the own browser, at the first start and at a second one', async ({ dataFolder, sharedBrowser }) => {
    const environment = { CASEWRIGHT_DATA: dataFolder };
    const page = await pageIn(sharedBrowser);
    await page.goto(await run(['--url', CASE], environment).line(ADDRESS));
    await new Desk(page).begin();
    await expect(opened(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(opened(page)).toBeHidden();

    await run(['--url', CASE], environment).line(ADDRESS);
    await expect(opened(page)).toBeVisible();
  });
});

/** The desk's answer to the file: it has fetched it, and says what is wrong with it. */
const opened = (page: Page) => page.getByRole('dialog', { name: 'This case file was not opened' });

test('npm start -- --help prints the options, opens nothing and ends well', async ({ dataFolder }) => {
  const started = run(['--help'], { CASEWRIGHT_DATA: dataFolder });

  expect(await started.ended).toBe(0);
  expect(started.printed().join('\n')).toMatch(/--browser .*\n.*--url .*\n(.*\n)*.*FILE\.casefile /);
  expect(readdirSync(dataFolder)).toEqual([]);
});

test.describe('npm start refuses', () => {
  test('what it does not know', async ({ dataFolder }) => {
    const started = run(['--nonsense'], { CASEWRIGHT_DATA: dataFolder });

    expect(await started.ended).toBe(2);
    expect(started.said()).toContain('--nonsense');
  });

  for (const name of ['CASEWRIGHT_ELECTRON', 'CASEWRIGHT_CHROMIUM']) {
    test(`a program that ${name} names and that is not there`, async ({ dataFolder }) => {
      const started = run([], { CASEWRIGHT_DATA: dataFolder, DISPLAY: ':99', [name]: '/nowhere/program' });

      expect(await started.ended).toBe(2);
      expect(started.said()).toContain('/nowhere/program');
    });
  }

  test('to show an empty workspace beside the one that Electron holds, unless told to move it', async ({
    dataFolder,
  }) => {
    const place = { hostKind: 'electron', engine: 'Electron', engineMajor: 45, browserPath: null };
    writeFileSync(join(dataFolder, 'place.json'), JSON.stringify({ format: 1, place, releasedTo: null }));
    const started = run(['--url'], { CASEWRIGHT_DATA: dataFolder });

    expect(await started.ended).toBe(3);
    expect(started.said()).toContain('held by Electron');
    await run(['--url', '--move'], { CASEWRIGHT_DATA: dataFolder }).line(ADDRESS);
  });

  test('to move a workspace to an Electron that is not here, and changes nothing', async ({ dataFolder }) => {
    const place = { hostKind: 'loopback', engine: 'chromium', engineMajor: 156, browserPath: '/usr/bin/chromium' };
    const path = join(dataFolder, 'place.json');
    const before = JSON.stringify({ format: 1, place, releasedTo: null });
    writeFileSync(path, before);
    const environment = { CASEWRIGHT_DATA: dataFolder, DISPLAY: ':99', CASEWRIGHT_NO_DOWNLOAD: '1' };
    const started = run(['--move'], environment);

    expect(await started.ended).toBe(3);
    expect(started.said()).toContain('CASEWRIGHT_NO_DOWNLOAD forbids the download. Nothing was changed.');
    expect(started.said()).toContain('npm start, without --move, opens the workspace where it is.');
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  test('to leave a workspace moved to an Electron that ends at once', async ({ dataFolder }) => {
    const place = { hostKind: 'loopback', engine: 'chromium', engineMajor: 156, browserPath: '/usr/bin/chromium' };
    writeFileSync(join(dataFolder, 'place.json'), JSON.stringify({ format: 1, place, releasedTo: null }));
    const electron = fakeProgram(dataFolder, 'exit 127', 'electron');
    const started = run(['--move'], { CASEWRIGHT_DATA: dataFolder, DISPLAY: ':99', CASEWRIGHT_ELECTRON: electron });

    expect(await started.ended).toBe(3);
    expect(JSON.parse(readFileSync(join(dataFolder, 'place.json'), 'utf8'))).toMatchObject({ place, releasedTo: null });
  });

  test('another port than that of the workspace', async ({ dataFolder }) => {
    writeFileSync(join(dataFolder, 'own-browser.json'), '{"port":45001}');
    const started = run(['--url'], { CASEWRIGHT_DATA: dataFolder, CASEWRIGHT_PORT: '45002' });

    expect(await started.ended).toBe(3);
    expect(started.said()).toContain('45001');
  });
});

/** The analyst's own browser: no proxy, and nothing of ours in it. */
async function pageIn(browser: Browser | null): Promise<Page> {
  if (!browser) throw new Error('There is no shared browser in this project.');
  return (await browser.newContext()).newPage();
}

/** A browser that shows nothing and that a test can look into; else it is started exactly as the product starts it. */
async function headless(dataFolder: string) {
  const found = await findChromium();
  const profile = join(dataFolder, 'browser-profile');
  const note = join(dataFolder, 'browser.pid');
  const variables = Object.entries(found.env).map(([name, value]) => `export ${name}='${value}'`);
  const script = [
    ...variables,
    // the headless shell has no app windows: it is given the address as such
    'for word in "$@"; do case "$word" in --app=*) address=$(echo "$word" | cut -c7-);; esac; done',
    `[ "$1" = --version ] || { echo $$ > '${note}'; set -- "$@" --headless --remote-debugging-port=0 "$address"; }`,
    `exec '${found.executablePath}' "$@"`,
  ].join('\n');
  const environment = {
    CASEWRIGHT_DATA: dataFolder,
    CASEWRIGHT_CHROMIUM: fakeProgram(dataFolder, script, 'chromium'),
    DISPLAY: ':99',
  };
  /** What the browser shows, as it tells by itself: to look into it would disturb a page that is being opened. */
  const window = async (): Promise<{ title: string; address: string; pid: number }> => {
    const shown = await until(
      async () => (await targetsOf(profile)).find(isOpenDesk) ?? null,
      () => 'the desk did not open',
    );
    return { title: shown.title, address: shown.url, pid: Number(readFileSync(note, 'utf8')) };
  };
  return { environment, window };
}

/** Looks into the window that is open. */
async function lookInto(dataFolder: string): Promise<{ page: Page; leave: () => Promise<void> }> {
  const port = readFileSync(join(dataFolder, 'browser-profile', 'DevToolsActivePort'), 'utf8').split('\n')[0];
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const page = browser.contexts()[0]?.pages()[0];
  if (!page) throw new Error('The browser shows no page.');
  return { page, leave: () => browser.close() };
}

async function targetsOf(profile: string): Promise<Array<{ title: string; url: string }>> {
  const told = join(profile, 'DevToolsActivePort');
  if (!existsSync(told)) return [];
  const port = readFileSync(told, 'utf8').split('\n')[0];
  const answer = await fetch(`http://127.0.0.1:${port}/json/list`).catch(() => null);
  return answer === null ? [] : answer.json();
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** The page has run, and has taken its ticket out of the address. */
function isOpenDesk({ title, url }: { title: string; url: string }): boolean {
  return title.includes('Casewright') && !url.includes('ticket');
}
