import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { passSignals } from './run-electron.mjs';

/**
 * Runs the loopback host until it ends. Its input is tied to ours: when this process is killed, the host ends too.
 *
 * @param {{ root: string, dataFolder: string, browser: string | null, profile: string | null, files: string[],
 *   environment: Record<string, string | undefined>, say: (words: string) => void, print: (line: string) => void }} options -
 *   `browser`: null for an address that is printed
 * @returns {Promise<number>} its exit code
 */
export function runLoopback({ root, dataFolder, browser, profile, files, environment, say, print }) {
  const how =
    browser === null ? ['--own-browser'] : [`--browser=${browser}`, ...(profile ? [`--profile=${profile}`] : [])];
  const child = spawn(process.execPath, [join(root, 'out', 'main', 'loopback.cjs'), ...how, ...files], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...environment, CASEWRIGHT_DATA: dataFolder, CASEWRIGHT_TIED: '1' },
  });
  passSignals(child);
  child.stdin.on('error', () => {}); // it has ended: `exit` says so
  createInterface({ input: child.stdout }).on('line', (line) => tell(JSON.parse(line), { browser, say, print }));
  if (browser === null && process.stdin.isTTY) {
    createInterface({ input: process.stdin }).on('line', () => child.stdin.write('address\n'));
  }
  return new Promise((resolve) => {
    child.once('error', () => resolve(127));
    child.once('exit', (code, signal) => {
      if (code === null) say(`the host was ended from outside (${signal}). What was saved is on the disk.`);
      resolve(code ?? 1);
    });
  });
}

function tell(line, { browser, say, print }) {
  if (line.handedOver) {
    say(line.words);
    if (line.address) print(line.address);
  } else if (browser !== null) {
    say(`the desk opens in ${browser}.`);
  } else {
    if (line.ready) {
      say('open this address in a browser of this machine, within 30 seconds; it works once. Ctrl+C ends Casewright.');
      if (process.stdin.isTTY) say('Enter gives another address.');
    }
    print(line.url ?? line.address);
  }
}
