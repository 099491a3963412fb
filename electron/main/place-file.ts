import { copyFile, open, rename, rm } from 'node:fs/promises';

/**
 * Moves a finished file to where the analyst wants it: never half of it stands there, on whichever disk that is.
 *
 * @throws the system's error; what stood at `target` is untouched then, and `source` is still there
 */
export async function placeFile(source: string, target: string): Promise<void> {
  try {
    await rename(source, target);
  } catch (error) {
    if (!isOtherDisk(error)) throw error;
    await copyAside(source, target);
    await rm(source, { force: true });
  }
}

async function copyAside(source: string, target: string): Promise<void> {
  const aside = `${target}.part`;
  try {
    await copyFile(source, aside);
    const file = await open(aside, 'r+');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(aside, target);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}

function isOtherDisk(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EXDEV';
}
