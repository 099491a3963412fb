import { describe, expect, it } from 'vitest';
import { type SourceFile, sourceFiles } from './source-files.ts';

const files = sourceFiles('renderer');

/** What runs within a write transaction: awaiting anything but Dexie there lets the browser commit what is half done. */
const inside = files.filter(({ path }) => /^renderer\/data\/(transaction|derive)\//.test(path));

describe('write transactions', () => {
  it('are opened in one place', () => {
    const opening = files.filter(({ text }) => /\.transaction\(\s*['"`]rw/.test(text)).map(({ path }) => path);

    expect(opening).toEqual(['renderer/data/transaction/write-transaction.ts']);
  });

  it('are written to nowhere else', () => {
    const outside = files
      .filter(({ path, text }) => path.startsWith('renderer/') && writesAlone(text))
      .map(({ path }) => path);

    expect(outside).toEqual([]);
  });

  it('await nothing but the database', () => {
    expect(inside.flatMap(foreignWaits)).toEqual([]);
  });

  it.each([
    ['a timer', 'await new Promise((resume) => setTimeout(resume));'],
    ['WebCrypto', "await crypto.subtle.digest('SHA-256', bytes);"],
    ['a fetch', "const reply = await fetch('/');"],
    ['a function from elsewhere', 'await readFile(path);'],
  ])('see a planted wait for %s', (_, line) => {
    expect(
      foreignWaits({ path: 'renderer/data/derive/planted.ts', text: `async function planted() {\n  ${line}\n}` }),
    ).toHaveLength(1);
  });

  it('see a planted write past the transaction', () => {
    expect(writesAlone('async function f(db) { await db.articles.put(row); }')).toBe(true);
  });
});

/** Names that a file may wait for: its own functions, those of its neighbours inside, and the database. */
function foreignWaits({ path, text }: SourceFile): string[] {
  const own = [...text.matchAll(/(?:async function\*? |async |private async )(\w+)[(<]/g)].map(
    (match) => match[1] ?? '',
  );
  const neighbours = [
    ...text.matchAll(/import \{([^}]*)\} from '(?:\.\/|\.\.\/transaction\/|\.\.\/derive\/)[^']*'/g),
  ].flatMap((match) => (match[1] ?? '').split(',').map((name) => name.replace('type ', '').trim()));
  const known = new Set([...own, ...neighbours]);
  return [...text.matchAll(/\bawait\s+([^;\n]*)/g)].flatMap((match) => {
    const waited = (match[1] ?? '').trim();
    const isDatabase = /^\(?(?:await )?(?:this\.)?db\b/.test(waited) || waited.startsWith('Promise.all(');
    const called = /^(?:this\.|patches\.)?(\w+)\(/.exec(waited)?.[1];
    return isDatabase || (called && known.has(called)) ? [] : [`${path}: await ${waited}`];
  });
}

/** A table's write outside of a function that is handed to the one transaction. */
function writesAlone(text: string): boolean {
  const writes = /\bdb\.\w+(?:\([^)]*\))?\.(?:put|add|bulkPut|bulkAdd|bulkDelete|delete|update|modify|clear)\(/.test(
    text,
  );
  return (
    writes &&
    !/writeTransaction|Runs in a write transaction|part of that very transaction|: Deriver|RowChanges/.test(text)
  );
}
