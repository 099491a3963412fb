import type { GroupId, Hash } from '#shared/domain/ids.ts';
import type { ChainId, Clock, LedgerEntry, LedgerHeader, LedgerPayload } from '#shared/domain/ledger.ts';
import { canonicalJson } from './canonical-json.ts';
import { sha256Hex } from './sha256.ts';

/** Where a chain stands: what the next entry follows. */
export type ChainPosition = { readonly seq: number; readonly hash: Hash };

/** What an entry is made of, beside its place in the chain. */
export type EntryContent = {
  readonly chain: ChainId;
  readonly clock: Clock;
  readonly group: GroupId;
  readonly action: string;
  readonly payload: LedgerPayload;
};

/** The hash of an entry: SHA-256 over its header as canonical JSON. */
export function headerHash(header: LedgerHeader): Hash {
  return sha256Hex(canonicalJson(header));
}

/** The hash of a payload with its salt: SHA-256 over it as canonical JSON. */
export function payloadHash(payload: LedgerPayload): Hash {
  return sha256Hex(canonicalJson(payload));
}

/**
 * Makes the next entry of a chain.
 *
 * @param last - the entry it follows; null for the first
 */
export function makeEntry({ payload, ...content }: EntryContent, last: ChainPosition | null): LedgerEntry {
  const header: LedgerHeader = {
    format: 1,
    ...content,
    seq: (last?.seq ?? 0) + 1,
    previous: last?.hash ?? null,
    payloadHash: payloadHash(payload),
  };
  return { header, hash: headerHash(header), payload };
}

/** The entry without what it said: salt and values go, the hashes stay and the chain still verifies. */
export function withoutPayload(entry: LedgerEntry): LedgerEntry {
  return { ...entry, payload: null };
}
