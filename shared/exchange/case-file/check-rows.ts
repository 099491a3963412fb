import type { z } from 'zod/mini';
import { textIdOf } from '#shared/custody/identify.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import { type Row, rowId, tableSchemas } from '#shared/domain/tables.ts';
import type { CaseTable } from '#shared/exchange/case-ports.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { lineSchema, type TextLine } from './file-schemas.ts';
import type { Line } from './json-lines.ts';
import { tablePath } from './layout.ts';

/**
 * Parses one line of a table against a schema.
 *
 * @throws {AppError} `bad-input` naming file, line and field
 */
export function parseWith<S extends z.ZodMiniType>(schema: S, path: string, { number, value }: Line): z.output<S> {
  const result = safely(() => schema.safeParse(value));
  if (result?.success) return result.data;
  const issue = result?.error.issues[0];
  const field = issue && issue.path.length > 0 ? issue.path.map(String).join('.') : 'the line';
  throw new AppError('bad-input', `${path}, line ${number}: ${field} is not as it has to be.`, result?.error);
}

/** A value nested a million deep overflows the stack of whoever looks at it: null then. */
function safely<T>(parse: () => T): T | null {
  try {
    return parse();
  } catch {
    return null;
  }
}

/** Checks the rows of one table as they pass: form, order of keys, whose case they belong to. */
export class RowCheck<T extends CaseTable> {
  readonly #table: T;
  readonly #caseId: CaseId;
  #last: string | null = null;
  /** Of texts, which come in no order. */
  readonly #seen = new Set<string>();
  /** Rows so far. */
  count = 0;

  constructor(table: T, caseId: CaseId) {
    this.#table = table;
    this.#caseId = caseId;
  }

  /**
   * Takes the next line.
   *
   * @returns the line as its schema has it
   * @throws {AppError} `bad-input` for a malformed row, one out of order or of another case; `altered` for a text version
   * whose words are not those its id stands for
   */
  add(line: Line): Row<T> {
    const path = tablePath(this.#table);
    const row = parseWith(lineSchema(this.#table), path, line) as Row<T>;
    const id = rowId(this.#table, row);
    if (!this.#isNext(id)) {
      throw new AppError('bad-input', `${path}, line ${line.number}: ${id} is there twice or out of order.`);
    }
    this.count += 1;
    if (tableSchemas[this.#table].scope === 'case') this.#checkCase(row, path, line.number);
    if (this.#table === 'texts') checkWords(row as object as TextLine, path, line.number);
    return row;
  }

  #isNext(id: string): boolean {
    if (this.#table === 'texts') return this.#seen.size < this.#seen.add(id).size;
    const isLater = this.#last === null || id > this.#last;
    this.#last = id;
    return isLater;
  }

  #checkCase(row: object, path: string, line: number): void {
    const owner = 'caseId' in row ? row.caseId : 'id' in row ? row.id : null;
    if (owner !== this.#caseId) throw new AppError('bad-input', `${path}, line ${line}: this belongs to another case.`);
  }
}

function checkWords(version: TextLine, path: string, line: number): void {
  if (version.length === version.text.length && textIdOf(version.text, version) === version.id) return;
  throw new AppError('altered', `${path}, line ${line}: the text is not the one its id stands for.`);
}
