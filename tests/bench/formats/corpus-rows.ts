import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Hex } from '#shared/custody/sha256.ts';
import { memorySource } from '#shared/ingest/byte-source.ts';
import type { ReadOutcome } from '#shared/ingest/format-reader.ts';
import { readSource } from '#shared/ingest/read-source.ts';
import { noHints } from '#shared/ingest/reader.ts';
import { unattended } from '#shared/kernel/job-control.ts';
import { untar } from '#tests/support/casefile/untar.ts';

import { type BenchRow, plainRow } from '../bench-row.ts';

/** Milliseconds that a file may take. */
const MOST = 60_000;

/** What became of the files of one set. */
type Tally = { files: number; read: number; refused: number; hangs: number; crashes: number; altered: number };

/** Reads every file of every format set; none where the corpus is absent. */
export async function corpusRows(): Promise<BenchRow[]> {
  const folder = process.env['CASEWRIGHT_CORPUS'] ?? join(process.cwd(), '..', 'shared', 'corpus');
  if (!existsSync(folder)) {
    console.log('skipped: no corpus');
    return [];
  }
  const all: Tally = { files: 0, read: 0, refused: 0, hangs: 0, crashes: 0, altered: 0 };
  for (const set of readdirSync(join(folder, 'formats')).filter((name) => name.endsWith('.tar.gz'))) {
    for (const [name, bytes] of untar(readFileSync(join(folder, 'formats', set))))
      await readFile(`${set}/${name}`, bytes, all);
  }
  return [
    plainRow(
      'files of the format sets: read, or refused with a reason',
      ((all.read + all.refused) / all.files) * 100,
      '%',
      '>= 100',
    ),
    plainRow('of these read', all.read, 'files'),
    plainRow('of these refused', all.refused, 'files'),
    plainRow('files over a minute', all.hangs, '', '<= 0'),
    plainRow('crashes', all.crashes, '', '<= 0'),
    plainRow('captures that are not the input byte for byte', all.altered, '', '<= 0'),
  ];
}

async function readFile(name: string, bytes: Uint8Array, tally: Tally): Promise<void> {
  tally.files++;
  const outcomes: ReadOutcome[] = [];
  const started = performance.now();
  try {
    for await (const outcome of readSource(memorySource(bytes), { ...noHints, fileName: name }, unattended)) {
      outcomes.push(outcome);
      if (outcome.kind === 'article' && !isAsItCame(outcome, bytes)) tally.altered++;
    }
  } catch (error) {
    console.error(name, error);
    tally.crashes++;
  }
  if (performance.now() - started > MOST) tally.hangs++;
  const faults = outcomes.filter((outcome) => outcome.kind === 'left-out');
  const broken = faults.filter(({ code }) => code === 'internal');
  for (const { cause } of broken) console.error(name, cause);
  tally.crashes += broken.length;
  if (outcomes.some(({ kind }) => kind === 'article')) tally.read++;
  else if (faults.length > 0 && faults.every(({ code, reason }) => code !== 'internal' && reason !== ''))
    tally.refused++;
}

/** A whole file is its own capture; a record's capture has the hash that it goes by. */
function isAsItCame({ capture, place }: ReadOutcome & { kind: 'article' }, file: Uint8Array): boolean {
  const isNamed = sha256Hex(capture.bytes) === (capture.id as string);
  return isNamed && (place.path.length > 0 || Buffer.compare(capture.bytes, file) === 0);
}
