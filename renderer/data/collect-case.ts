import type { Capture } from '#shared/domain/capture.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import type { ChainId, LedgerEntry, LedgerHead } from '#shared/domain/ledger.ts';
import type { Row } from '#shared/domain/tables.ts';
import {
  type CaseBody,
  type CaseRow,
  type CaseSource,
  type CaseSummary,
  type CaseTable,
  caseTables,
} from '#shared/exchange/case-ports.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { packReader } from './body-store.ts';
import { type CaseMembers, findCaseMembers, readRows } from './case-members.ts';
import { chainsOfCase } from './chains.ts';
import type { HistoryRepository } from './repositories/history.ts';
import { entryOf } from './stored-entry.ts';
import type { WorkbenchDatabase } from './workbench-database.ts';
import type { WorkspaceCore } from './workspace-core.ts';

/** Bodies are read in the order in which they lie: packs that were passed are not needed again. */
const IN_ORDER_BYTES = 4_000_000;

/** Entries read at once. */
const CHUNK = 500;

/**
 * Opens a case for reading from beginning to end: for a case file or a safety copy.
 *
 * @throws {AppError} `not-found` when there is no such case
 */
export async function collectCase(
  core: WorkspaceCore,
  history: HistoryRepository,
  caseId: CaseId,
): Promise<CollectedCase> {
  const { db } = core.writer;
  const heads = await history.signedHeads(caseId);
  const members = await findCaseMembers(db, caseId);
  const owner = await db.cases.get(caseId);
  const counts: Partial<Record<CaseTable, number>> = {};
  for (const table of caseTables) counts[table] = members[table].size;
  const summary: CaseSummary = {
    caseId,
    name: owner?.name ?? '',
    exportedBy: core.personId,
    counts: counts as CaseSummary['counts'],
    heads,
  };
  return new CollectedCase(db, summary, members);
}

/** A case as it is read from the workspace. */
export class CollectedCase implements CaseSource {
  private readonly db: WorkbenchDatabase;
  private readonly whole: CaseSummary;
  private readonly members: CaseMembers;
  private textIds: readonly string[] | null = null;

  constructor(db: WorkbenchDatabase, summary: CaseSummary, members: CaseMembers) {
    this.db = db;
    this.whole = summary;
    this.members = members;
  }

  async summary(): Promise<CaseSummary> {
    return this.whole;
  }

  /** Whether nothing of the case was changed since it was opened: else what was read may be of two moments. */
  async isUnchanged(): Promise<boolean> {
    // all chains of the case: a first change by this device makes a new one
    const now = await chainsOfCase(this.db, this.whole.caseId);
    const hashes = new Map(now.map(({ chain, hash }) => [chain, hash]));
    const { heads } = this.whole;
    return now.length === heads.length && heads.every(({ chain, hash }) => hashes.get(chain) === hash);
  }

  async *rows<T extends CaseTable>(table: T): AsyncGenerator<CaseRow<T>> {
    if (table === 'texts') {
      for await (const row of this.textRows()) yield withoutBody<CaseTable>(row) as CaseRow<T>;
      return;
    }
    for await (const chunk of readRows(this.db, table, this.members[table])) {
      for (const row of chunk) yield withoutBody(row);
    }
  }

  async *captures(): AsyncGenerator<CaseBody> {
    const packs = packReader(this.db, IN_ORDER_BYTES);
    const rows: Capture[] = [];
    for await (const chunk of readRows(this.db, 'captures', this.members.captures)) rows.push(...chunk);
    // ids are hashes: in their order each would lie in another pack
    rows.sort((a, b) =>
      a.body.pack < b.body.pack ? -1 : a.body.pack > b.body.pack ? 1 : a.body.offset - b.body.offset,
    );
    for (const { id, body } of rows) yield { id, bytes: await packs.read(body) };
  }

  async *texts(): AsyncGenerator<CaseBody> {
    const packs = packReader(this.db, IN_ORDER_BYTES);
    for await (const { id, body } of this.textRows()) yield { id, bytes: await packs.read(body) };
  }

  /** In the order in which their words lie in packs: in that of their ids, which are hashes, each would lie in another. */
  private async *textRows(): AsyncGenerator<Row<'texts'>> {
    this.textIds ??= await this.orderTexts();
    for (let at = 0; at < this.textIds.length; at += CHUNK) {
      for (const row of await this.db.texts.bulkGet(this.textIds.slice(at, at + CHUNK))) if (row) yield row;
    }
  }

  private async orderTexts(): Promise<readonly string[]> {
    const places: { readonly id: string; readonly place: string }[] = [];
    for await (const chunk of readRows(this.db, 'texts', this.members.texts)) {
      for (const { id, body } of chunk)
        places.push({ id, place: `${body.pack} ${String(body.offset).padStart(12, '0')}` });
    }
    return places.sort((a, b) => (a.place < b.place ? -1 : 1)).map(({ id }) => id);
  }

  async chains(): Promise<readonly ChainId[]> {
    return this.whole.heads.map(({ chain }) => chain);
  }

  async *entries(chain: ChainId): AsyncGenerator<LedgerEntry> {
    const head = this.whole.heads.find((each): each is LedgerHead => each.chain === chain);
    if (!head) throw new AppError('not-found', `There is no chain ${chain} in this case.`);
    for (let from = 1; from <= head.seq; from += CHUNK) {
      const to = Math.min(from + CHUNK - 1, head.seq);
      const stored = await this.db.ledger
        .where('[chain+seq]')
        .between([chain, from], [chain, to], true, true)
        .toArray();
      for (const each of stored) yield entryOf(each);
    }
  }
}

function withoutBody<T extends CaseTable>(row: Row<T>): CaseRow<T> {
  if (!('body' in row)) return row;
  const { body: _, ...rest } = row;
  // the rest of a row that has a body is what travels
  return rest as CaseRow<T>;
}
