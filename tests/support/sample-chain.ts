import { nextClock } from '#shared/custody/clock.ts';
import { chainOf, personIdOf } from '#shared/custody/identify.ts';
import { type EntryContent, makeEntry } from '#shared/custody/ledger-entry.ts';
import { headAt, signHead } from '#shared/custody/ledger-head.ts';
import { type DeviceKey, makeDeviceKey } from '#shared/custody/signing.ts';
import type { GroupId } from '#shared/domain/ids.ts';
import type { ChainId, LedgerEntry, LedgerHead } from '#shared/domain/ledger.ts';
import { seededPorts } from './seeded-ports.ts';

/** A chain of `length` entries with its signed head, the same each time. */
export type SampleChain = {
  readonly chain: ChainId;
  readonly key: DeviceKey;
  readonly entries: readonly LedgerEntry[];
  readonly head: LedgerHead;
};

/** Milliseconds at which every sample chain is written. */
export const SAMPLE_TIME = 1_000_000;

/** Makes a chain of at least one entry. */
export function sampleChain(length: number): SampleChain {
  const key = makeDeviceKey(seededPorts(7));
  const chain = chainOf(null, personIdOf(key.publicKey));
  const entries: LedgerEntry[] = [];
  for (let at = 0; at < length; at++) {
    const last = entries.at(-1);
    const content: EntryContent = {
      chain,
      clock: nextClock(last?.header.clock ?? null, SAMPLE_TIME + at),
      group: '01957c11-3e00-7000-8000-000000000000' as GroupId,
      action: 'case:rename',
      payload: {
        salt: '00112233445566778899aabbccddeeff',
        words: `Rename to ${at}`,
        changes: [{ table: 'cases', id: 'c1', field: 'name', before: String(at - 1), after: String(at) }],
      },
    };
    entries.push(makeEntry(content, last ? { seq: last.header.seq, hash: last.hash } : null));
  }
  const last = entries.at(-1);
  if (!last) throw new RangeError('A chain has at least one entry.');
  return { chain, key, entries, head: signHead(headAt(last), key.secretKey) };
}
