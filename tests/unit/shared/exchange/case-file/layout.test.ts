import { describe, expect, it } from 'vitest';
import { folderName, partOf } from '#shared/exchange/case-file/layout.ts';

describe('folderName', () => {
  it.each([
    ['words', 'Tell Tamr, November 2019', 'case-tell-tamr-november-2019'],
    ['another script', 'جسر تل تمر', 'case-جسر-تل-تمر'],
    ['a path', '../../etc/passwd', 'case-etc-passwd'],
    ['a name that a system keeps for itself', 'CON', 'case-con'],
    ['nothing but signs', '///???', 'case'],
    ['a word that is too long', 'x'.repeat(200), 'case'],
  ])('makes a folder of %s', (_, name, folder) => {
    expect(folderName(name)).toBe(folder);
  });

  it('is short enough for every file system', () => {
    expect(folderName('word '.repeat(100)).length).toBeLessThanOrEqual(60);
  });
});

describe('partOf', () => {
  it.each([
    ['data/casefile.json', 'summary'],
    ['data/tables/people.jsonl', 'table'],
    [`data/captures/${'0'.repeat(64)}`, 'capture'],
    ['data/ledger/019ceb12-be00-768e-84a3-406c97d63cfb.1ba19a44-9039-879a-9380-0fb6ab753640.jsonl', 'ledger'],
    ['bagit.txt', 'tag'],
    ['schema/caseArticles.json', 'tag'],
  ])('knows %s', (path, kind) => {
    expect(partOf(path)?.kind).toBe(kind);
  });

  it.each([
    ['data/tables/imports.jsonl'],
    ['data/captures/x'],
    [`data/captures/${'0'.repeat(64)}/x`],
    ['data/x'],
    ['README.md'],
    ['schema/a/b.json'],
  ])('does not know %s', (path) => {
    expect(partOf(path)).toBeNull();
  });
});
