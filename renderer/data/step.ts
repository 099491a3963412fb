import type { PlainRow } from '#shared/custody/change.ts';
import type { BodyPack } from '#shared/domain/body-reference.ts';
import type { CaseId, GroupId, Hash } from '#shared/domain/ids.ts';
import type { ChainId, Change, Clock } from '#shared/domain/ledger.ts';
import type { Row } from '#shared/domain/tables.ts';
import type { StoredEntry } from './stored-rows.ts';

/** One step of the analyst: what changes, and how it is called. */
export type Step = {
  /** Null for what belongs to no case. */
  readonly caseId: CaseId | null;
  /** `entity:merge`. */
  readonly action: string;
  /** What it is called in History and behind "Undo:": `Tag "Tell Tamr" as Place`. */
  readonly words: string;
  readonly changes: readonly Change[];
  /** Continues a step that is many entries; a step of its own when left out. */
  readonly group?: GroupId;
  /** The rows that changes make by hash alone, by `table id`. */
  readonly contents?: ReadonlyMap<string, PlainRow>;
  /** Packs of bodies that the rows refer to. */
  readonly packs?: readonly BodyPack[];
  /** Rows of the machine's own tables, written with the step and not noted in the ledger. */
  readonly work?: MachineRows;
  /** What is gone for good with the step: only purging does so. */
  readonly forget?: Forgotten;
};

/** Entries whose payload is dropped, and rows set aside that are deleted. */
export type Forgotten = {
  readonly entries: readonly StoredEntry[];
  readonly aside: readonly string[];
};

/** Rows of the machine's own work. */
export type MachineRows = {
  readonly imports?: readonly Row<'imports'>[];
  readonly outcomes?: readonly Row<'outcomes'>[];
  readonly fileLists?: readonly Row<'fileLists'>[];
  readonly mappings?: readonly Row<'mappings'>[];
  readonly suggestions?: readonly Row<'suggestions'>[];
};

/** A step that is on disk. */
export type Committed = {
  readonly chain: ChainId;
  readonly seq: number;
  readonly hash: Hash;
  readonly clock: Clock;
  readonly group: GroupId;
};

/** Makes a step happen: whole, or not at all. */
export type Commit = (step: Step) => Promise<Committed>;
