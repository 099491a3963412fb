import { describe, expect, it, vi } from 'vitest';
import type { Workspace } from '#renderer/data/workspace.ts';
import { importFiles } from '#renderer/workers/import/import-files.ts';
import type { ImportCounts } from '#shared/contracts/import-messages.ts';
import { articleIdOf, captureIdOf, textIdOf } from '#shared/custody/identify.ts';
import { sha256Hex } from '#shared/custody/sha256.ts';
import type { CaseId, ImportId } from '#shared/domain/ids.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { type JobControl, unattended } from '#shared/kernel/job-control.ts';
import { importSamples } from '#tests/support/filled-case.ts';
import { sampleArticle } from '#tests/support/sample-rows.ts';
import { seededPorts } from '#tests/support/seeded-ports.ts';
import { testWorkspace } from '#tests/support/test-workspace.ts';

const PAGE = `<html lang="en"><head><title>Shells hit market</title><meta property="og:site_name" content="Corvane Wire">
<meta property="og:url" content="https://www.corvane-wire.example/a"></head><body><p>Five were killed.</p></body></html>`;

describe('an import of files', () => {
  it('keeps the bytes of each file as they are', async () => {
    const { workspace, caseId, take } = await emptyCase();
    const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, 0x41, 0x0d, 0x0a, 0xc3, 0xa9, 0x0d, 0x0a]);

    await take([fileOf('odd.txt', bytes)]);

    const [articleId] = await workspace.articles.idsInCase(caseId);
    const { article, acquisitions } = await detailsOf(workspace, caseId, articleId);
    const kept = await workspace.articles.captureBytes(article.captureId);
    expect(kept.bytes).toEqual(bytes);
    expect(article.captureId).toBe(sha256Hex(bytes));
    expect(acquisitions.map(({ fileName }) => fileName)).toEqual(['odd.txt']);
  });

  it('reads what a page says of itself, and knows its publisher by its domain', async () => {
    const { workspace, caseId, take } = await emptyCase();

    await take([fileOf('a.html', PAGE)]);

    const [articleId] = await workspace.articles.idsInCase(caseId);
    const { article, source, metadata } = await detailsOf(workspace, caseId, articleId);
    expect(article).toMatchObject({ title: 'Shells hit market', language: 'en', words: 3 });
    expect(source).toMatchObject({ name: 'Corvane Wire', domains: ['corvane-wire.example'] });
    expect(metadata.map(({ field }) => field)).toContain('siteName');
    const text = article.textId ? await workspace.articles.text(article.textId) : null;
    expect(text?.text).toBe('Five were killed.');
  });

  it('makes one capture and two acquisitions of the same bytes, within one import and over two', async () => {
    const { workspace, caseId, take } = await emptyCase();

    const first = await take([fileOf('a.txt', 'Same words'), fileOf('copy of a.txt', 'Same words')]);
    const second = await take([fileOf('again.txt', 'Same words')]);

    expect([first.counts, second.counts]).toMatchObject([
      { imported: 1, duplicates: 1 },
      { imported: 0, duplicates: 1 },
    ]);
    expect(await workspace.db.captures.count()).toBe(1);
    expect(await workspace.db.acquisitions.count()).toBe(3);
    expect(await workspace.articles.columns(caseId)).toMatchObject([{ duplicates: 2 }]);
    expect(await reasons(workspace, second.import.id)).toEqual([
      'The same bytes as “Same words”, which is in the case. Kept as one more time that they came in.',
    ]);
  });

  it('takes an article that another case has into this one too', async () => {
    const { workspace, caseId, take } = await emptyCase();
    const other = await workspace.cases.create('Another');
    await take([fileOf('a.txt', 'Same words')], other);

    const { counts } = await take([fileOf('a.txt', 'Same words')]);

    expect(counts).toMatchObject({ imported: 1, duplicates: 0 });
    expect(await workspace.articles.idsInCase(caseId)).toHaveLength(1);
    expect(await workspace.db.captures.count()).toBe(1);
  });

  it('takes the genuine words of bytes for which a case file brought others, as an article of their own', async () => {
    const { workspace, caseId, take } = await emptyCase();
    await openForgery(workspace, ['Five were killed.', 'Nobody was killed.']);

    const first = await take([fileOf('a.txt', 'Five were killed.'), fileOf('b.txt', 'Five were killed.')]);
    const again = await take([fileOf('c.txt', 'Five were killed.')]);

    expect([first.counts, again.counts]).toMatchObject([{ imported: 1, duplicates: 1 }, { duplicates: 1 }]);
    expect(await wordsIn(workspace, caseId)).toEqual(['Five were killed.']);
    expect((await reasons(workspace, first.import.id))[0]).toContain('has a text that they do not hold');
    expect((await workspace.verify(caseId)).faults).toEqual([]);
    expect(await workspace.undo(caseId)).toContain('Import');
  });

  it('is not deceived by a case file that forges the name of that article too, or hides the bytes of the first', async () => {
    const { workspace, caseId, take } = await emptyCase();
    const [genuine, forged] = ['Five were killed.', 'Nobody was killed.'];
    await openForgery(workspace, [genuine, forged], `#${sha256Hex(genuine)}`);
    await openForgery(workspace, [genuine, forged], '', new TextEncoder().encode('Other bytes'));

    await take([fileOf('a.txt', genuine)]);

    expect(await wordsIn(workspace, caseId)).toEqual([genuine]);
  });

  it('knows its own article again when the same bytes are read otherwise under another name', async () => {
    const { workspace, caseId, take } = await emptyCase();
    await take([fileOf('a.md', '# Shells hit market\n\nFive were *killed*.')]);

    const { counts } = await take([fileOf('a.txt', '# Shells hit market\n\nFive were *killed*.')]);

    expect(counts).toMatchObject({ imported: 0, duplicates: 1 });
    expect(await wordsIn(workspace, caseId)).toHaveLength(1);
  });

  it('says what of an article that stood in the workspace is not as its bytes say', async () => {
    const { workspace, caseId, take } = await emptyCase();
    const other = await workspace.cases.create('Another');
    const before = await take([fileOf('a.html', PAGE)], other);
    const [articleId] = await workspace.articles.idsInCase(other);
    if (articleId) await workspace.articles.edit(other, articleId, { title: 'Market', published: '2024-03-14' });

    const result = await take([fileOf('a.html', PAGE)]);

    expect(await reasons(workspace, before.import.id)).toEqual(['']);
    expect(await reasons(workspace, result.import.id)).toEqual([
      expect.stringMatching(/its title, date of publication are not as these bytes say\.$/),
    ]);
    expect(await detailsOf(workspace, caseId, articleId)).toMatchObject({ article: { title: 'Market' } });
  });

  it.each([
    ['an empty file', new Uint8Array(), /It is empty\. Save the page again/],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), /It is a PNG image/],
    ['binary data', Uint8Array.from([1, 2, 0, 3, 4]), /It is binary data/],
  ])('names %s as failed, with what to do, and goes on', async (_, bytes, reason) => {
    const { workspace, take } = await emptyCase();

    const result = await take([fileOf('bad', bytes), fileOf('good.txt', 'Words')]);

    expect(result.counts).toEqual({ done: 2, total: 2, imported: 1, duplicates: 0, failed: 1 });
    expect(await reasons(workspace, result.import.id)).toEqual([expect.stringMatching(reason), '']);
    expect(result.import.state).toBe('finished');
  });

  it('names a capture over 512 MB as failed without reading it', async () => {
    const { workspace, take } = await emptyCase();
    const large = fileOf('large.html', 'x');
    Object.defineProperty(large.file, 'size', { value: 512 * 1024 * 1024 + 1 });
    const slice = (start: number, end: number) => {
      if (end > 100_000) throw new Error('read');
      return new Blob(['x'.repeat(end - start)]);
    };
    Object.defineProperty(large.file, 'slice', { value: slice });

    const result = await take([large, fileOf('good.txt', 'Words')]);

    expect(await reasons(workspace, result.import.id)).toEqual([
      expect.stringMatching(/^It has 513 MB; \d+ MB is the most/),
      '',
    ]);
  });

  it('names a file that has gone since it was chosen, and goes on', async () => {
    const { workspace, take } = await emptyCase();
    const gone = fileOf('gone.txt', 'Words that were');
    const arrayBuffer = () => Promise.reject(new DOMException('', 'NotFoundError'));
    Object.defineProperty(gone.file, 'slice', { value: () => ({ arrayBuffer }) });

    const result = await take([gone, fileOf('good.txt', 'Words')]);

    expect(await reasons(workspace, result.import.id)).toEqual([expect.stringMatching(/no longer where it was/), '']);
  });

  it('is one step, whatever number of batches: one undo takes every article out of the case', async () => {
    const { workspace, caseId, take } = await emptyCase();
    await take(Array.from({ length: 1200 }, (_, at) => fileOf(`${at}.txt`, `Words of number ${at}`)));
    expect(await workspace.articles.idsInCase(caseId)).toHaveLength(1200);

    expect(await workspace.undo(caseId)).toBe('Import 1200 files');

    expect(await workspace.articles.idsInCase(caseId)).toEqual([]);
  });

  it('keeps what is in when it is cancelled, and names the rest as not read', async () => {
    const { workspace, caseId } = await emptyCase();
    const signal = { aborted: false };
    const files = Array.from({ length: 10 }, (_, at) => fileOf(`${at}.txt`, `Words of number ${at}`));
    const stopAtFour = (counts: ImportCounts) => {
      signal.aborted = counts.done === 4;
    };

    const result = await run(workspace, caseId, files, { ...unattended, signal }, stopAtFour);

    expect(result).toMatchObject({ import: { state: 'cancelled' }, counts: { done: 4, imported: 4 } });
    expect(await workspace.articles.idsInCase(caseId)).toHaveLength(4);
    const outcomes = await workspace.imports.outcomes(result.import.id);
    expect(outcomes.map((outcome) => outcome.result)).toEqual([
      ...Array(4).fill('imported'),
      ...Array(6).fill('skipped'),
    ]);
  });

  it('counts what is in, and no more, when the store breaks off', async () => {
    const { workspace, caseId } = await emptyCase();
    const files = Array.from({ length: 1200 }, (_, at) => fileOf(`${at}.txt`, `Words of number ${at}`));
    const stores = vi.spyOn(workspace, 'importBatch');
    const heard: ImportCounts[] = [];
    const failFromNow = (counts: ImportCounts) => {
      heard.push(counts);
      if (counts.done === 990) stores.mockRejectedValueOnce(new AppError('disk-full', 'No room.'));
    };

    await expect(run(workspace, caseId, files, unattended, failFromNow)).rejects.toMatchObject({ code: 'disk-full' });

    const isIn = await workspace.articles.idsInCase(caseId);
    expect(isIn.length).toBeGreaterThan(0);
    expect(heard.at(-1)).toMatchObject({ done: isIn.length, imported: isIn.length, total: 1200 });
  });

  it('gives the same rows for the same bytes on another machine', async () => {
    const here = await emptyCase();
    const there = await emptyCase();
    await here.take([fileOf('a.html', PAGE)]);
    await there.take([fileOf('other name.html', PAGE)]);

    const rows = ({ workspace: { db } }: typeof here) =>
      Promise.all([db.articles.toArray(), db.texts.toArray(), db.metadata.toArray(), db.sources.toArray()]);
    const [articles, texts, metadata, sources] = await rows(here);
    const [others, otherTexts, otherMetadata, otherSources] = await rows(there);
    expect([articles, metadata, sources]).toEqual([others, otherMetadata, otherSources]);
    expect(texts?.map(({ id }) => id)).toEqual(otherTexts?.map(({ id }) => id));
  });
});

async function emptyCase() {
  const workspace = await testWorkspace();
  const caseId = await workspace.cases.create('Marjouna');
  const take = (files: ReturnType<typeof fileOf>[], into: CaseId = caseId) => run(workspace, into, files);
  return { workspace, caseId, take };
}

function run(
  workspace: Workspace,
  caseId: CaseId,
  files: ReturnType<typeof fileOf>[],
  control: JobControl = unattended,
  onCounts: (counts: ImportCounts) => void = () => {},
) {
  return importFiles({ workspace, caseId, files, from: `${files.length} files`, onCounts }, control);
}

/** Opens a case file whose article goes by the name of bytes that say something else. */
async function openForgery(
  workspace: Workspace,
  [genuine, forged]: readonly [string, string],
  position = '',
  captured = new TextEncoder().encode(genuine),
): Promise<void> {
  const stranger = await testWorkspace(seededPorts(7 + position.length));
  const caseId = await stranger.cases.create('Theirs');
  const id = articleIdOf(captureIdOf(new TextEncoder().encode(genuine)), position);
  const { capture, article, text } = sampleArticle(forged);
  const version = { ...text.version, articleId: id };
  const textId = textIdOf(forged, version);
  await importSamples(stranger, caseId, [
    {
      capture: { ...capture, id: captureIdOf(captured), bytes: captured },
      article: { ...article, id, captureId: captureIdOf(captured), textId },
      text: { text: forged, version: { ...version, id: textId } },
    },
  ]);
  await workspace.restoreCase(await stranger.collectCase(caseId));
}

async function wordsIn(workspace: Workspace, caseId: CaseId): Promise<string[]> {
  const articles = await Promise.all(
    (await workspace.articles.idsInCase(caseId)).map((id) => workspace.articles.get(id)),
  );
  const texts = articles.flatMap((article) => (article?.textId ? [workspace.articles.text(article.textId)] : []));
  return (await Promise.all(texts)).map(({ text }) => text);
}

function fileOf(path: string, content: string | Uint8Array<ArrayBuffer>) {
  return { path, file: new File([content], path) };
}

async function reasons(workspace: Workspace, id: ImportId): Promise<string[]> {
  return (await workspace.imports.outcomes(id)).map(({ reason }) => reason);
}

async function detailsOf(
  workspace: Workspace,
  caseId: CaseId,
  articleId: Parameters<Workspace['articles']['details']>[1] | undefined,
) {
  const details = articleId && (await workspace.articles.details(caseId, articleId));
  if (!details) throw new Error('no article');
  return details;
}
