import type { Change } from '#shared/domain/ledger.ts';
import { type Row, rowId, type TableName, tableSchemas } from '#shared/domain/tables.ts';
import { isSameJson } from './canonical-json.ts';
import { keyOf, type PlainRow, rowHash, withSortedSets } from './change.ts';

/** A change that makes a row. */
export function creation<T extends TableName>(table: T, row: Row<T>): Change {
  return { table, id: rowId(table, row), field: null, before: null, after: asJson(withSortedSets(table, row)) };
}

/** A change that removes a row as it stands. */
export function removal<T extends TableName>(table: T, row: Row<T>): Change {
  return { table, id: rowId(table, row), field: null, before: asJson(row), after: null };
}

/** A change that makes a row and names it by its hash alone, for bulk entries. */
export function creationByHash<T extends TableName>(table: T, row: Row<T>): Change {
  return {
    table,
    id: rowId(table, row),
    field: null,
    before: null,
    after: { sha256: rowHash(table, row as PlainRow) },
  };
}

/**
 * The changes that lead from one state of a row to another: field by field, sets element by element. None when nothing
 * differs.
 */
export function difference<T extends TableName>(table: T, before: Row<T>, after: Row<T>): Change[] {
  const id = rowId(table, before);
  const old = new Map<string, unknown>(Object.entries(before));
  const sets: Readonly<Record<string, string | null>> = tableSchemas[table].sets;
  return Object.entries(after).flatMap(([field, value]) => {
    const was = old.get(field);
    if (isSameJson(was, value)) return [];
    const keyName = sets[field];
    if (keyName === undefined) return [{ table, id, field, before: asJson(was), after: asJson(value) }];
    return setDifference(was, value, keyName).map(([key, from, to]) => ({
      table,
      id,
      field: `${field}[${key}]`,
      before: asJson(from),
      after: asJson(to),
    }));
  });
}

function setDifference(before: unknown, after: unknown, keyName: string | null): [string, unknown, unknown][] {
  const from = elementsByKey(before, keyName);
  const to = elementsByKey(after, keyName);
  return [...new Set([...from.keys(), ...to.keys()])]
    .map((key): [string, unknown, unknown] => [key, from.get(key) ?? null, to.get(key) ?? null])
    .filter(([, was, is]) => !isSameJson(was, is));
}

function elementsByKey(value: unknown, keyName: string | null): Map<string, unknown> {
  const elements: readonly unknown[] = Array.isArray(value) ? value : [];
  return new Map(elements.map((each) => [keyOf(each, keyName), each]));
}

/** Rows hold nothing but JSON: their schemas say so. */
function asJson(value: unknown): Change['before'] {
  return value as Change['before'];
}
