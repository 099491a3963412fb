import { pointersOf, references } from '#shared/domain/references.ts';
import { type Row, rowId, type TableName } from '#shared/domain/tables.ts';
import { AppError } from '#shared/kernel/app-error.ts';

/** Where a pointer stands, to be named if nothing is there for it. */
type Place = { readonly path: string; readonly line: number; readonly field: string };

/** Tables that something points at: the keys of the others need not be remembered. */
const targets = new Set(references.map(({ to }) => to));

/**
 * Collects keys and pointers while rows pass by, in any order of tables, and tells at the end what points at nothing.
 * Keys of what may be pointed at are in memory, pointers only as long as their row has not come yet.
 */
export class ReferenceCheck {
  readonly #keys = new Map<TableName, Set<string>>([...targets].map((table) => [table, new Set()]));
  readonly #open = new Map<TableName, Map<string, Place>>([...targets].map((table) => [table, new Map()]));

  /**
   * Takes a row of a table.
   *
   * @param path - of the file it stands in
   * @param line - its number therein
   */
  add<T extends TableName>(table: T, row: Row<T>, path: string, line: number): void {
    const id = rowId(table, row);
    this.#keys.get(table)?.add(id);
    this.#open.get(table)?.delete(id);
    for (const pointer of pointersOf(table, row)) {
      const open = this.#open.get(pointer.to);
      if (this.#keys.get(pointer.to)?.has(pointer.id) || open?.has(pointer.id)) continue;
      open?.set(pointer.id, { path, line, field: pointer.path });
    }
  }

  /** Whether a row with this key has come. */
  has(table: TableName, id: string): boolean {
    return this.#keys.get(table)?.has(id) ?? false;
  }

  /**
   * Ends the check.
   *
   * @throws {AppError} `bad-input` naming the first row that points at nothing
   */
  end(): void {
    for (const [to, open] of this.#open) {
      for (const [id, { path, line, field }] of open) {
        throw new AppError('bad-input', `${path}, line ${line}: ${field} points at ${to} ${id}, which is not there.`);
      }
    }
  }
}
