import type { CaseId, PersonId } from '#shared/domain/ids.ts';
import type { ChainId, LedgerEntry, LedgerHead } from '#shared/domain/ledger.ts';
import type { Row, TableName } from '#shared/domain/tables.ts';

/**
 * The tables that a case file carries, in the order in which a sink wants them: what is pointed at first. Rows of `captures`
 * and `texts` carry a body reference that means something only in the workspace they come from: a file leaves it out and a
 * sink makes its own. The machine's own work stays behind.
 */
export const caseTables = [
  'people',
  'codebooks',
  'sources',
  'entities',
  'relations',
  'decisions',
  'captures',
  'articles',
  'acquisitions',
  'metadata',
  'texts',
  'cases',
  'caseArticles',
  'sourceGrades',
  'highlights',
  'events',
  'mentions',
  'claims',
  'entityNotes',
  'savedSearches',
  'containers',
  'recordLists',
  'bin',
] as const satisfies readonly TableName[];

/** The name of a table that a case file carries. */
export type CaseTable = (typeof caseTables)[number];

/** A row as it travels: without the body reference of `captures` and `texts`. */
export type CaseRow<T extends CaseTable> = Omit<Row<T>, 'body'>;

/** Bytes that belong to a row: a capture by its SHA-256, a text version (as UTF-8) by its id. */
export type CaseBody = { readonly id: string; readonly bytes: Uint8Array };

/** What a case file is about, for its first lines and for a preview. */
export type CaseSummary = {
  readonly caseId: CaseId;
  readonly name: string;
  readonly exportedBy: PersonId;
  /** Rows of each table, or a few more: what a removed row pointed at may be gone. */
  readonly counts: Readonly<Record<CaseTable, number>>;
  readonly heads: readonly LedgerHead[];
};

/**
 * Everything of one case, read from a workspace or from a case file: only its own rows and what they point at. Each
 * iterator may be run once or more, in any order, and reads as it goes; nothing holds all of it in memory.
 */
export type CaseSource = {
  summary(): Promise<CaseSummary>;
  /** Rows in the order of their keys; those of `texts` in whatever order is quickest to read, the same each time. */
  rows<T extends CaseTable>(table: T): AsyncIterable<CaseRow<T>>;
  /** In whatever order is quickest to read; one body at a time is in memory. */
  captures(): AsyncIterable<CaseBody>;
  /** In the order of the rows of `texts`. */
  texts(): AsyncIterable<CaseBody>;
  /** The chains of this case, by every device that worked on it. */
  chains(): Promise<readonly ChainId[]>;
  /** Entries from seq 1 on. */
  entries(chain: ChainId): AsyncIterable<LedgerEntry>;
  /** Whether nothing of the case was changed since it was opened: else what was read may be of two moments. */
  isUnchanged(): Promise<boolean>;
};

/** What writing a case into a workspace came to. */
export type CaseRestored = {
  readonly caseId: CaseId;
  /** Rows that were written, per table. */
  readonly added: Readonly<Record<CaseTable, number>>;
  /** Rows shared by cases that stood here already and stay as they are, per table: the same, or edited here. */
  readonly kept: Readonly<Record<CaseTable, number>>;
  /** Names of those that stood here otherwise than they came, and stay as they stood. */
  readonly differing: readonly string[];
};
