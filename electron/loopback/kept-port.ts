import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod/mini';
import { systemCodeOf } from '#electron/services/tell-disk-error.ts';
import { writeWhole } from '#electron/services/write-whole.ts';
import { AppError } from '#shared/kernel/app-error.ts';

const schema = z.strictObject({ port: z.int().check(z.minimum(1), z.maximum(65_535)) });

/**
 * The port for the analyst's own browser. There the address is the origin and the origin owns the database: on another port the
 * analyst would meet an empty workspace.
 *
 * @param wanted - what `CASEWRIGHT_PORT` says
 * @returns null when none has been kept or wanted: any will do
 * @throws {AppError} `conflict` if another port is wanted than the kept one, `unreadable` if the note of it is damaged
 */
export async function keptPort(dataFolder: string, wanted: number | null): Promise<number | null> {
  const kept = await read(dataFolder);
  if (kept !== null && wanted !== null && kept !== wanted) {
    const words =
      `The workspace of your own browser lives at port ${kept}; at ${wanted} it would be empty. ` +
      'Leave CASEWRIGHT_PORT out.';
    throw new AppError('conflict', words);
  }
  return kept ?? wanted;
}

/** Keeps the port that the first start was given. */
export async function keepPort(dataFolder: string, port: number): Promise<void> {
  await writeWhole(join(dataFolder, 'own-browser.json'), `${JSON.stringify({ port })}\n`);
}

async function read(dataFolder: string): Promise<number | null> {
  try {
    return schema.parse(JSON.parse(await readFile(join(dataFolder, 'own-browser.json'), 'utf8'))).port;
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return null;
    throw new AppError(
      'unreadable',
      'own-browser.json in the data folder is damaged: it names the port to use.',
      error,
    );
  }
}
