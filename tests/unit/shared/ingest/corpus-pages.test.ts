import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBytes } from '#shared/ingest/read-bytes.ts';
import { noHints } from '#shared/ingest/reader.ts';
import { unattended } from '#shared/kernel/job-control.ts';
import { untar } from '#tests/support/casefile/untar.ts';
import { faultsOf, only } from '#tests/support/ingest/read.ts';

const pages = join(process.env['CASEWRIGHT_CORPUS'] ?? join(process.cwd(), '..', 'shared', 'corpus'), 'pages');
const SETS = ['readability', 'defuddle', 'fundus', 'article-extraction-benchmark', 'trafilatura-eval'];

/** Every so manieth page, unless all are asked for: the whole corpus takes minutes. */
const STEP = process.env['CASEWRIGHT_CORPUS_WHOLE'] === undefined ? 12 : 1;

if (!existsSync(pages)) console.log('skipped: no corpus');

describe.skipIf(!existsSync(pages))('pages as publishers made them (skipped where there is no corpus)', () => {
  it.each(SETS)('INGEST-12 reads all blocks of %s without a fault', { timeout: 600_000 }, async (set) => {
    const files = [...untar(new Uint8Array(readFileSync(join(pages, `${set}.tar.gz`))))];
    const sources = files.filter(([name]) => /\.html?$/.test(name) && !/expected/.test(name));
    const faults: string[] = [];
    for (const [name, bytes] of sources.filter((_, at) => at % STEP === 0)) {
      const read = await readBytes(bytes, { ...noHints, fileName: name }, unattended);
      if (read.mediaType !== 'text/html') faults.push(`${name}: read as ${read.mediaType}`);
      faults.push(...faultsOf(only(read)).map((fault) => `${name}: ${fault}`));
    }

    expect(faults).toEqual([]);
  });
});
