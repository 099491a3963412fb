// Runs after electron-builder has put a package together: Electron's own demonstration stays in it otherwise.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** @param {{ appOutDir: string }} context */
export async function afterPack({ appOutDir }) {
  await rm(join(appOutDir, 'resources', 'default_app.asar'), { force: true });
}
