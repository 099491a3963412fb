import { editLines, membersOf } from '#tests/support/casefile/opened-zip.ts';
import { rawZip } from '#tests/support/casefile/raw-zip.ts';
import { editMember, first, forged, type HostileFile } from './tampering.ts';

const zeros = new Uint8Array(4 * 2 ** 20);

/** Members that want more memory than they are worth. */
export const hostileSizes: readonly HostileFile[] = [
  {
    title: 'a part that says it is as large as a disk',
    make: editMember('data/tables/people.jsonl', { saidBytes: 0xfffffff0 }),
    code: 'too-large',
    words: /people\.jsonl/,
  },
  {
    title: 'a part that unpacks to more than it says',
    make: (parts) => {
      const path = first(parts, 'data/captures/');
      return editMember(path, { bytes: zeros, saidBytes: parts.get(path)?.length ?? 0 })(parts, new Blob());
    },
    code: 'unreadable',
    words: /data\/captures\/.* another size/,
  },
  {
    title: 'a table that unpacks to more than it says',
    make: (parts) => {
      const path = 'data/tables/people.jsonl';
      return editMember(path, { bytes: zeros, saidBytes: parts.get(path)?.length ?? 0 })(parts, new Blob());
    },
    code: 'unreadable',
    words: /people\.jsonl has another size/,
  },
  {
    title: 'a part that unpacks to less than it says',
    make: editMember('data/tables/people.jsonl', { saidBytes: 9000 }),
    code: 'altered',
    words: /Payload-Oxum/,
  },
  {
    title: 'two parts that share their bytes',
    make: (parts) => rawZip(membersOf(parts).map((each, at) => (at === 3 ? { ...each, saidOffset: 0 } : each))),
    code: 'unreadable',
    words: /overlaps/,
  },
  {
    title: 'a line that never ends',
    make: forged((parts) => parts.set('data/tables/sources.jsonl', new Uint8Array(65 * 2 ** 20).fill(0x20))),
    code: 'too-large',
    words: /sources\.jsonl, line 1: longer/,
  },
  {
    title: 'a value nested a hundred thousand deep',
    make: forged((parts) =>
      editLines(parts, 'data/tables/bin.jsonl', ([line]) => [
        (line ?? '').replace(/"deep":\[.*?\}\]/, `"deep":${'['.repeat(100_000)}${']'.repeat(100_000)}`),
      ]),
    ),
    code: 'bad-input',
    words: /bin\.jsonl, line 1/,
  },
  {
    title: 'a summary that is too large to be one',
    make: forged((parts) => parts.set('data/casefile.json', new Uint8Array(17 * 2 ** 20).fill(0x20))),
    code: 'too-large',
    words: /casefile\.json/,
  },
];
