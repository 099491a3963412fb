import { nextClock } from '#shared/custody/clock.ts';
import { personOfChain } from '#shared/custody/identify.ts';
import { headerHash, makeHeader } from '#shared/custody/ledger-entry.ts';
import type { GroupId, Hash } from '#shared/domain/ids.ts';
import type { ChainId, Clock } from '#shared/domain/ledger.ts';
import type { Committed } from '../step.ts';
import type { HeadRow } from '../stored-rows.ts';
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

/** The ledger as a transaction finds it. */
export type LedgerPosition = {
  readonly heads: readonly HeadRow[];
  /** Later than every entry that this device has made. */
  readonly clock: Clock;
};

/**
 * Reads where the chains stand, and the clock of the entry to come.
 *
 * @param coming - heads that come in with the entry: it is later than those of this device among them
 */
export async function readLedger(
  db: WorkbenchDatabase,
  { chain, now }: NewEntry,
  coming: readonly Pick<HeadRow, 'chain' | 'clock'>[] = [],
): Promise<LedgerPosition> {
  const heads = await db.heads.toArray();
  const person = personOfChain(chain);
  const clocks = [...heads, ...coming].flatMap((head) => (personOfChain(head.chain) === person ? [head.clock] : []));
  return { heads, clock: nextClock(clocks.sort().at(-1) ?? null, now) };
}

/**
 * Appends an entry to its chain and moves the head. Runs in a write transaction.
 *
 * @param position - as read in this transaction
 */
export async function appendEntry(
  db: WorkbenchDatabase,
  entry: NewEntry,
  { heads, clock }: LedgerPosition,
): Promise<Committed> {
  const { chain, group, action, payload, payloadHash } = entry;
  const last = heads.find((head) => head.chain === chain);
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
