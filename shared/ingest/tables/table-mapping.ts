import type { ObservedField } from '../reader.ts';

/** What a column may hold: a field of the article, its words in one of three forms, or what is said of the capture. */
export type MappedField = Exclude<ObservedField, 'other'> | 'text' | 'markdown' | 'html' | 'capturedAt';

/**
 * How the rows of a CSV, or the objects of a JSON that no known tool wrote, become articles. Columns that are not named are kept as
 * observed metadata. Several columns may go to one field: the first that has a value is trusted most.
 */
export type TableMapping = {
  readonly fields: readonly { readonly column: string; readonly field: MappedField }[];
  /** How a CSV is cut; absent: as detected. */
  readonly form?: TableForm;
};

/** How a CSV is written. */
export type TableForm = {
  readonly delimiter: string;
  /** By its name in the Encoding standard. */
  readonly charset: string;
  /** Whether the first row names the columns; else they are `column 1`, `column 2`, … */
  readonly hasHeader: boolean;
  /** Names of the columns of a file that does not name them itself: of one row taken out of a table. */
  readonly columns?: readonly string[];
};

/** What is known of a table before it is read: for the preview, and to propose a mapping. */
export type TableGuess = {
  /** Null for JSON. */
  readonly form: TableForm | null;
  /** Names of columns, or paths in JSON: `author.name`. */
  readonly columns: readonly string[];
  /** The first rows, a value for each column. */
  readonly rows: readonly (readonly string[])[];
  /** From names and values; may lack words, and is then nothing to import by. */
  readonly mapping: TableMapping;
};
