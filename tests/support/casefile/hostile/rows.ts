import { edit, editLines, setText } from '#tests/support/casefile/opened-zip.ts';
import { editRow, editSummary, forged, type HostileFile, recount } from './tampering.ts';

/** Rows that are not as they have to be. */
export const hostileRows: readonly HostileFile[] = [
  {
    title: 'a line that is no JSON',
    make: forged((p) => edit(p, 'data/tables/sources.jsonl', (text) => text.replace('{', '('))),
    code: 'unreadable',
    words: /sources\.jsonl, line 1/,
  },
  {
    title: 'a line that is no UTF-8',
    make: forged((p) => p.set('data/tables/sources.jsonl', Uint8Array.of(0x22, 0xc3, 0x28, 0x22, 0x0a))),
    code: 'unreadable',
    words: /sources\.jsonl, line 1/,
  },
  {
    title: 'an empty line',
    make: forged((p) => edit(p, 'data/tables/sources.jsonl', (text) => text.replace('\n', '\n\n'))),
    code: 'unreadable',
    words: /sources\.jsonl, line 2/,
  },
  {
    title: 'a row with a field too many',
    make: forged((p) => editRow(p, 'people', (row) => ({ ...row, secretKey: 'x' }))),
    code: 'bad-input',
    words: /people\.jsonl, line 1/,
  },
  {
    title: 'a row with a field too few',
    make: forged((p) => editRow(p, 'articles', ({ title: _, ...row }) => row)),
    code: 'bad-input',
    words: /articles\.jsonl, line 1: title/,
  },
  {
    title: 'a row with a value of another kind',
    make: forged((p) => editRow(p, 'highlights', (row) => ({ ...row, made: { ...Object(row['made']), start: -1 } }))),
    code: 'bad-input',
    words: /highlights\.jsonl, line 1: made\.start/,
  },
  {
    title: 'a row that brings a prototype',
    make: forged((p) =>
      editLines(p, 'data/tables/people.jsonl', ([line, ...rest]) => [
        (line ?? '').replace('{', '{"__proto__":{"x":1},'),
        ...rest,
      ]),
    ),
    code: 'bad-input',
    words: /people\.jsonl, line 1/,
  },
  {
    title: 'a row that is there twice',
    make: forged((p) => {
      editLines(p, 'data/tables/articles.jsonl', ([line = '', ...rest]) => [line, line, ...rest]);
      recount(p, 'articles', 1);
    }),
    code: 'bad-input',
    words: /articles\.jsonl, line 2: .* twice or out of order/,
  },
  {
    title: 'rows out of order',
    make: forged((p) => editLines(p, 'data/tables/articles.jsonl', (lines) => lines.reverse())),
    code: 'bad-input',
    words: /articles\.jsonl, line 2/,
  },
  {
    title: 'a row of another case',
    make: forged((p) =>
      editRow(p, 'savedSearches', (row) => ({ ...row, caseId: '019ceb12-be00-768e-84a3-406c97d63cff' })),
    ),
    code: 'bad-input',
    words: /savedSearches\.jsonl, line 1: this belongs to another case/,
  },
  {
    title: 'fewer rows than the summary says',
    make: forged((p) => editLines(p, 'data/tables/metadata.jsonl', (lines) => lines.slice(1))),
    code: 'altered',
    words: /metadata\.jsonl has 2 rows, casefile\.json says 3/,
  },
  {
    title: 'a summary of another format',
    make: forged((p) => editSummary(p, (summary) => ({ ...summary, format: 'other' }))),
    code: 'bad-input',
    words: /casefile\.json, line 1: format/,
  },
  {
    title: 'a summary that is no JSON',
    make: forged((p) => setText(p, 'data/casefile.json', '{')),
    code: 'unreadable',
    words: /casefile\.json is not JSON/,
  },
  {
    title: 'a summary of another case than the rows',
    make: forged((p) =>
      editSummary(p, (summary) => ({ ...summary, heads: [], caseId: '019ceb12-be00-768e-84a3-406c97d63cff' })),
    ),
    code: 'bad-input',
    words: /does not name the chain|another case/,
  },
];
