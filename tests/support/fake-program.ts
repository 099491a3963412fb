import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes a program that stands in for a browser or for Electron.
 *
 * @param script - what it does, in sh
 * @returns its path
 */
export function fakeProgram(folder: string, script: string, name = 'program'): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return path;
}
