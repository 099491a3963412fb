import { edit, editLines, type Parts, setText } from '#tests/support/casefile/opened-zip.ts';
import { editSummary, first, forged, type HostileFile, recount } from './tampering.ts';

const ledger = (parts: Parts) => first(parts, 'data/ledger/');

function editEntries(change: (entries: string[]) => string[]): HostileFile['make'] {
  return forged((parts) => editLines(parts, ledger(parts), change));
}

/** Chains that were tampered with. */
export const hostileChains: readonly HostileFile[] = [
  {
    title: 'an entry that says something else',
    make: editEntries((lines) => lines.map((line, at) => (at === 1 ? line.replaceAll('é1', 'é7') : line))),
    code: 'altered',
    words: /data\/ledger\/.*, line 2: What entry 2 says was altered/,
  },
  {
    title: 'an entry with another header',
    make: editEntries((lines) =>
      lines.map((line, at) => (at === 1 ? line.replace('case:rename', 'case:rename-not') : line)),
    ),
    code: 'altered',
    words: /line 2: Entry 2 was altered/,
  },
  {
    title: 'an entry that was dropped',
    make: editEntries((lines) => lines.filter((_, at) => at !== 1)),
    code: 'altered',
    words: /Entry 2 is missing/,
  },
  {
    title: 'entries that changed places',
    make: editEntries(([a = '', b = '', c = '', ...rest]) => [a, c, b, ...rest]),
    code: 'altered',
    words: /Entry 2 is missing/,
  },
  {
    title: 'a chain without its last entries',
    make: editEntries((lines) => lines.slice(0, -1)),
    code: 'altered',
    words: /The chain ends at entry 3, its head says 4/,
  },
  {
    title: 'a chain without entries',
    make: forged((parts) => setText(parts, ledger(parts), '')),
    code: 'altered',
    words: /The chain ends at entry 0/,
  },
  {
    title: 'a malformed entry',
    make: editEntries((lines) => lines.map((line) => line.replace('"format":1', '"format":9'))),
    code: 'bad-input',
    words: /data\/ledger\/.*, line 1: header\.format/,
  },
  {
    title: 'a head signed by nobody',
    make: forged((parts) =>
      edit(parts, 'data/casefile.json', (text) => text.replace(/"signature": "(....)/, '"signature": "0000')),
    ),
    code: 'altered',
    words: /not signed by the device/,
  },
  {
    title: 'a chain by a device that is nobody’s',
    make: forged((parts) => {
      const [, person = ''] =
        /\/[0-9a-f-]{36}\.([0-9a-f-]{36})\.jsonl$/.exec(
          [...parts.keys()].filter((name) => name.startsWith('data/ledger/')).at(-1) ?? '',
        ) ?? [];
      editLines(parts, 'data/tables/people.jsonl', (lines) =>
        lines.filter((line) => !line.includes(`"id":"${person}"`)),
      );
      recount(parts, 'people', -1);
    }),
    code: 'bad-input',
    words: /not among the people/,
  },
  {
    title: 'a chain that is missing',
    make: forged((parts) => parts.delete(ledger(parts))),
    code: 'altered',
    words: /data\/ledger\/.* is missing/,
  },
  {
    title: 'a chain that the summary does not name',
    make: forged((parts) =>
      editSummary(parts, (summary) => ({ ...summary, heads: Array.from(Object(summary['heads'])).slice(1) })),
    ),
    code: 'bad-input',
    words: /does not name the chain/,
  },
  {
    title: 'a chain that the summary names twice',
    make: forged((parts) =>
      editSummary(parts, (summary) => {
        const heads = Array.from(Object(summary['heads']));
        return { ...summary, heads: [...heads, heads[0]] };
      }),
    ),
    code: 'bad-input',
    words: /names a chain twice/,
  },
  {
    title: 'the chain of no case',
    make: forged((parts) => {
      const path = ledger(parts);
      const [, owner = '', person = ''] = /ledger\/(.{36})\.(.{36})\.jsonl/.exec(path) ?? [];
      edit(parts, 'data/casefile.json', (text) => text.replaceAll(`${owner}.${person}`, `workspace.${person}`));
    }),
    code: 'bad-input',
    words: /belongs to another case/,
  },
];
