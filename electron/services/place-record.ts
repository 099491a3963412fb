import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod/mini';
import type { Place } from '#shared/contracts/host.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { systemCodeOf } from './tell-disk-error.ts';
import { writeWhole } from './write-whole.ts';

const hostKind = z.enum(['electron', 'loopback']);

const recordSchema = z.strictObject({
  format: z.literal(1),
  place: z.nullable(
    z.strictObject({
      hostKind,
      engine: z.string(),
      engineMajor: z.int(),
      browserPath: z.nullable(z.string()),
    }),
  ),
  /** Where the analyst has asked to move the workspace; the old place holds it until the new one does. */
  releasedTo: z.nullable(hostKind),
});

/** Which program holds the workspace, as `place.json` in the data folder says. */
export type PlaceRecord = { readonly place: Place | null; readonly releasedTo: Place['hostKind'] | null };

const fileOf = (dataFolder: string) => join(dataFolder, 'place.json');

/**
 * Reads which program holds the workspace; no place in a new data folder.
 *
 * @throws {AppError} `unreadable` if the file is damaged: guessing could open an empty workspace
 */
export async function readPlace(dataFolder: string): Promise<PlaceRecord> {
  let text: string;
  try {
    text = await readFile(fileOf(dataFolder), 'utf8');
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return { place: null, releasedTo: null };
    throw new AppError('unavailable', 'place.json in the data folder cannot be read.', error);
  }
  try {
    const { place, releasedTo } = recordSchema.parse(JSON.parse(text));
    return { place, releasedTo };
  } catch (error) {
    const words =
      'place.json in the data folder is damaged. It says which program holds the workspace: ' +
      'remove it, then start with the program that was used last.';
    throw new AppError('unreadable', words, error);
  }
}

/** Records that `place` holds the workspace from now on; a move that was under way is over. */
export async function holdPlace(dataFolder: string, place: Place): Promise<void> {
  await write(dataFolder, { place, releasedTo: null });
}

/** Records that the workspace may be opened in a host of kind `to`, whatever has held it so far. */
export async function releasePlace(dataFolder: string, to: Place['hostKind']): Promise<void> {
  const { place } = await readPlace(dataFolder);
  await write(dataFolder, { place, releasedTo: to });
}

function write(dataFolder: string, record: PlaceRecord): Promise<void> {
  return writeWhole(fileOf(dataFolder), `${JSON.stringify({ format: 1, ...record })}\n`);
}

/**
 * Says in words why `candidate` must not open the workspace; null when it may. A Chromium profile must not go back to an
 * older version, and another browser or host would show an empty workspace beside the real one.
 */
export function whyNotHere({ place, releasedTo }: PlaceRecord, candidate: Place): string | null {
  if (place === null || releasedTo === candidate.hostKind) return null;
  const way = 'Open it there and choose “Move the workspace…” to bring it here.';
  if (place.hostKind !== candidate.hostKind) return `The workspace is held by ${nameOf(place)}. ${way}`;
  if ((place.browserPath === null) !== (candidate.browserPath === null)) {
    return `The workspace is held by ${nameOf(place)}, not by ${nameOf(candidate)}. ${way}`;
  }
  if (place.engine !== candidate.engine) {
    return `The workspace is held by ${nameOf(place)}; ${nameOf(candidate)} would show an empty one. ${way}`;
  }
  if (candidate.engineMajor < place.engineMajor) {
    return (
      `The workspace was last opened with ${place.engine} ${place.engineMajor}. ${candidate.engine} ` +
      `${candidate.engineMajor} is older and could damage it. Use version ${place.engineMajor} or later.`
    );
  }
  return null;
}

function nameOf({ hostKind, engine, browserPath }: Place): string {
  if (hostKind === 'electron') return 'Electron';
  return browserPath === null ? `your own browser (${engine}, npm start -- --url)` : `an app window of ${browserPath}`;
}
