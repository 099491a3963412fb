import type { Change } from '#shared/domain/ledger.ts';
import { isTableName, type Row, type TableName, tableSchemas } from '#shared/domain/tables.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { canonicalJson, isSameJson } from './canonical-json.ts';
import { sha256Hex } from './sha256.ts';

/** A row as changes see it: named JSON values. */
export type PlainRow = { readonly [field: string]: unknown };

/** How a row stands in a bulk entry: by its hash, not by its contents. */
export type RowByHash = { readonly sha256: string };

/** A field as a change names it: the field, and the key of one element when the field is a set. */
export type FieldPath = { readonly field: string; readonly element: string | null };

/** Splits `names[Tell Tamr]` into its field and the key of its element. */
export function parseFieldPath(path: string): FieldPath {
  const open = path.indexOf('[');
  if (open < 0 || !path.endsWith(']')) return { field: path, element: null };
  return { field: path.slice(0, open), element: path.slice(open + 1, -1) };
}

/**
 * Whether a change makes or removes a row that it names by hash alone. Its contents come from elsewhere: the import that
 * made it, or the bin.
 */
export function isByHash(value: unknown): value is RowByHash {
  return typeof value === 'object' && value !== null && 'sha256' in value && Object.keys(value).length === 1;
}

/** Tables whose ids are hashes already, of the bytes or the words that a row stands for. */
const hashedById: ReadonlySet<string> = new Set(['captures', 'texts']);

/** The hash by which a bulk entry names a row: the same wherever it stands, whatever place its body has there. */
export function rowHash(table: string, row: PlainRow): string {
  return hashedById.has(table) ? String(row['id']) : sha256Hex(canonicalJson(row));
}

/** The change that takes a change back. */
export function invertChange({ table, id, field, before, after }: Change): Change {
  return { table, id, field, before: after, after: before };
}

/** The changes that take changes back: inverted, the last first. */
export function invertChanges(changes: readonly Change[]): Change[] {
  return changes.map(invertChange).reverse();
}

/**
 * Applies one change to the row that stands.
 *
 * @param row - what stands; null when there is no such row
 * @param contents - the row that a change names by hash, when it makes one
 * @returns the row as it is then; null when it is removed
 * @throws {AppError} `conflict` if what stands is not what the change was made on; `bad-input` for an unknown table or field
 */
export function applyChange(row: PlainRow | null, change: Change, contents: PlainRow | null = null): PlainRow | null {
  if (!isTableName(change.table)) throw new AppError('bad-input', `There is no table ${change.table}.`);
  if (change.field === null) return applyToRow(row, change, contents);
  if (row === null) throw conflict(change);

  const { field, element } = parseFieldPath(change.field);
  if (!Object.hasOwn(row, field)) throw new AppError('bad-input', `${change.table} has no field ${field}.`);
  const sets: Readonly<Record<string, string | null>> = tableSchemas[change.table].sets;
  const keyName = sets[field];
  if (element === null) {
    if (!isSameJson(row[field], change.before)) throw conflict(change);
    return { ...row, [field]: keyName === undefined ? change.after : sortedSet(change.after, keyName) };
  }
  if (keyName === undefined) throw new AppError('bad-input', `${change.table}.${field} is no set.`);
  return { ...row, [field]: applyToSet(row[field], { element, keyName }, change) };
}

function applyToRow(row: PlainRow | null, change: Change, contents: PlainRow | null): PlainRow | null {
  const stands = isByHash(change.before)
    ? row !== null && rowHash(change.table, row) === change.before.sha256
    : isSameJson(row, change.before);
  if (!stands) throw conflict(change);
  if (!isByHash(change.after)) return isPlainRow(change.after) ? change.after : null;
  if (contents === null || rowHash(change.table, contents) !== change.after.sha256) throw conflict(change);
  return contents;
}

function applyToSet(value: unknown, { element, keyName }: { element: string; keyName: string | null }, change: Change) {
  const elements: readonly unknown[] = Array.isArray(value) ? value : [];
  const at = elements.findIndex((each) => keyOf(each, keyName) === element);
  if (!isSameJson(at < 0 ? null : elements[at], change.before)) throw conflict(change);
  if (change.after !== null && keyOf(change.after, keyName) !== element) {
    throw new AppError('bad-input', `An element of ${change.table} stands under another key than its own.`);
  }
  const rest = elements.filter((_, index) => index !== at);
  return sortedSet(change.after === null ? rest : [...rest, change.after], keyName);
}

/** A set as it is stored: sorted by the keys of its elements, so that equal sets are equal rows. */
export function sortedSet(value: unknown, keyName: string | null): readonly unknown[] {
  if (!Array.isArray(value)) throw new AppError('bad-input', 'A set is a list.');
  return value
    .map((each): [string, unknown] => [keyOf(each, keyName), each])
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, each]) => each);
}

/** The row with its sets sorted, as every row is stored. */
export function withSortedSets<T extends TableName>(table: T, row: Row<T>): Row<T> {
  const sorted: Record<string, unknown> = { ...row };
  for (const [field, keyName] of Object.entries(tableSchemas[table].sets)) {
    sorted[field] = sortedSet(sorted[field], keyName);
  }
  return sorted as Row<T>;
}

/** The key of an element of a set: the element itself, or the property that names it. */
export function keyOf(element: unknown, keyName: string | null): string {
  if (keyName === null) return String(element);
  return String(new Map<string, unknown>(Object.entries(Object(element))).get(keyName));
}

function isPlainRow(value: unknown): value is PlainRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function conflict(change: Change): AppError {
  const what = change.field === null ? change.table : `${parseFieldPath(change.field).field} of ${change.table}`;
  return new AppError('conflict', `This was changed meanwhile: ${what} ${change.id}. Nothing was overwritten.`);
}
