import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {{ hostKind: 'electron' | 'loopback', engine: string, engineMajor: number, browserPath: string | null }} Place
 * @typedef {{ place: Place | null, releasedTo: 'electron' | 'loopback' | null }} PlaceRecord
 */

/**
 * Reads which program holds the workspace. The hosts parse the same file strictly and refuse a damaged one in words, so that
 * here it may count as none.
 *
 * @param {string} dataFolder
 * @returns {PlaceRecord}
 */
export function readPlace(dataFolder) {
  try {
    const { place, releasedTo } = JSON.parse(readFileSync(join(dataFolder, 'place.json'), 'utf8'));
    return { place: place ?? null, releasedTo: releasedTo ?? null };
  } catch {
    return { place: null, releasedTo: null };
  }
}

/**
 * Lets another host take the workspace over from its safety copies, without the one that holds it: for when that one is gone.
 *
 * @param {string} dataFolder
 * @param {'electron' | 'loopback'} to
 * @returns {() => void} takes it back, unless another host holds the workspace by then
 */
export function releasePlace(dataFolder, to) {
  const before = readPlace(dataFolder);
  if (before.place === null) return () => {};
  writePlace(dataFolder, { ...before, releasedTo: to });
  return () => {
    const now = readPlace(dataFolder);
    const isUntouched = now.releasedTo === to && JSON.stringify(now.place) === JSON.stringify(before.place);
    if (isUntouched) writePlace(dataFolder, before);
  };
}

function writePlace(dataFolder, record) {
  const path = join(dataFolder, 'place.json');
  writeFileSync(`${path}.part`, `${JSON.stringify({ format: 1, ...record })}\n`, { mode: 0o600 });
  renameSync(`${path}.part`, path);
}
