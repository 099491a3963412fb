import type { BenchRow } from './bench-row.ts';
import { anchorRows } from './text/anchor-rows.ts';
import { copyRows } from './text/copy-rows.ts';
import { languageRows } from './text/language-rows.ts';
import { pageRows } from './text/page-rows.ts';
import { hasCorpus } from './text/sets.ts';

/** Measures main text, metadata and their speed on real pages against Readability, highlights in changed texts, copies, languages. */
export async function run(): Promise<BenchRow[]> {
  if (!hasCorpus) {
    console.log('skipped: no corpus');
    return [];
  }
  return [...anchorRows(), ...copyRows(), ...languageRows(), ...(await pageRows())];
}
