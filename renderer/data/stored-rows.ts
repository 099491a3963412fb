import type { LibraryRow } from '#shared/contracts/library-query.ts';
import type {
  ArticleId,
  CaseId,
  EntityId,
  EventId,
  GroupId,
  Hash,
  HighlightId,
  PersonId,
  SourceId,
} from '#shared/domain/ids.ts';
import type { ChainId, Clock, LedgerHeader } from '#shared/domain/ledger.ts';
import type { Instant } from '#shared/kernel/instant.ts';

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

/**
 * What a step means for the search index, kept by a deriver until the index has it on the disk. Only ids: what stands now is read
 * when the index takes it in.
 */
export type NewSearchChange = {
  readonly places: readonly (readonly [CaseId, ArticleId])[];
  /** In every case that has them. */
  readonly articles: readonly ArticleId[];
  /** The articles of these passages. */
  readonly highlights: readonly HighlightId[];
  /** The articles that speak of these. */
  readonly entities: readonly EntityId[];
  readonly events: readonly EventId[];
  /** The articles of these publishers. */
  readonly sources: readonly SourceId[];
  /** Entities that came, changed or went: what is looked up by name. */
  readonly names: readonly EntityId[];
  /** Every article that is or was in them. */
  readonly cases: readonly CaseId[];
};

/**
 * A change with its place in the order of all: the revision of its step, by the device's clock, and which part of it this is.
 * No number is counted up by the store: one that was damaged counts from before, and would then refuse every step.
 */
export type SearchChangeRow = NewSearchChange & { readonly seq: number; readonly part: number };

/** Which store this is, and up to which change the index has taken in what is no longer listed. One row. */
export type SearchStateRow = { readonly id: 'index'; readonly store: string; readonly forgotten: number };

/** One search, as it was asked and answered: courts ask how it was searched. */
export type SearchLogRow = {
  readonly id: string;
  /** The case on the desk. */
  readonly caseId: CaseId;
  readonly at: Instant;
  readonly query: string;
  /** What it was narrowed to, in words; empty when to nothing. */
  readonly narrowed: string;
  readonly scope: 'case' | 'all-cases';
  readonly articles: number;
  /** Matches only in hidden passages. */
  readonly hiddenArticles: number;
  /** Articles in the scope. */
  readonly searched: number;
  /** Whether the index held all of them. */
  readonly isWhole: boolean;
  /** The number of the last change that the index had heard of: the state of the corpus. */
  readonly state: number;
};
