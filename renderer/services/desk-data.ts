import type { Case, Marking } from '#shared/domain/case.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import type { Person } from '#shared/domain/person.ts';
import type { Instant } from '#shared/kernel/instant.ts';

/** What *Undo* and *Redo* would do, in the words of the ledger; null when there is nothing. */
export type StepWords = { readonly undo: string | null; readonly redo: string | null };

/** How much is written, and when last. */
export type LedgerState = { readonly entries: number; readonly lastCommit: Instant | null };

/** Something that can be gone to by its name. */
export type NamedThing = {
  readonly kind: 'entity' | 'event' | 'article';
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** How the entity's type is drawn; null for the rest. */
  readonly type: { readonly tint: string; readonly icon: string; readonly name: string } | null;
  /** What stands beside it: a date, a publisher. */
  readonly side: string;
};

/** What the frame around the places reads of the workspace, and has it do. Reads are live where `useLive` asks them. */
export type DeskData = {
  /** The newest first. */
  readonly cases: () => Promise<readonly Case[]>;
  readonly createCase: (made: { name: string; summary: string; marking: Marking | null }) => Promise<CaseId>;
  /** The holder of this device's key; null before the first name was given. */
  readonly me: () => Promise<Person | null>;
  /** Old entries stay as they were signed. */
  readonly rename: (name: string) => Promise<void>;
  readonly stepWords: (caseId: CaseId | null) => Promise<StepWords>;
  /** @returns what was taken back, in words; null when there is nothing */
  readonly undo: (caseId: CaseId | null) => Promise<string | null>;
  /** @returns what was brought again, in words; null when there is nothing */
  readonly redo: (caseId: CaseId | null) => Promise<string | null>;
  readonly ledger: (caseId: CaseId | null) => Promise<LedgerState>;
  readonly names: (caseId: CaseId) => Promise<readonly NamedThing[]>;
};
