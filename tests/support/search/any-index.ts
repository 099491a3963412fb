import fc from 'fast-check';
import { unattended } from '#shared/kernel/job-control.ts';
import type { IndexDocument } from '#shared/search/model/index-document.ts';
import { MemoryStore } from '#shared/search/model/memory-store.ts';
import type { IndexRequest } from '#shared/search/model/search-results.ts';
import { parseQuery } from '#shared/search/query/parse-query.ts';
import { SearchIndex } from '#shared/search/search-index.ts';
import { sampleDocument, sampleId } from '#tests/support/search/sample-document.ts';

/** Few words, so that matches are common; every script, and every sign that joins or parts. */
const WORDS = {
  latin: [
    'a',
    'b',
    'ab',
    'ba',
    'A',
    'Ab',
    'à',
    "a'b",
    'a-b',
    'b-a',
    "a's",
    'aba',
    'bab',
    'a1',
    '1a',
    '11',
    '#a',
    '@ab',
    'ü',
    'ue',
    'U.S.',
  ],
  arabic: ['سوريا', 'وسوريا', 'بسوريا', 'جيش', 'الجيش', 'والجيش', 'جَيْش', 'أحمد', 'احمد', '٢٥', '25'],
  cyrillic: ['ёлка', 'елка', 'Ёлка', 'мир', 'Мира', 'киив', 'Київ'],
  chinese: ['北京', '京', '北', '大学', '北京大学', 'ガザ', 'ｶﾞｻﾞ', '서울', '서울에서'],
} as const;
const scripts = Object.values(WORDS);

const someWord = fc.constantFrom(...scripts).chain((words) => fc.constantFrom<string>(...words));
const wordsOfOne = fc
  .constantFrom(...scripts)
  .map((words) => fc.oneof({ weight: 6, arbitrary: fc.constantFrom<string>(...words) }, someWord));
const passage = wordsOfOne.chain((word) =>
  fc
    .array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', ', ', '\n', '-', '.')), { maxLength: 14 })
    .map((pairs) => pairs.map(([one, sign]) => one + sign).join('')),
);
const line = passage.map((text) => text.replaceAll('\n', ' '));
const lines = fc.array(line, { maxLength: 2 });
const value = fc.constantFrom('Alpha', 'Beta Gamma', 'alpha beta', 'مدينة');
const values = fc.array(value, { maxLength: 2 }).map((labels) => labels.map((label) => ({ key: `k-${label}`, label })));

/** Any article of a small world. */
export const anyDocument = fc
  .record({
    article: fc.nat(11),
    caseNumber: fc.constantFrom(1, 1, 2),
    title: line,
    text: passage,
    cut: fc.option(fc.tuple(fc.nat(40), fc.nat(40)), { nil: null }),
    byline: lines,
    notes: lines,
    entities: lines,
    tag: values,
    publisher: values,
    day: fc.option(fc.tuple(fc.nat(60), fc.nat(20)), { nil: null }),
    imported: fc.nat(60 * 86_400_000),
    words: fc.nat(20),
    counts: fc.array(
      fc.record({
        name: fc.constantFrom('killed' as const, 'injured' as const, 'casualties' as const),
        min: fc.option(fc.nat(9), { nil: null }),
        max: fc.option(fc.integer({ min: 9, max: 12 }), { nil: null }),
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ article, caseNumber, cut, day, tag, publisher, ...rest }) =>
    sampleDocument(article, {
      ...rest,
      caseId: sampleId('case', caseNumber) as IndexDocument['caseId'],
      folds: cut === null ? [] : [{ start: Math.min(...cut), end: Math.max(...cut) }],
      filters: { tag, publisher },
      published: day === null ? null : { first: day[0], last: day[0] + day[1] },
    }),
  );

const pattern = fc
  .tuple(someWord, fc.constantFrom('*', '~', '~2', '?', '*b', '?*'), fc.nat(3))
  .map(([word, sign, at]) => (sign.startsWith('~') ? word + sign : word.slice(0, at) + sign + word.slice(at + 1)));
const quoted = fc
  .array(fc.oneof({ weight: 5, arbitrary: someWord }, pattern), { minLength: 1, maxLength: 3 })
  .map((words) => `"${words.join(' ')}"`);
const leaf = fc.oneof(
  { weight: 4, arbitrary: someWord },
  { weight: 3, arbitrary: quoted },
  { weight: 2, arbitrary: pattern },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom('title:', 'text:', 'byline:', 'note:', 'entity:', 'exact:', 'exact:'),
        fc.oneof(someWord, quoted),
      )
      .map(([field, word]) => field + word),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('tag:alpha', 'tag:"beta gamma"', 'publisher:beta', 'tag:k-Alpha', 'tag:al*'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'published:1970-01',
      'published:>1970-01-20',
      'imported:1970-02',
      'words:>=10',
      'killed:>=5',
      'injured:2..9',
      'casualties:<3',
      'killed:>20',
    ),
  },
);
/** Any query, in words as they are typed. */
export const anyQuery = fc.letrec((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc
      .tuple(tie('node'), fc.constantFrom(' ', ' OR ', ' -', ' AND ', ' NOT '), tie('node'))
      .map((parts) => `(${parts.join('')})`),
    fc
      .tuple(
        fc.oneof(someWord, quoted, pattern),
        fc.constantFrom('near/0', 'near/2', 'before/1', 'before/3'),
        fc.oneof(someWord, quoted),
      )
      .map((parts) => `(${parts.join(' ')})`),
  ),
})).node as fc.Arbitrary<string>;

/** What may happen to an index. */
export type Step =
  | { readonly kind: 'put'; readonly documents: readonly IndexDocument[] }
  | { readonly kind: 'remove'; readonly document: IndexDocument }
  | { readonly kind: 'flush' | 'merge' | 'reopen' };
/** Anything that may happen to an index. */
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .array(anyDocument, { minLength: 1, maxLength: 4 })
      .map((documents) => ({ kind: 'put' as const, documents })),
  },
  { weight: 2, arbitrary: anyDocument.map((one) => ({ kind: 'remove' as const, document: one })) },
  {
    weight: 2,
    arbitrary: fc.constantFrom({ kind: 'flush' as const }, { kind: 'merge' as const }, { kind: 'reopen' as const }),
  },
);

/** What tells documents apart. */
export const keyOf = ({ caseId, articleId }: { caseId: string; articleId: string }) => caseId + articleId;
/** A request for everything that a query finds. */
export const request = (typed: string, more: Partial<IndexRequest> = {}): IndexRequest => ({
  query: parseQuery(typed),
  caseId: null,
  cases: [],
  order: 'score',
  freshAt: null,
  limit: 100,
  skip: 0,
  facets: [],
  hidden: 'count',
  job: unattended,
  ...more,
});

/** Runs steps on an index and on a plain map. */
export async function live(
  steps: readonly Step[],
): Promise<{ index: SearchIndex; documents: IndexDocument[]; store: MemoryStore }> {
  const store = new MemoryStore();
  let index = await SearchIndex.open(store);
  const model = new Map<string, IndexDocument>();
  for (const one of steps) {
    if (one.kind === 'put') {
      await index.put(one.documents);
      for (const each of one.documents) {
        model.delete(keyOf(each));
        model.set(keyOf(each), each);
      }
    } else if (one.kind === 'remove') {
      await index.remove([one.document]);
      model.delete(keyOf(one.document));
    } else if (one.kind === 'merge') await index.merge(unattended);
    else {
      await index.flush('here');
      if (one.kind === 'reopen') index = await SearchIndex.open(store);
    }
  }
  return { index, documents: [...model.values()], store };
}
