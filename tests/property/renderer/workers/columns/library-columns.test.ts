import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LibraryColumns } from '#renderer/workers/columns/library-columns.ts';
import type { LibraryColumn, LibraryFilter, LibraryQuery, LibraryRow } from '#shared/contracts/library-query.ts';
import { articleStatuses } from '#shared/domain/case-article.ts';
import { fold } from '#shared/text/fold-text.ts';
import { articleIdOf, libraryRow } from '#tests/support/library-rows.ts';

const collator = new Intl.Collator('en', { numeric: true });
const columns: LibraryColumn[] = [
  'title',
  'publisher',
  'byline',
  'published',
  'language',
  'words',
  'highlights',
  'events',
  'status',
  'tags',
  'duplicates',
  'added',
];
const words = ['', 'Article 9', 'article 10', 'Éclair', 'eclair', 'سوق', 'Дом', 'a b', '🚚', '𝔞'];
const tags = ['market', 'denial', 'Aid'];

/** Few values, so that ties and repeats are common. */
const change = fc.record({
  number: fc.nat(12),
  isRemoved: fc.boolean(),
  row: fc.record({
    title: fc.constantFrom(...words),
    publisher: fc.constantFrom(...words),
    byline: fc.constantFrom(...words),
    published: fc.constantFrom('', 'XXXX-03-02', '2024-03-01', '2024-03', '-0100-01-01'),
    language: fc.constantFrom('en', 'ar', ''),
    words: fc.constantFrom(0, 1, 4096, 70_000, 4_000_000_000),
    highlights: fc.nat(3),
    status: fc.constantFrom(...articleStatuses),
    tags: fc.subarray(tags),
    added: fc.nat(2),
  }),
});

const filter: fc.Arbitrary<LibraryFilter> = fc.oneof(
  fc.record({
    kind: fc.constant('contains' as const),
    column: fc.constantFrom('title' as const, 'byline' as const, 'tags' as const),
    words: fc.constantFrom('art', 'ecl', 'e A', 'سو', '🚚', 'zz'),
  }),
  fc.record({
    kind: fc.constant('chosen' as const),
    column: fc.constantFrom('publisher' as const, 'status' as const, 'tags' as const, 'language' as const),
    values: fc.subarray(['', 'eclair', 'inbox', 'done', 'market', 'Aid', 'en'], { minLength: 1 }),
  }),
  fc.record({
    kind: fc.constant('between' as const),
    column: fc.constantFrom('words' as const, 'highlights' as const),
    least: fc.option(fc.nat(3)),
    most: fc.option(fc.nat(5000)),
  }),
  fc.record({
    kind: fc.constant('published' as const),
    from: fc.option(fc.constant(minuteOf('2024-03-01') ?? 0)),
    to: fc.option(fc.constant(minuteOf('2024-03-01') ?? 0)),
    alsoUnknown: fc.boolean(),
  }),
);

const query = fc.record({
  words: fc.constantFrom('', '', 'art', 'market en', 'eclair', 'سوق'),
  filters: fc.uniqueArray(filter, {
    maxLength: 3,
    selector: (one) => (one.kind === 'published' ? 'published' : one.column),
  }),
  sort: fc.array(
    fc.record({
      column: fc.constantFrom(...columns),
      direction: fc.constantFrom('ascending' as const, 'descending' as const),
    }),
    { maxLength: 3 },
  ),
});

type Model = Map<string, LibraryRow>;

describe('the columns of the library', () => {
  it('answer as plain filtering and sorting of rows would, whatever came and went before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.array(change), query), { minLength: 1, maxLength: 4 }), async (steps) => {
        const subject = new LibraryColumns(() => Promise.resolve());
        const model: Model = new Map();
        for (const [changes, asked] of steps) {
          for (const { number, isRemoved, row } of changes) apply(subject, model, number, isRemoved ? null : row);
          subject.ask(asked);
          const expected = answer(model, asked);

          const window = await subject.window(0, 100);
          expect(window.rows).toEqual(expected);
          expect(window).toMatchObject({ matching: expected.length, total: model.size });
          expect(await subject.ids(1, 3)).toEqual(expected.slice(1, 3).map((row) => row.articleId));
          const last = expected.at(-1);
          if (last) expect(await subject.placeOf(last.articleId)).toBe(expected.length - 1);
          expect(subject.facets().status).toEqual(statusCounts(model, asked));
        }
      }),
      { numRuns: 300 },
    );
  });
});

function apply(
  subject: LibraryColumns,
  model: Model,
  number: number,
  row: Omit<LibraryRow, 'articleId' | 'events' | 'duplicates' | 'earliest'> | null,
) {
  const id = articleIdOf(number);
  if (!row) {
    model.delete(id);
    return subject.change([], [id]);
  }
  const whole = libraryRow(number, { ...row, earliest: minuteOf(row.published) });
  model.set(id, whole);
  subject.change([whole], []);
}

function answer(model: Model, asked: LibraryQuery): LibraryRow[] {
  const rows = [...model.values()]
    .filter((row) => matchesWords(row, asked.words) && asked.filters.every((one) => matches(row, one)))
    .sort((a, b) => a.added - b.added || (a.articleId < b.articleId ? -1 : 1));
  for (const { column, direction } of [...asked.sort].reverse()) {
    const intake = new Map([...model.values()].sort(byIntake).map((row, place) => [row.articleId, place]));
    rows.sort((a, b) => {
      const left = keyOf(a, column, intake.get(a.articleId) ?? 0);
      const right = keyOf(b, column, intake.get(b.articleId) ?? 0);
      if (left === null || right === null) return Number(left === null) - Number(right === null);
      const order = typeof left === 'string' ? collator.compare(left, String(right)) : left - Number(right);
      return direction === 'ascending' ? order : -order;
    });
  }
  return rows;
}

function byIntake(a: LibraryRow, b: LibraryRow): number {
  return a.added - b.added || (a.articleId < b.articleId ? -1 : 1);
}

function keyOf(row: LibraryRow, column: LibraryColumn, place: number): string | number | null {
  if (column === 'published') return row.earliest;
  if (column === 'added') return place;
  if (column === 'status') return articleStatuses.indexOf(row.status);
  if (column === 'tags') return row.tags.join('\n') || null;
  return row[column] === '' ? null : row[column];
}

function matchesWords(row: LibraryRow, text: string): boolean {
  const cells = [row.title, row.publisher, row.byline, row.language, row.tags.join('\n')].map(fold);
  return fold(text)
    .split(/\s+/)
    .every((word) => cells.some((cell) => cell.includes(word)));
}

function matches(row: LibraryRow, one: LibraryFilter): boolean {
  if (one.kind === 'between') {
    return row[one.column] >= (one.least ?? 0) && row[one.column] <= (one.most ?? Number.POSITIVE_INFINITY);
  }
  if (one.kind === 'published') {
    if (row.earliest === null) return one.alsoUnknown;
    return row.earliest >= (one.from ?? row.earliest) && row.earliest <= (one.to ?? row.earliest);
  }
  const cell = row[one.column];
  if (one.kind === 'contains') {
    const text = fold(typeof cell === 'string' ? cell : cell.join('\n'));
    return fold(one.words)
      .split(/\s+/)
      .every((word) => text.includes(word));
  }
  const values = typeof cell === 'string' ? [cell] : cell.length === 0 ? [''] : cell;
  return values.some((value) => one.values.includes(value));
}

/** Rows that all conditions but the one on status let through. */
function statusCounts(model: Model, asked: LibraryQuery) {
  const others = asked.filters.filter((one) => one.kind === 'published' || one.column !== 'status');
  const rows = answer(model, { ...asked, filters: others });
  return articleStatuses.map((value) => ({ value, count: rows.filter((row) => row.status === value).length }));
}

function minuteOf(published: string): number | null {
  const year = /^(-?\d{4})-(\d\d)(?:-(\d\d))?$/.exec(published);
  if (!year) return null;
  return new Date(0).setUTCFullYear(Number(year[1]), Number(year[2]) - 1, Number(year[3] ?? 1)) / 60_000;
}
