import { describe, expect, it } from 'vitest';
import { memorySource } from '#shared/ingest/byte-source.ts';
import { FORMATS } from '#shared/ingest/formats.ts';
import { readSource } from '#shared/ingest/read-source.ts';
import { noHints } from '#shared/ingest/reader.ts';
import { unattended } from '#shared/kernel/job-control.ts';
import { codeOf } from '#tests/support/code-of.ts';
import { articlesIn, leftOutIn, linesOf, outcomesOf } from '#tests/support/ingest/outcomes.ts';

const PAGE = '<!doctype html><title>The lorry left</title><p>The lorry left at dawn.';

describe('readSource', () => {
  it('READ-2: gives the article with the bytes as they stand, and gives it again from these', async () => {
    const hints = { address: 'https://example.org/a', fileName: 'a.html' };
    const [found] = articlesIn(await outcomesOf(`\uFEFF${PAGE}`, hints));
    const again = await outcomesOf(found?.capture.bytes ?? '', found?.hints);

    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(found?.capture.bytes)).toBe(`\uFEFF${PAGE}`);
    expect(found).toMatchObject({
      within: '',
      charset: 'utf-8',
      place: { path: [], size: 73, hash: found?.capture.id },
    });
    expect(again).toEqual([found]);
  });

  it.each([
    ['an empty file', '', 'file: unreadable'],
    ['an image', '\x89PNG\r\n\x1a\n', 'file: unknown-format'],
    ['data', '\x00\x01\x02\x03', 'file: unknown-format'],
    ['a page', PAGE, 'file: article The lorry left'],
    ['Markdown', '# The lorry\n\n> left\n\nat [dawn](https://example.org)', 'file: article The lorry'],
    ['a text', 'The lorry\n\nleft at dawn.', 'file: article The lorry'],
  ])('READ-1: says what became of %s', async (_, content, line) => {
    const bytes = Uint8Array.from(content, (character) => character.charCodeAt(0));

    expect(linesOf(await outcomesOf(bytes))).toEqual([line]);
  });

  it('READ-5: tells a file that has gone', async () => {
    const gone = () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) });

    expect(linesOf(await outcomesOf({ size: 9, slice: gone }))).toEqual(['file: unreadable']);
  });

  it('READ-1: tells a fault of our own with its cause', async () => {
    const fault = new RangeError('planted');
    const job = {
      ...unattended,
      pause: () => {
        throw fault;
      },
    };

    expect(leftOutIn(await outcomesOf(PAGE, {}, job))).toMatchObject([{ code: 'internal', cause: fault }]);
  });

  it('lets a job be stopped', async () => {
    const job = { ...unattended, signal: { aborted: true } };
    const outcomes = readSource(memorySource(new TextEncoder().encode(PAGE)), noHints, job);

    expect(await codeOf(outcomes.next())).toBe('cancelled');
  });

  it('observes what a container says after what the page says itself', async () => {
    const said = { field: 'title', value: 'Of the container', rule: 'http', place: 'Title' } as const;
    const [found] = articlesIn(await outcomesOf(PAGE, { observed: [said] }));

    expect(found?.article.title).toBe('The lorry left');
    expect(found?.article.observed).toContainEqual(said);
  });

  it('asks every format under a name of its own', () => {
    const names = FORMATS.map(({ name }) => name);

    expect(new Set(names).size).toBe(names.length);
    expect(names.at(-1)).toBe('text');
  });
});
