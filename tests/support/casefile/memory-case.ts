import type { ChainId, LedgerEntry } from '#shared/domain/ledger.ts';
import { rowId } from '#shared/domain/tables.ts';
import {
  type CaseBody,
  type CaseRow,
  type CaseSource,
  type CaseSummary,
  type CaseTable,
  caseTables,
} from '#shared/exchange/case-ports.ts';

/** A whole case in memory: what a workspace would hold of it. */
export type MemoryCase = {
  summary: CaseSummary;
  rows: { [T in CaseTable]: CaseRow<T>[] };
  captures: CaseBody[];
  texts: CaseBody[];
  entries: Map<ChainId, LedgerEntry[]>;
};

/** No rows in any table. */
export function noRows(): MemoryCase['rows'] {
  return Object.fromEntries(caseTables.map((table) => [table, []])) as object as MemoryCase['rows'];
}

/** How many rows there are of each table. */
export function countsOf(rows: MemoryCase['rows']): Record<CaseTable, number> {
  return Object.fromEntries(caseTables.map((table) => [table, rows[table].length])) as Record<CaseTable, number>;
}

/** Reads a case in memory as a workspace reads one of its own. */
export function memorySource(held: MemoryCase): CaseSource {
  return {
    summary: async () => ({ ...held.summary, counts: countsOf(held.rows) }),
    rows: <T extends CaseTable>(table: T) => each(sortedBy(held.rows[table], (row) => keyOf(table, row))),
    captures: () => each(held.captures),
    texts: () => each(sortedBy(held.texts, ({ id }) => id)),
    chains: async () => held.summary.heads.map(({ chain }) => chain),
    entries: (chain) => each(held.entries.get(chain) ?? []),
    isUnchanged: async () => true,
  };
}

/** Reads all of a source into memory, as an empty workspace would take it. */
export async function collect(source: CaseSource): Promise<MemoryCase> {
  const summary = await source.summary();
  const rows = noRows();
  for (const table of caseTables) {
    const list = sortedBy<object>(await all(source.rows(table)), (row) => keyOf(table, row));
    (rows[table] as object[]).push(...list);
  }
  const entries = new Map<ChainId, LedgerEntry[]>();
  for (const chain of await source.chains()) entries.set(chain, await all(source.entries(chain)));
  const captures = sortedBy(await all(source.captures()), ({ id }) => id);
  return { summary, rows, captures, texts: await all(source.texts()), entries };
}

/** The key of a row as it travels. */
export function keyOf(table: CaseTable, row: object): string {
  return rowId(table, row as never);
}

/** Gathers what is written into a file that can be read from any place. */
export function memoryFile(): {
  writable: WritableStream<Uint8Array<ArrayBuffer>>;
  blob: () => Blob;
  state: () => string;
} {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let state = 'open';
  const writable = new WritableStream<Uint8Array<ArrayBuffer>>({
    write: (part) => void parts.push(part),
    close: () => {
      state = 'closed';
    },
    abort: () => {
      state = 'aborted';
    },
  });
  return { writable, blob: () => new Blob(parts), state: () => state };
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

function sortedBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  return [...items].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
