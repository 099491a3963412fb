import type { Workspace } from '#renderer/data/workspace.ts';
import type { ChosenFile } from '#shared/contracts/import-messages.ts';
import type { ChosenMapping, mappedFields } from '#shared/domain/mapping.ts';
import { readSource } from '#shared/ingest/read-source.ts';
import { noHints } from '#shared/ingest/reader.ts';
import { guessCsv } from '#shared/ingest/tables/guess-csv.ts';
import type { TableForm, TableGuess } from '#shared/ingest/tables/table-mapping.ts';
import { unattended } from '#shared/kernel/job-control.ts';

/** A field that a column may go to. */
export type MappedField = (typeof mappedFields)[number];

/** What fields are called for an analyst. */
export const FIELD_WORDS: Readonly<Record<MappedField, string>> = {
  title: 'Title',
  byline: 'Author',
  published: 'Published',
  modified: 'Changed',
  url: 'Address',
  canonicalUrl: 'Own address',
  siteName: 'Publisher',
  language: 'Language',
  section: 'Section',
  keywords: 'Keywords',
  description: 'Summary',
  text: 'Words',
  markdown: 'Words, as Markdown',
  html: 'Words, as HTML',
  capturedAt: 'Captured',
};

/**
 * Looks at the beginning of a table: its columns, its first rows and what they may hold.
 *
 * @param wanted - how it is cut, where the analyst says otherwise than it was detected
 * @returns null for a file that is no table, or has gone
 */
export async function lookAtTable({ path, file }: ChosenFile, wanted?: Partial<TableForm>): Promise<TableGuess | null> {
  try {
    if (wanted) return await guessCsv(file, wanted);
    for await (const outcome of readSource(file, { ...noHints, fileName: path }, unattended)) {
      if (outcome.kind === 'left-out' && outcome.guess) return outcome.guess;
      if (outcome.kind !== 'container') return null;
    }
    return null;
  } catch (error) {
    console.warn(error);
    return null;
  }
}

/** The mapping that is proposed, as it is chosen. */
export function proposedMapping({ mapping, form }: TableGuess): ChosenMapping {
  const { columns: _, ...cut } = form ?? { columns: undefined };
  const fields = mapping.fields.map(({ column, field }) => ({ column, field }));
  return 'delimiter' in cut ? { fields, form: cut } : { fields };
}

/** The mapping with a column sent to another field; null takes the column out. */
export function withField(mapping: ChosenMapping, column: string, field: MappedField | null): ChosenMapping {
  const others = mapping.fields.filter((each) => each.column !== column);
  return { ...mapping, fields: field ? [...others, { column, field }] : others };
}

/** Whether a mapping leads to articles: some column has to hold their words. */
export function hasWords({ fields }: ChosenMapping): boolean {
  return fields.some(({ field }) => field === 'text' || field === 'markdown' || field === 'html');
}

/** Remembers a mapping for every file of these columns. */
export function rememberMapping(
  { mappings }: Workspace,
  name: string,
  columns: readonly string[],
  mapping: ChosenMapping,
): Promise<void> {
  return mappings.keep(name, columns, mapping);
}
