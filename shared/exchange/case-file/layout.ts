import { type CaseTable, caseTables } from '#shared/exchange/case-ports.ts';
import { collisionKey } from '#shared/zip/member-name.ts';

/** The newest version that is known. */
export const FORMAT_VERSION = 2;

/** The first version; all from this on are read. */
export const OLDEST_VERSION = 1;

/** Tables that came with a later version than the first: files of earlier ones hold none of their rows. */
const SINCE: Partial<Readonly<Record<CaseTable, number>>> = { containers: 2, recordLists: 2 };

/** Whether files of a version carry a table. */
export function hasTable(version: number, table: CaseTable): boolean {
  return version >= (SINCE[table] ?? OLDEST_VERSION);
}

/** The oldest version that can hold so many rows: what needs nothing newer is written so that every Casewright reads it. */
export function versionFor(counts: Readonly<Record<CaseTable, number>>): number {
  return Math.max(OLDEST_VERSION, ...caseTables.map((table) => (counts[table] > 0 ? (SINCE[table] ?? 0) : 0)));
}

/** The tables of a version, in the order in which a sink wants them. */
export function tablesOf(version: number): readonly CaseTable[] {
  return caseTables.filter((table) => hasTable(version, table));
}

/** Under which `bag-info.txt` gives the version, so that a file from the future is known before anything else is read. */
export const VERSION_LABEL = 'Casewright-Format-Version';

/** What the case file is about: name, counts, heads of its chains. Payload, so that one manifest covers all of it. */
export const SUMMARY_PATH = 'data/casefile.json';

/** A line of a table may hold the whole text of an article; nothing that was written here is longer. */
export const MAX_LINE_BYTES = 64 * 2 ** 20;

/** Where the rows of a table lie, from the bag's folder. */
export function tablePath(table: CaseTable): string {
  return `data/tables/${table}.jsonl`;
}

/** Where the bytes of a capture lie, from the bag's folder. */
export function capturePath(id: string): string {
  return `data/captures/${id}`;
}

/** Where the entries of a chain lie, from the bag's folder. */
export function ledgerPath(chain: string): string {
  return `data/ledger/${chain}.jsonl`;
}

/** What a path of a case file holds; null for what does not belong there. */
export type Part =
  | { readonly kind: 'summary' }
  | { readonly kind: 'table'; readonly table: CaseTable }
  | { readonly kind: 'capture'; readonly id: string }
  | { readonly kind: 'ledger'; readonly chain: string }
  | { readonly kind: 'tag' };

const TAGS = new Set(['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt', 'tagmanifest-sha256.txt']);

/** Tells what a path is there for, from the bag's folder; null for what no case file holds. */
export function partOf(path: string): Part | null {
  if (path === SUMMARY_PATH) return { kind: 'summary' };
  if (TAGS.has(path) || /^schema\/[A-Za-z-]{1,40}\.json$/.test(path)) return { kind: 'tag' };
  const capture = /^data\/captures\/([0-9a-f]{64})$/.exec(path)?.[1];
  if (capture !== undefined) return { kind: 'capture', id: capture };
  const chain = /^data\/ledger\/([0-9a-f-]{36}\.[0-9a-f-]{36})\.jsonl$/.exec(path)?.[1];
  if (chain !== undefined) return { kind: 'ledger', chain };
  const table = caseTables.find((name) => tablePath(name) === path);
  return table === undefined ? null : { kind: 'table', table };
}

/** The longest name of a folder: a path within it stays below what every system allows. */
const MAX_FOLDER_LENGTH = 60;

/** The one top folder of a case file: the case's name as every file system takes it, `case-tell-tamr`. */
export function folderName(caseName: string): string {
  const words = collisionKey(caseName).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  let name = 'case';
  for (const word of words) {
    if (name.length + 1 + word.length > MAX_FOLDER_LENGTH) break;
    name += `-${word}`;
  }
  return name;
}
