import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { untar } from '#tests/support/casefile/untar.ts';
import { outcomesOf } from '#tests/support/ingest/outcomes.ts';
import { meanOf, type Overlap, overlapOf } from '#tests/support/ingest/overlap.ts';
import { faultsOf } from '#tests/support/ingest/read.ts';

const corpus = process.env['CASEWRIGHT_CORPUS'] ?? join(process.cwd(), '..', 'shared', 'corpus');
const isThere = existsSync(join(corpus, 'formats', 'pdf.tar.gz'));

type Line = {
  readonly file: string;
  readonly password?: string | null;
  readonly encrypted?: string | null;
  readonly why?: string;
  readonly gold?: string;
  readonly title?: string | null;
};

if (!isThere) console.log('skipped: no corpus');

function open(set: string) {
  const files = untar(new Uint8Array(readFileSync(join(corpus, set))));
  const lines = new TextDecoder().decode(files.get('index.jsonl')).trim().split('\n');
  return { files, lines: lines.map((line) => JSON.parse(line)) };
}

describe.skipIf(!isThere)('PDFs as others made them (skipped where there is no corpus)', () => {
  it('PDF-10 are each read, or refused with the right reason', { timeout: 600_000 }, async () => {
    const { files, lines } = open('formats/pdf.tar.gz');
    const faults: string[] = [];
    const counts = new Map<string, number>();
    for (const { file, password } of lines as Line[]) {
      const bytes = files.get(file) ?? files.get(`pdf/${file}`) ?? new Uint8Array();
      let [outcome] = await outcomesOf(bytes, { fileName: file });
      if (outcome?.kind === 'left-out' && outcome.code === 'locked' && password)
        [outcome] = await outcomesOf(bytes, { fileName: file, password });
      const kind = outcome?.kind === 'left-out' ? outcome.code : (outcome?.kind ?? 'nothing');
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      if (!['article', 'no-text', 'locked', 'unreadable'].includes(kind)) faults.push(`${file}: ${kind}`);
      if (outcome?.kind === 'article') faults.push(...faultsOf(outcome.article).map((fault) => `${file}: ${fault}`));
    }
    console.log('pdf', Object.fromEntries(counts));

    expect(faults).toEqual([]);
    expect(counts.get('article')).toBeGreaterThan(80);
  });

  it('PDF-1 PDF-3 PDF-8 hold the words of printed articles, in order, under their headlines', {
    timeout: 600_000,
  }, async () => {
    const { files, lines } = open('formats/pdf-browser.tar.gz');
    const gold = new Map(open('pages/fundus.tar.gz').lines.map((line) => [line.id, line]));
    const overlaps: Overlap[] = [];
    let titles = 0;
    for (const { file, gold: where = '', title } of lines as Line[]) {
      const [outcome] = await outcomesOf(files.get(file) ?? new Uint8Array(), { fileName: file });
      if (outcome?.kind !== 'article') throw new Error(file);
      // Its letters are drawings in a font that does not name them.
      if (outcome.remarks.length > 0) continue;
      const body = gold.get(where.replace(/^.*id=/, ''))?.expected?.body;
      const sections: { headline?: string[]; paragraphs?: string[] }[] = body?.sections ?? [];
      const words = sections.flatMap(({ headline = [], paragraphs = [] }) => [...headline, ...paragraphs]).join('\n');
      overlaps.push(overlapOf(words, outcome.article.text));
      if (squashed(outcome.article.title) === squashed(title ?? '')) titles++;
    }
    console.log('pdf-browser', overlaps.length, meanOf(overlaps), 'titles', titles);

    expect(overlaps.length).toBeGreaterThan(20);
    expect(meanOf(overlaps).words).toBeGreaterThan(0.97);
    expect(meanOf(overlaps).inOrder).toBeGreaterThan(0.93);
  });
});

function squashed(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}
