import { resolve } from 'node:path';
import { asker, progressShower } from './ask.mjs';
import { chooseHost } from './choose-host.mjs';
import { findBrowser, snapProfileOf } from './find-browser.mjs';
import { findElectron } from './find-electron.mjs';
import { getElectron } from './get-electron.mjs';
import { dataFolderOf, hasDisplay, thisMachine } from './machine.mjs';
import { readPlace, releasePlace } from './place.mjs';
import { root } from './root.mjs';
import { REFUSED, runElectron } from './run-electron.mjs';
import { runLoopback } from './run-loopback.mjs';
import { say } from './say.mjs';

/**
 * Opens the workbench with the host that holds the workspace, or the best that is here for a new one, and stays until it ends.
 *
 * @param {ReturnType<import('./read-arguments.mjs').readArguments>} wanted
 * @returns {Promise<number>} the exit code
 */
export async function openWorkbench(wanted) {
  const machine = thisMachine();
  const dataFolder = dataFolderOf(machine);
  const held = readPlace(dataFolder);
  const target = wanted.move && held.place !== null ? (wanted.browser || wanted.url ? 'loopback' : 'electron') : null;
  // judged as if it were released; it is released only when it is clear that it can be opened there
  const record = target === null ? held : { ...held, releasedTo: target };
  const electron = findElectron(root, machine);
  const browser = findBrowser(machine, record.place?.browserPath ?? null);
  for (const [name, path] of [
    ['CASEWRIGHT_ELECTRON', electron.named],
    ['CASEWRIGHT_CHROMIUM', browser.named],
  ]) {
    if (path === null) continue;
    say(`there is no program at ${path}, which ${name} names.`);
    return 2;
  }
  const files = wanted.files.map((path) => resolve(process.env.INIT_CWD ?? '.', path));
  const situation = { wanted, record, hasDisplay: hasDisplay(machine), browser: browser.path };
  const start = { machine, dataFolder, files, browser: browser.path };
  let choice = chooseHost({ ...situation, electron: electron.path, whyNoElectron: null });
  if (choice.kind === 'get-electron') choice = await withElectron(situation, electron, machine, wanted);
  for (const words of choice.words) say(words);
  if (choice.kind === 'refuse') return REFUSED;
  if (choice.kind !== 'address' && isRoot()) say(ROOT_WORDS);
  const takeBack = target === null ? () => {} : releasePlace(dataFolder, target);
  if (choice.kind !== 'electron') return openInLoopback(start, choice.kind);
  return openInElectron(start, situation, findElectron(root, machine).path, takeBack);
}

/** Chromium refuses to run as root inside its sandbox. */
const ROOT_WORDS =
  'you are root, whom Chromium refuses its sandbox: the window runs with --no-sandbox, and may say so in a bar. ' +
  'Any other user has the sandbox.';

const isRoot = () => process.platform === 'linux' && process.getuid?.() === 0;

async function withElectron(situation, { version }, machine, wanted) {
  const why = await getElectron({
    root,
    version,
    machine,
    isAsked: wanted.fetchElectron,
    ask: asker(),
    say,
    showProgress: progressShower(),
  });
  const { path } = findElectron(root, machine);
  return chooseHost({ ...situation, electron: path, whyNoElectron: why ?? 'its files are not whole' });
}

async function openInElectron(start, situation, path, takeBack) {
  const environment = { ...process.env, CASEWRIGHT_DATA: start.dataFolder };
  const { code, isFailure } = await runElectron({ path, root, files: start.files, environment });
  if (!isFailure) return code;
  // read again: it may have taken the workspace before it died, and then nobody else may show an empty one
  const record = readPlace(start.dataFolder);
  takeBack();
  const choice = chooseHost({
    ...situation,
    record,
    electron: null,
    whyNoElectron: `it ended at once (exit code ${code})`,
  });
  for (const words of choice.words) say(words);
  return choice.kind === 'refuse' ? REFUSED : openInLoopback(start, choice.kind);
}

function openInLoopback({ machine, dataFolder, files, browser }, kind) {
  const shown = kind === 'window' ? browser : null;
  return runLoopback({
    root,
    dataFolder,
    browser: shown,
    profile: shown === null ? null : snapProfileOf(shown, dataFolder, machine),
    files,
    environment: process.env,
    say,
    print: (line) => process.stdout.write(`${line}\n`),
  });
}
