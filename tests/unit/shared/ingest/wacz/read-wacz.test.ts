import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { FoundContainer, ReadOutcome } from '#shared/ingest/format-reader.ts';
import { answer, packed, page, record } from '#tests/support/ingest/archives.ts';
import { lawsBrokenBy } from '#tests/support/ingest/laws.ts';
import { zipOf } from '#tests/support/ingest/office-file.ts';
import { articlesIn, leftOutIn, linesOf, outcomesOf } from '#tests/support/ingest/outcomes.ts';

const WARC = packed([record({ block: answer(page('The lorry')), uri: 'https://example.org/lorry' })]);
const PAGES =
  '{"format": "json-pages-1.0", "id": "pages"}\n{"url": "https://example.org/lorry", "ts": "2019-11-10T21:30:00Z", "title": "The lorry"}\n';
const ARCHIVE = 'archive/data.warc.gz';

const digest = (bytes: string | Uint8Array) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

function described(hashOfArchive: string, more: readonly object[] = []): string {
  const resources = [
    { name: 'data.warc.gz', path: ARCHIVE, hash: hashOfArchive, bytes: WARC.length },
    { path: 'pages/pages.jsonl', hash: digest(PAGES) },
    ...more,
  ];
  return JSON.stringify({
    profile: 'data-package',
    title: 'Harbour',
    software: 'Crawler 7',
    wacz_version: '1.1.1',
    resources,
  });
}

async function crawl(datapackage: string | null, more: Record<string, string> = {}): Promise<ReadOutcome[]> {
  const described = datapackage === null ? {} : { 'datapackage.json': datapackage };
  return outcomesOf(await zipOf({ [ARCHIVE]: WARC, 'pages/pages.jsonl': PAGES, ...described, ...more }));
}

const container = (outcomes: readonly ReadOutcome[]) => outcomes[0] as FoundContainer;

describe('ARCHIVE-5: a crawl that is packed with what describes it', () => {
  it('is read where its archives lie, with what it says of itself', async () => {
    const outcomes = await crawl(described(digest(WARC)));

    expect(linesOf(outcomes)).toEqual([
      'file: container wacz',
      `${ARCHIVE}: container warc`,
      `${ARCHIVE} › record 1: article The lorry`,
      'pages/pages.jsonl: no-article',
      'datapackage.json: no-article',
    ]);
    expect(container(outcomes).facts).toEqual([
      { name: 'title', value: 'Harbour' },
      { name: 'software', value: 'Crawler 7' },
      { name: 'wacz_version', value: '1.1.1' },
      { name: 'pages', value: '1' },
      { name: 'page', value: 'The lorry https://example.org/lorry' },
    ]);
    expect(container(outcomes).remarks).toEqual([]);
    expect(articlesIn(outcomes)[0]?.capture.mediaType).toBe('application/warc');
    expect(await lawsBrokenBy(outcomes)).toEqual([]);
  });

  it('says what is not as its description has it, and is read all the same', async () => {
    const outcomes = await crawl(described(digest('else'), [{ path: 'archive/gone.warc.gz', hash: digest('') }]));

    expect(container(outcomes).remarks).toEqual([
      { code: 'altered', words: `Not what the description says: ${ARCHIVE}.` },
      { code: 'not-found', words: 'Described, but not there: archive/gone.warc.gz.' },
    ]);
    expect(articlesIn(outcomes)[0]?.remarks).toMatchObject([{ code: 'altered' }]);
  });

  it('says that its description was altered after it was signed, and who is said to have signed it', async () => {
    const package_ = described(digest(WARC));
    const signed = (hash: string) =>
      JSON.stringify({
        path: 'datapackage.json',
        hash,
        signedData: { domain: 'example.org', created: '2019-11-11T00:00:00Z' },
      });
    const [whole, altered] = await Promise.all([
      crawl(package_, { 'datapackage-digest.json': signed(digest(package_)) }),
      crawl(package_, { 'datapackage-digest.json': signed(digest('else')) }),
    ]);

    expect(container(whole).remarks).toEqual([]);
    expect(container(whole).facts).toContainEqual({ name: 'signature', value: 'stated, not verified' });
    expect(leftOutIn(altered).find(({ code }) => code === 'altered')?.place.path).toEqual(['datapackage.json']);
  });

  it('is read where its description is no JSON', async () => {
    const outcomes = await crawl('{"resources": [');

    expect(container(outcomes).remarks).toMatchObject([{ code: 'bad-input' }]);
    expect(articlesIn(outcomes)).toHaveLength(1);
  });

  it('is a zip like others where nothing describes it', async () => {
    expect(linesOf(await crawl(null))[0]).toBe('file: container zip');
  });
});
