import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { untar } from '#tests/support/casefile/untar.ts';
import { articlesIn, outcomesOf } from '#tests/support/ingest/outcomes.ts';
import { meanOf, type Overlap, overlapOf } from '#tests/support/ingest/overlap.ts';
import { faultsOf } from '#tests/support/ingest/read.ts';

const formats = join(process.env['CASEWRIGHT_CORPUS'] ?? join(process.cwd(), '..', 'shared', 'corpus'), 'formats');
const isThere = existsSync(join(formats, 'docx.tar.gz'));

type Line = {
  readonly file: string;
  readonly text?: string;
  readonly pandoc_text?: string | null;
  readonly title?: string;
};

if (!isThere) console.log('skipped: no corpus');

function open(set: string) {
  const files = untar(new Uint8Array(readFileSync(join(formats, `${set}.tar.gz`))));
  const lines = new TextDecoder().decode(files.get('index.jsonl')).trim().split('\n');
  return { files, lines: lines.map((line) => JSON.parse(line) as Line) };
}

describe.skipIf(!isThere)('documents as others made them (skipped where there is no corpus)', () => {
  it('DOCX-1 DOCX-2 hold every word of whole articles, in order, under their titles', async () => {
    const { files, lines } = open('docx-articles');
    const overlaps: Overlap[] = [];
    const faults: string[] = [];
    for (const { file, text = '', title } of lines) {
      // Its reference has formulas in TeX.
      if (file.endsWith('mathjax.docx')) continue;
      const [found] = articlesIn(await outcomesOf(files.get(file) ?? new Uint8Array(), { fileName: file }));
      if (found === undefined) throw new Error(file);
      faults.push(...faultsOf(found.article).map((fault) => `${file}: ${fault}`));
      if (title && found.article.title !== title.replace(/\s+/g, ' ').trim())
        faults.push(`${file}: ${found.article.title}`);
      // Pandoc draws tables with lines and marks what is emphasised.
      overlaps.push(overlapOf(new TextDecoder().decode(files.get(text)), found.article.text));
    }
    console.log('docx-articles', meanOf(overlaps));

    expect(faults).toEqual([]);
    expect(meanOf(overlaps).words).toBeGreaterThan(0.99);
    expect(meanOf(overlaps).inOrder).toBeGreaterThan(0.99);
  });

  it('DOCX-7 are read, or have no text, as another reader says', async () => {
    const { files, lines } = open('docx');
    for (const { file, pandoc_text } of lines) {
      // One of the set is too much for the other reader.
      if (pandoc_text === null || pandoc_text === undefined) continue;
      const [outcome] = await outcomesOf(files.get(file) ?? new Uint8Array(), { fileName: file });

      if (outcome?.kind !== 'article')
        expect([file, pandoc_text.replace(/[^\p{L}\p{N}]/gu, ''), outcome]).toEqual([
          file,
          '',
          expect.objectContaining({ code: 'no-text' }),
        ]);
      else expect([file, overlapOf(pandoc_text, outcome.article.text)]).toEqual([file, { words: 1, inOrder: 1 }]);
    }
  });
});
