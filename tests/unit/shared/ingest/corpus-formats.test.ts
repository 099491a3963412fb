import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, openAsBlob, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadOutcome } from '#shared/ingest/format-reader.ts';
import { lawsBrokenBy } from '#tests/support/ingest/laws.ts';
import { articlesIn, outcomesOf } from '#tests/support/ingest/outcomes.ts';

const folder = join(process.env['CASEWRIGHT_CORPUS'] ?? '../shared/corpus', 'formats');
const hasCorpus = existsSync(folder);
if (!hasCorpus) console.log('skipped: no corpus');

/** Archives of the corpus, and of each how many of its files give articles at least: others hold none, or have no words. */
const SETS = [
  ['warc-wacz-samples', 'warc|wacz|arc|gz|bad', 20],
  ['warc-news-crawl', 'gz', 1],
  ['mhtml-samples', 'mhtml', 3],
  ['mhtml-browser', 'mhtml', 32],
  ['feeds', 'xml|json', 240],
] as const;

describe.skipIf(!hasCorpus)('READ-1 READ-2: every file of a format set (skipped where there is no corpus)', () => {
  let unpacked = '';
  beforeAll(() => {
    unpacked = mkdtempSync(join(tmpdir(), 'casewright-formats-'));
    for (const [set] of SETS)
      execFileSync('tar', ['-xzf', join(folder, `${set}.tar.gz`), '--one-top-level', '-C', unpacked]);
  });
  afterAll(() => rmSync(unpacked, { recursive: true, force: true }));

  it.each(SETS)('is read or refused in words, and is proved by its captures: %s', async (set, endings, least) => {
    const top = join(unpacked, set);
    const files = readdirSync(existsSync(top) ? top : unpacked, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile() && new RegExp(`\\.(?:${endings})$`).test(each.name))
      .map((each) => join(each.parentPath, each.name));
    const faults: string[] = [];
    let withArticles = 0;
    let articles = 0;
    for (const file of files) {
      const outcomes: ReadOutcome[] = await outcomesOf(await openAsBlob(file), { fileName: file });
      faults.push(...(await lawsBrokenBy(outcomes)).map((fault) => `${relative(unpacked, file)}: ${fault}`));
      articles += articlesIn(outcomes).length;
      withArticles += Number(articlesIn(outcomes).length > 0);
    }
    console.log(set, {
      files: files.length,
      withArticles,
      articles,
      bytes: files.reduce((sum, file) => sum + statSync(file).size, 0),
    });

    expect(faults).toEqual([]);
    expect(withArticles).toBeGreaterThanOrEqual(least);
  });
});
