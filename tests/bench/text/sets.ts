import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { untar } from '../../support/casefile/untar.ts';

const corpus = process.env['CASEWRIGHT_CORPUS'] ?? join(process.cwd(), '..', 'shared', 'corpus');
/** Where sets are unpacked to: git ignores it. */
const unpacked = join(process.cwd(), 'bench-results', 'corpus');

/** Whether there is material at all. */
export const hasCorpus = existsSync(join(corpus, 'pages'));

/** The lines of a set that is one file. */
export function linesOf<T>(path: string): T[] {
  return parseLines(gunzipSync(readFileSync(join(corpus, path))).toString('utf8'));
}

/** A page of a set, with what its index says of it. */
export type SetPage<T> = { readonly row: T; readonly bytes: Uint8Array };

/** The pages of a set, unpacked once. */
export function pagesOf<T extends { readonly html: string }>(set: string): SetPage<T>[] {
  const folder = join(unpacked, set);
  if (!existsSync(join(folder, 'index.jsonl'))) unpack(set, folder);
  const rows = parseLines<T>(readFileSync(join(folder, 'index.jsonl'), 'utf8'));
  return rows.map((row) => ({ row, bytes: new Uint8Array(readFileSync(join(folder, row.html))) }));
}

function unpack(set: string, folder: string): void {
  const files = [...untar(new Uint8Array(readFileSync(join(corpus, 'pages', `${set}.tar.gz`))))];
  // The index comes last: half an unpacked set is unpacked again.
  files.sort(([a], [b]) => Number(a.endsWith('index.jsonl')) - Number(b.endsWith('index.jsonl')));
  for (const [name, bytes] of files) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
}

function parseLines<T>(text: string): T[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}
