import { describe, expect, it } from 'vitest';
import { memorySource } from '#shared/ingest/byte-source.ts';
import { guessCsv } from '#shared/ingest/tables/guess-csv.ts';
import type { TableMapping } from '#shared/ingest/tables/table-mapping.ts';
import { lawsBrokenBy } from '#tests/support/ingest/laws.ts';
import { articlesIn, leftOutIn, linesOf, outcomesOf } from '#tests/support/ingest/outcomes.ts';

const HEADER = ['Title', 'Date', 'URL', 'Full text', 'Place'];
const ROWS = [
  [
    'The lorry',
    '2019-11-10',
    'https://example.org/1',
    'The lorry left, "at dawn".\nIt was red; very red.',
    'Tell Tamr',
  ],
  ['Der Lastwagen', '2019-11-11', 'https://example.org/2', 'Er fuhr nach Zürich, sagte man.', ''],
];
const MAPPING: TableMapping = {
  fields: [
    { column: 'Title', field: 'title' },
    { column: 'Date', field: 'published' },
    { column: 'URL', field: 'url' },
    { column: 'Full text', field: 'text' },
  ],
};
const TEXTS = ['The lorry left, "at dawn".\n\nIt was red; very red.', 'Er fuhr nach Zürich, sagte man.'];

function csv(delimiter: string, rows: readonly (readonly string[])[] = [HEADER, ...ROWS], end = '\r\n'): string {
  return (
    rows
      .map((row) =>
        row.map((cell) => (/["\n,;\t|]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter),
      )
      .join(end) + end
  );
}

function utf16(text: string, isBig: boolean): Buffer {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
}

describe('TABLE-1: how a table is written', () => {
  it.each<[string, Uint8Array | string]>([
    ['with commas', csv(',')],
    ['with semicolons', csv(';')],
    ['with tabs', csv('\t')],
    ['with bars', csv('|')],
    ['with line breaks of Unix', csv(',', undefined, '\n')],
    ['with the line that Excel writes for itself', `sep=;\r\n${csv(';')}`],
    ['with a mark', `\uFEFF${csv(',')}`],
    ['in windows-1252', Buffer.from(csv(';'), 'latin1')],
    ['in UTF-16', utf16(csv('\t'), false)],
    ['in UTF-16 of the other order', utf16(csv('\t'), true)],
    ['without a line break at its end', csv(',').trimEnd()],
    ['with empty lines', csv(',').replace('\r\n', '\r\n\r\n')],
  ])('is detected: %s', async (_, content) => {
    const outcomes = await outcomesOf(content, { fileName: 'a.csv', mapping: MAPPING });

    expect(linesOf(outcomes)).toEqual([
      'file: container csv',
      'row 1: article The lorry',
      'row 2: article Der Lastwagen',
    ]);
    expect(articlesIn(outcomes).map(({ article }) => article.text)).toEqual(TEXTS);
    expect(await lawsBrokenBy(outcomes)).toEqual([]);
  });

  it('READ-2: each capture is the row as it stands, at its place', async () => {
    const content = csv(',');
    const found = articlesIn(await outcomesOf(content, { mapping: MAPPING }));

    expect(found.map(({ capture }) => Buffer.from(capture.bytes).toString())).toEqual(
      ROWS.map((row) => csv(',', [row]).trimEnd()),
    );
    expect(
      found.map(({ place }) =>
        Buffer.from(content)
          .subarray(place.offset ?? 0, (place.offset ?? 0) + (place.size ?? 0))
          .toString(),
      ),
    ).toEqual(found.map(({ capture }) => Buffer.from(capture.bytes).toString()));
  });

  it('takes values, keeps what is not mapped, and says under which name', async () => {
    const [found] = articlesIn(await outcomesOf(csv(','), { mapping: MAPPING }));

    expect(found?.article).toMatchObject({ title: 'The lorry', published: '2019-11-10', url: 'https://example.org/1' });
    expect(found?.article.observed).toContainEqual({ field: 'other', value: 'Tell Tamr', rule: 'csv', place: 'Place' });
  });
});

describe('TABLE-2: a table whose columns nobody has named', () => {
  it('is asked for, with its first rows and a proposal', async () => {
    const [left] = leftOutIn(await outcomesOf(csv(';'), { fileName: 'a.csv' }));

    expect(left).toMatchObject({
      code: 'unmapped',
      guess: { form: { delimiter: ';', charset: 'utf-8', hasHeader: true }, columns: HEADER, rows: ROWS },
    });
    expect(left?.guess?.mapping.fields).toEqual(MAPPING.fields);
  });

  it('has numbers for columns where it has no header, and is read by these', async () => {
    const content = csv(',', ROWS);
    const [left] = leftOutIn(await outcomesOf(content, { fileName: 'a.csv' }));
    const mapping = left?.guess?.mapping ?? MAPPING;
    const outcomes = await outcomesOf(content, {
      mapping: {
        ...mapping,
        fields: [
          { column: 'column 4', field: 'text' },
          { column: 'column 1', field: 'title' },
        ],
      },
    });

    expect(left?.guess?.columns).toEqual(['column 1', 'column 2', 'column 3', 'column 4', 'column 5']);
    expect(articlesIn(outcomes).map(({ article }) => article.title)).toEqual(['The lorry', 'Der Lastwagen']);
  });

  it('can be cut otherwise than was detected', async () => {
    const source = memorySource(Buffer.from('a;b,c\n1;2,3\n'));

    expect((await guessCsv(source, { delimiter: ',', hasHeader: true })).columns).toEqual(['a;b', 'c']);
    expect((await guessCsv(source, { delimiter: ';', hasHeader: false })).rows).toEqual([
      ['a', 'b,c'],
      ['1', '2,3'],
    ]);
  });

  it.each([
    [
      'prose with commas',
      'It left, they said, at dawn.\nIt was red, they said, and large.\nNobody, they said, saw it.\n',
      {},
    ],
    ['a page that is called a table', '<!doctype html><p>a,b</p>', { fileName: 'a.csv' }],
    ['a list of one column', 'one\ntwo\nthree\n', { fileName: 'a.csv' }],
  ])('is not seen in %s', async (_, content, hints) => {
    expect((await outcomesOf(content, hints)).map(({ kind }) => kind)).toEqual(['article']);
  });

  it('is known without a name by what it is', async () => {
    expect(linesOf(await outcomesOf(csv(',', [HEADER, ...ROWS, ...ROWS])))).toEqual([
      'file: container csv',
      'file: unmapped text/csv',
    ]);
  });
});

describe('TABLE-3: damaged tables', () => {
  const good = csv(',', [ROWS[1] ?? []], '\n');
  const head = csv(',', [HEADER], '\n');

  it.each<[string, string, string[], RegExp]>([
    [
      'a row with fewer cells',
      'x,2019,u,Some words.\n',
      ['article x', 'article Der Lastwagen'],
      /4 cells, the table 5/,
    ],
    [
      'a row with more cells',
      'x,2019,u,Some words.,,more\n',
      ['article x', 'article Der Lastwagen'],
      /6 cells, the table 5/,
    ],
    [
      'a quote that is never closed',
      'x,2019,u,"Some words.,\n',
      ['article x', 'article Der Lastwagen'],
      /quotes do not match/,
    ],
    ['a quote in the midst of words', 'x,2019,u,Some "quoted" words.,\n', ['article x', 'article Der Lastwagen'], /^$/],
    [
      'words behind a quote',
      'x,2019,u,"Some" words.,\n',
      ['article x', 'article Der Lastwagen'],
      /quotes do not match/,
    ],
    ['a row without words', 'x,2019,u,,\n', ['no-text text/csv', 'article Der Lastwagen'], /^$/],
  ])('are told, and every other row read: %s', async (_, row, lines, remark) => {
    const outcomes = await outcomesOf(head + row + good, { fileName: 'a.csv', mapping: MAPPING });

    expect(
      linesOf(outcomes)
        .slice(1)
        .map((line) => line.replace(/^row \d: /, '')),
    ).toEqual(lines);
    expect(outcomes[1]?.kind === 'article' ? outcomes[1].remarks.map(({ words }) => words).join() : '').toMatch(remark);
    expect(await lawsBrokenBy(outcomes)).toEqual([]);
  });

  it('are read in windows-1252 where a row is no UTF-8', async () => {
    const content = Buffer.concat([Buffer.from(head + good), Buffer.from(good, 'latin1')]);
    const found = articlesIn(
      await outcomesOf(content, {
        fileName: 'a.csv',
        mapping: { ...MAPPING, form: { delimiter: ',', charset: 'utf-8', hasHeader: true } },
      }),
    );

    expect(found.map(({ article, charset }) => [article.text, charset])).toEqual([
      [TEXTS[1], 'utf-8'],
      [TEXTS[1], 'windows-1252'],
    ]);
  });

  it('take no longer for quotes that never match than for others', async () => {
    const rows = head + 'x,2019,u,"Some words.,\n'.repeat(20_000);
    const started = performance.now();
    const outcomes = await outcomesOf(rows, { fileName: 'a.csv', mapping: MAPPING });

    expect(articlesIn(outcomes)).toHaveLength(20_000);
    expect(performance.now() - started).toBeLessThan(120_000);
  });
});
