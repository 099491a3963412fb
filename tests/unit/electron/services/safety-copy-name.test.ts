import { describe, expect, it } from 'vitest';
import { isFileSafe, nameOfCopy, readCopyName } from '#electron/services/safety-copy-name.ts';
import { instantOf } from '#shared/kernel/instant.ts';

const copy = { writtenAt: instantOf(Date.UTC(2026, 2, 14, 6, 40, 0, 7)), caseId: 'case_1-x', sha256: 'ab'.repeat(32) };

describe('the name of a safety copy', () => {
  it('says when, of which case and which bytes', () => {
    expect(nameOfCopy(copy)).toBe(`2026-03-14T06-40-00-007Z_case_1-x_${'ab'.repeat(32)}.casefile`);
    expect(readCopyName(nameOfCopy(copy))).toEqual(copy);
  });

  it.each([
    `2026-13-14T06-40-00-007Z_c_${'ab'.repeat(32)}.casefile`,
    `2026-03-14T06-40-00-007Z_c_${'ab'.repeat(31)}.casefile`,
    `2026-03-14T06-40-00-007Z_c_${'ab'.repeat(32)}.casefile.json`,
    `2026-03-14T06-40-00-007Z_../c_${'ab'.repeat(32)}.casefile`,
    'notes.txt',
  ])('is not read from %s', (name) => {
    expect(readCopyName(name)).toBeNull();
  });

  it('holds ids of letters, digits, _ and - alone', () => {
    expect(['019f-ab_C', '', 'a.b', 'a/b', 'a'.repeat(64), 'a'.repeat(65)].map(isFileSafe)).toEqual([
      true,
      false,
      false,
      false,
      true,
      false,
    ]);
  });
});
