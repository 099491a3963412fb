import { type TableName, tableSchemas } from '#shared/domain/tables.ts';

/** The key of a row in the database, from its id as changes write it. */
export function keyOfRow(table: TableName, id: string): string | string[] {
  return tableSchemas[table].key.length === 1 ? id : id.split('/');
}
