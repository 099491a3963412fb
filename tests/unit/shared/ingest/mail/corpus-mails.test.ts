import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { untar } from '#tests/support/casefile/untar.ts';
import { articlesIn, outcomesOf } from '#tests/support/ingest/outcomes.ts';
import { faultsOf } from '#tests/support/ingest/read.ts';

const corpus = process.env['CASEWRIGHT_CORPUS'] ?? join(process.cwd(), '..', 'shared', 'corpus');
const set = join(corpus, 'formats', 'eml.tar.gz');

/** Mails of the set that have a head, with or without what is attached, and no words. */
const WITHOUT_WORDS = 8;

type Line = { readonly file: string; readonly python_email: { readonly subject: string | null } };

if (!existsSync(set)) console.log('skipped: no corpus');

describe.skipIf(!existsSync(set))('mails as others made them (skipped where there is no corpus)', () => {
  it('MAIL-8 reads each, or says why not, and agrees with another reader about the subject', async () => {
    const files = untar(new Uint8Array(readFileSync(set)));
    const index = new TextDecoder().decode(files.get('index.jsonl')).trim().split('\n');
    const lines = index.map((line) => JSON.parse(line) as Line).filter(({ file }) => file.endsWith('.eml'));
    const faults: string[] = [];
    let read = 0;
    for (const { file, python_email } of lines) {
      const outcomes = await outcomesOf(files.get(file) ?? new Uint8Array(), { fileName: file });
      const own = outcomes.find(({ kind, place }) => kind !== 'container' && place.path.length === 0);
      if (own?.kind === 'article') read++;
      else if (own?.kind !== 'left-out' || own.code !== 'no-text') faults.push(`${file}: ${own?.kind}`);
      faults.push(
        ...articlesIn(outcomes).flatMap(({ article }) => faultsOf(article).map((fault) => `${file}: ${fault}`)),
      );
      const subject = squashed(python_email.subject);
      if (
        own?.kind === 'article' &&
        /^[ -~]+$/.test(subject) &&
        !subject.includes('=?') &&
        squashed(own.article.title) !== subject
      )
        faults.push(`${file}: ${own.article.title} is not ${subject}`);
    }

    expect(faults).toEqual([]);
    expect([read, lines.length - read]).toEqual([lines.length - WITHOUT_WORDS, WITHOUT_WORDS]);
  });
});

function squashed(subject: string | null): string {
  return (subject ?? '').replace(/\s+/g, ' ').trim();
}
