import type { LibraryRow } from '#shared/contracts/library-query.ts';
import type { ArticleId, CaseId, EntityId, EventId, GroupId, Hash, PersonId, SourceId } from '#shared/domain/ids.ts';
import type { ChainId, Clock, LedgerHeader } from '#shared/domain/ledger.ts';

/** A ledger entry as it is stored: chain, seq and group stand outside, where keys can be made of them. */
export type StoredEntry = {
  readonly chain: ChainId;
  readonly seq: number;
  readonly group: GroupId;
  readonly header: LedgerHeader;
  readonly hash: Hash;
  /** Canonical JSON; null when it was purged or redacted. */
  readonly payload: string | null;
};

/** The device's key. One row; the secret half never leaves the database. */
export type DeviceRow = {
  readonly id: 'device';
  readonly personId: PersonId;
  readonly publicKey: string;
  readonly secretKey: string;
};

/** A chain's last entry. The signature is made when a head is read, not with every commit. */
export type HeadRow = {
  readonly chain: ChainId;
  readonly seq: number;
  readonly hash: string;
  readonly clock: Clock;
  /** Null for a chain of this device; for chains from elsewhere the one that came with them. */
  readonly signature: string | null;
};

/** A row that a bulk entry removed, kept so that the removal can be taken back. */
export type SetAsideRow = { readonly key: string; readonly row: object };

/** What the library shows of an article, kept by a deriver. */
export type ArticleColumnsRow = LibraryRow & {
  readonly caseId: CaseId;
  readonly sourceId: SourceId | null;
};

/**
 * Which articles of a case a step changed in the library, so that readers ask for what is new. One row a step costs a third of
 * what an index over every article's last change does.
 */
export type ColumnChangesRow = {
  readonly caseId: CaseId;
  /** Rises from step to step. */
  readonly revision: number;
  /** Counts on where one transaction tells derivers of its rows in several parts. */
  readonly part: number;
  /** Those that no longer have a row in the case are gone from it. */
  readonly articleIds: readonly ArticleId[];
};

/** A name folded for look-up, kept by a deriver. */
export type NameRow = { readonly folded: string; readonly entityId: EntityId; readonly text: string };

/** How many claims tie an event to an article, kept by a deriver. */
export type ArticleEventRow = {
  readonly caseId: CaseId;
  readonly articleId: ArticleId;
  readonly eventId: EventId;
  readonly claims: number;
};

/** That one row points at another, kept by a deriver: both as `table id`. */
export type PointerRow = { readonly to: string; readonly from: string };

/** A part of what is being brought in: written to its tables in one step once all of it is there, or deleted. */
export type StagedRow = {
  readonly job: string;
  readonly part: number;
  readonly content:
    | { readonly kind: 'rows'; readonly table: string; readonly rows: readonly object[] }
    | { readonly kind: 'entries'; readonly entries: readonly StoredEntry[] }
    /** Packs of bodies that no row refers to yet. */
    | { readonly kind: 'packs'; readonly ids: readonly string[] };
};
