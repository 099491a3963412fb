import { nextClock } from '#shared/custody/clock.ts';
import { headerHash, makeHeader } from '#shared/custody/ledger-entry.ts';
import type { GroupId, Hash } from '#shared/domain/ids.ts';
import type { ChainId } from '#shared/domain/ledger.ts';
import type { Committed } from '../step.ts';
import type { WorkbenchDatabase } from '../workbench-database.ts';

/** What is known of an entry before its place in the chain is. */
export type NewEntry = {
  readonly chain: ChainId;
  readonly group: GroupId;
  readonly action: string;
  /** Canonical JSON, and its hash. */
  readonly payload: string;
  readonly payloadHash: Hash;
  /** Wall clock in milliseconds. */
  readonly now: number;
};

/** Appends an entry to its chain and moves the head. Runs in a write transaction. */
export async function appendEntry(db: WorkbenchDatabase, entry: NewEntry): Promise<Committed> {
  const { chain, group, action, payload, payloadHash } = entry;
  const last = await db.heads.get(chain);
  const clock = nextClock(last?.clock ?? null, entry.now);
  const position = last ? { seq: last.seq, hash: last.hash as Hash } : null;
  const header = makeHeader({ chain, clock, group, action, payloadHash }, position);
  const hash = headerHash(header);
  const { seq } = header;
  await Promise.all([
    db.ledger.add({ chain, seq, group, header, hash, payload }),
    db.heads.put({ chain, seq, hash, clock, signature: null }),
  ]);
  return { chain, seq, hash, clock, group };
}
