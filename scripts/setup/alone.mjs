import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from './root.mjs';
import { say } from './say.mjs';

const STEP_MS = 200;
/** Longer than an install over a slow line; a number of a process that was given out again must not hold a start for ever. */
const PATIENCE_MS = 300_000;

/**
 * Does something that two starts at once must not do in one folder: the later waits for the earlier.
 *
 * @template T
 * @param {string} name - what it is, in one word
 * @param {() => T | Promise<T>} task
 * @param {string} [folder]
 * @returns {Promise<T>}
 */
export async function alone(name, task, folder = root) {
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  const path = join(tmpdir(), `casewright-${name}-${digest}.lock`);
  for (let waited = 0; waited < PATIENCE_MS && !take(path); waited += STEP_MS) {
    if (waited === 0) say(`another start is busy here (${name}): waiting for it …`);
    await wait(STEP_MS);
  }
  try {
    return await task();
  } finally {
    rmSync(path, { force: true });
  }
}

function take(path) {
  try {
    const file = openSync(path, 'wx');
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') return true; // no lock can be had here at all: better to go on than not to start
    if (!isAlive(path)) rmSync(path, { force: true });
    return false;
  }
}

/** Whether the start that took the lock still runs; one that has not yet written its number does. */
function isAlive(path) {
  try {
    const text = readFileSync(path, 'utf8');
    if (text === '') return Date.now() - statSync(path).mtimeMs < 5_000;
    process.kill(Number(text), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
