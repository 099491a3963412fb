import type { Hash } from '#shared/domain/ids.ts';
import type { Bytes } from '../byte-source.ts';
import type { Remark } from '../format-reader.ts';
import type { HeaderLines } from './header-lines.ts';

/** One record of an archive. */
export type ArchiveRecord = {
  /** `response`, `resource`, `conversion`, `revisit`, `request`, `metadata`, `warcinfo`, or whatever it calls itself. */
  readonly kind: string;
  /** From 1, in the order of the file. */
  readonly number: number;
  /** Its first byte in the file; null in the midst of packed bytes. */
  readonly offset: number | null;
  readonly headers: HeaderLines;
  /** Its address as it was asked for; null for none. */
  readonly address: string | null;
  /** As it is stated: ISO 8601. */
  readonly date: string | null;
  /** Header and block as they stand, unpacked; null when it is too large to be held. */
  readonly bytes: Bytes | null;
  /** What it is about, a part of `bytes`. */
  readonly block: Bytes | null;
  readonly size: number;
  readonly hash: Hash;
  readonly remarks: readonly Remark[];
};

/** A stretch of an archive that is no record, or whose packing is damaged. */
export type ArchiveDamage = Remark & {
  readonly kind: 'damage';
  /** As in `ArchiveRecord`. */
  readonly offset: number | null;
  readonly size: number | null;
};

/** Whether what was read is a record. */
export function isRecord(read: ArchiveRecord | ArchiveDamage): read is ArchiveRecord {
  return 'headers' in read;
}
