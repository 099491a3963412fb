import type { GroupId, Hash } from '#shared/domain/ids.ts';
import type { ChainId, Clock, LedgerEntry, LedgerHeader, LedgerPayload } from '#shared/domain/ledger.ts';
import { canonicalJson } from './canonical-json.ts';
import { sha256Hex } from './sha256.ts';

/** Where a chain stands: what the next entry follows. */
export type ChainPosition = { readonly seq: number; readonly hash: Hash };

/** What a header is made of, beside its place in the chain. */
export type HeaderContent = {
  readonly chain: ChainId;
  readonly clock: Clock;
  readonly group: GroupId;
  readonly action: string;
  readonly payloadHash: Hash;
};

/** What an entry is made of, beside its place in the chain. */
export type EntryContent = Omit<HeaderContent, 'payloadHash'> & { readonly payload: LedgerPayload };

/** The hash of an entry: SHA-256 over its header as canonical JSON. */
export function headerHash(header: LedgerHeader): Hash {
  return sha256Hex(canonicalJson(header));
}

/** The hash of a payload with its salt: SHA-256 over it as canonical JSON. */
export function payloadHash(payload: LedgerPayload): Hash {
  return sha256Hex(canonicalJson(payload));
}

/**
 * Makes the header of the next entry of a chain.
 *
 * @param last - the entry it follows; null for the first
 */
export function makeHeader(content: HeaderContent, last: ChainPosition | null): LedgerHeader {
  return { format: 1, ...content, seq: (last?.seq ?? 0) + 1, previous: last?.hash ?? null };
}

/**
 * Makes the next entry of a chain.
 *
 * @param last - the entry it follows; null for the first
 */
export function makeEntry({ payload, ...content }: EntryContent, last: ChainPosition | null): LedgerEntry {
  const header = makeHeader({ ...content, payloadHash: payloadHash(payload) }, last);
  return { header, hash: headerHash(header), payload };
}

/** The entry without what it said: salt and values go, the hashes stay and the chain still verifies. */
export function withoutPayload(entry: LedgerEntry): LedgerEntry {
  return { ...entry, payload: null };
}
