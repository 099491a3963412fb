import type { Row, TableName } from '#shared/domain/tables.ts';
import type { CaseTally } from '../derive/case-tally.ts';

/** One row before and after a step: null where it did not stand. */
export type RowChange<T extends TableName = TableName> = {
  readonly id: string;
  readonly before: Row<T> | null;
  readonly after: Row<T> | null;
};

/** What a step comes to, row by row: what derivers work from. */
export class RowChanges {
  /** Rises from step to step: what derived rows are numbered by. */
  revision = 0;
  /** Which part of a step this is, where a step is told in several. */
  part = 0;
  /** Set while a whole case comes in: highlights and claims are counted up, and told with the articles of the case. */
  tally: CaseTally | null = null;
  private readonly byTable = new Map<TableName, Map<string, RowChange>>();

  /** The row as it stands within the step; undefined when the step has not touched it. */
  get<T extends TableName>(table: T, id: string): RowChange<T> | undefined {
    return this.byTable.get(table)?.get(id) as RowChange<T> | undefined;
  }

  /** Notes what a row was and is; a second note keeps what it was at first. */
  set<T extends TableName>(table: T, change: RowChange<T>): void {
    const rows = this.byTable.get(table) ?? new Map<string, RowChange>();
    this.byTable.set(table, rows);
    const earlier = rows.get(change.id);
    rows.set(change.id, earlier ? { ...change, before: earlier.before } : change);
  }

  /** The tables that the step touches. */
  tables(): TableName[] {
    return [...this.byTable.keys()];
  }

  /** Rows of a table that the step touches; none when it touches none. */
  of<T extends TableName>(table: T): RowChange<T>[] {
    return [...(this.byTable.get(table)?.values() ?? [])] as RowChange<T>[];
  }
}
