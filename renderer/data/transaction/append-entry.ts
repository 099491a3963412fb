import { nextClock } from '#shared/custody/clock.ts';
import { makeEntry } from '#shared/custody/ledger-entry.ts';
import type { GroupId, Hash } from '#shared/domain/ids.ts';
import type { ChainId, LedgerPayload } from '#shared/domain/ledger.ts';
import type { Committed } from '../step.ts';
import type { WorkbenchDatabase } from '../workbench-database.ts';

/** What is known of an entry before its place in the chain is. */
export type NewEntry = {
  readonly chain: ChainId;
  readonly group: GroupId;
  readonly action: string;
  readonly payload: LedgerPayload;
  /** Wall clock in milliseconds. */
  readonly now: number;
};

/** Appends an entry to its chain and moves the head. Runs in a write transaction. */
export async function appendEntry(db: WorkbenchDatabase, { now, ...content }: NewEntry): Promise<Committed> {
  const last = await db.heads.get(content.chain);
  const clock = nextClock(last?.clock ?? null, now);
  const entry = makeEntry({ ...content, clock }, last ? { seq: last.seq, hash: last.hash as Hash } : null);
  const { chain, seq, group } = entry.header;
  await db.ledger.add({ chain, seq, group, entry });
  await db.heads.put({ chain, seq, hash: entry.hash, clock, signature: null });
  return { chain, seq, hash: entry.hash, clock, group };
}
