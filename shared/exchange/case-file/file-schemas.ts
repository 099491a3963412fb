import { z } from 'zod/mini';
import { captureSchema } from '#shared/domain/capture.ts';
import { caseIdSchema, instantSchema, personIdSchema } from '#shared/domain/ids.ts';
import { ledgerEntrySchema, ledgerHeadSchema } from '#shared/domain/ledger.ts';
import { tableSchemas } from '#shared/domain/tables.ts';
import { textVersionSchema } from '#shared/domain/text-version.ts';
import { type CaseRow, type CaseTable, caseTables } from '#shared/exchange/case-ports.ts';
import { FORMAT_VERSION, hasTable, OLDEST_VERSION, tablesOf } from './layout.ts';

/** A capture as a case file has it: its bytes lie in a file of their own. */
export const captureLineSchema = z.omit(captureSchema, { body: true });

/** A text version as a case file has it: with its words. */
export const textLineSchema = z.extend(z.omit(textVersionSchema, { body: true }), { text: z.string() });

/** A text version as a case file has it. */
export type TextLine = z.infer<typeof textLineSchema>;

/** What the lines of each table hold. */
const lineSchemas: Readonly<Partial<Record<CaseTable, z.ZodMiniType>>> = {
  captures: captureLineSchema,
  texts: textLineSchema,
};

/** The schema of the lines of a table: its rows, but for captures and texts. */
export function lineSchema(table: CaseTable): z.ZodMiniType {
  return lineSchemas[table] ?? tableSchemas[table].schema;
}

/** What `casefile.json` holds. */
export const summarySchema = z.strictObject({
  format: z.literal('casewright-case'),
  formatVersion: z.int().check(z.minimum(OLDEST_VERSION), z.maximum(FORMAT_VERSION)),
  caseId: caseIdSchema,
  name: z.string(),
  exportedBy: personIdSchema,
  exportedAt: instantSchema,
  /** The program that wrote it, with its version. */
  program: z.string(),
  /** Rows of each table that its version has. */
  counts: z.partialRecord(z.enum(caseTables), z.int().check(z.nonnegative())),
  heads: z.array(ledgerHeadSchema),
});

/** What `casefile.json` holds, with a count for every table: 0 for those that its version has not. */
export type CaseFileSummary = Omit<z.infer<typeof summarySchema>, 'counts'> & {
  readonly counts: Readonly<Record<CaseTable, number>>;
};

/**
 * Brings a summary of whatever version to what is known of today's.
 *
 * @returns null when it has no count for a table of its version
 */
export function completeSummary(summary: z.infer<typeof summarySchema>): CaseFileSummary | null {
  const counts: Partial<Record<CaseTable, number>> = {};
  for (const table of caseTables) {
    const count = summary.counts[table];
    if (hasTable(summary.formatVersion, table) ? count === undefined : count !== undefined) return null;
    counts[table] = count ?? 0;
  }
  return { ...summary, counts: counts as Record<CaseTable, number> };
}

/**
 * A line of a table that was checked, as the row that a sink takes.
 *
 * @param line - of that table's schema
 */
export function rowOfLine<T extends CaseTable>(table: T, line: object): CaseRow<T> {
  if (table !== 'texts') return line as CaseRow<T>;
  const { text: _, ...row } = line as TextLine;
  return row as object as CaseRow<T>;
}

/** The JSON Schemas that travel in a case file, by file name: one per table of its version, one for ledger entries, one for the summary. */
export function jsonSchemas(version: number): ReadonlyMap<string, string> {
  const schemas: [string, z.ZodMiniType][] = [
    ...tablesOf(version).map((table): [string, z.ZodMiniType] => [table, lineSchema(table)]),
    ['ledger-entry', ledgerEntrySchema],
    ['casefile', summarySchema],
  ];
  return new Map(
    schemas.map(([name, schema]) => {
      const jsonSchema = z.toJSONSchema(schema, { io: 'input' });
      return [`${name}.json`, `${JSON.stringify({ title: name, ...jsonSchema }, null, 2)}\n`];
    }),
  );
}
