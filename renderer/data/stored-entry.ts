import { canonicalJson } from '#shared/custody/canonical-json.ts';
import { type LedgerEntry, ledgerPayloadSchema } from '#shared/domain/ledger.ts';
import type { StoredEntry } from './stored-rows.ts';

/** Makes an entry fit to store: its payload as text, which the browser copies far faster than objects. */
export function storedEntry({ header, hash, payload }: LedgerEntry): StoredEntry {
  const { chain, seq, group } = header;
  return { chain, seq, group, header, hash, payload: payload === null ? null : canonicalJson(payload) };
}

/** The entry that is stored. */
export function entryOf({ header, hash, payload }: StoredEntry): LedgerEntry {
  return { header, hash, payload: payload === null ? null : ledgerPayloadSchema.parse(JSON.parse(payload)) };
}
