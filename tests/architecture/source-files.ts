import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A source file of ours, by its path from the repository's root. */
export type SourceFile = { readonly path: string; readonly text: string };

/** Reads every TypeScript file below the folders given. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
      .map((name) => ({ path: join(folder, name), text: readFileSync(join(folder, name), 'utf8') })),
  );
}

/** Lines that hold code: neither blank nor comment. */
export function linesOfCode(text: string): number {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.trim().startsWith('//')).length;
}
