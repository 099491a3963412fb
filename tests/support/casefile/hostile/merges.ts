import { editRow, forged, type HostileFile } from './tampering.ts';

/** Rows that were merged in a circle. */
export const hostileMerges: readonly HostileFile[] = [
  {
    title: 'an entity that was merged into itself',
    make: forged((p) => editRow(p, 'entities', (row) => ({ ...row, mergedInto: row['id'] }))),
    code: 'bad-input',
    words: /entities\.jsonl: .* was merged, in the end, into itself/,
  },
  {
    title: 'an event that was merged into itself',
    make: forged((p) => editRow(p, 'events', (row) => ({ ...row, mergedInto: row['id'] }))),
    code: 'bad-input',
    words: /events\.jsonl: .* was merged, in the end, into itself/,
  },
];
