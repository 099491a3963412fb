import type { ErrorCode } from '#shared/kernel/app-error.ts';
import { written } from '#tests/support/casefile/case-file.ts';
import { madeCase } from '#tests/support/casefile/made-case.ts';
import {
  edit,
  editLines,
  membersOf,
  type Parts,
  partsOf,
  resealed,
  zipped,
} from '#tests/support/casefile/opened-zip.ts';
import { type RawMember, rawZip } from '#tests/support/casefile/raw-zip.ts';

/** One way in which somebody may hand us a bad file, and how it has to be answered. */
export type HostileFile = {
  /** The rule, and what was done to the file. */
  readonly title: string;
  readonly make: (parts: Parts, file: Blob) => Blob | Promise<Blob>;
  readonly code: ErrorCode;
  /** What the message has to name. */
  readonly words: RegExp;
};

/** A case file to tamper with: two devices, a purged payload, three articles. */
export async function victim(): Promise<{ file: Blob; parts: () => Promise<Parts> }> {
  const { file } = await written(madeCase({ devices: 2, entriesPerDevice: 4 }));
  return { file, parts: () => partsOf(file) };
}

const some = new TextEncoder().encode('something');

/** Adds a member of that name. */
export function named(name: string, rest: Partial<RawMember> = {}): HostileFile['make'] {
  return (parts) => zipped(parts, [{ name, bytes: some, ...rest }]);
}

/** Changes parts and leaves the manifests as they are. */
export function changed(change: (parts: Parts) => void): HostileFile['make'] {
  return (parts) => {
    change(parts);
    return zipped(parts);
  };
}

/** Changes parts and makes the manifests fit again, so that only what lies deeper can find it. */
export function forged(change: (parts: Parts) => void): HostileFile['make'] {
  return (parts) => {
    change(parts);
    return zipped(resealed(parts));
  };
}

/** The first part below a path. */
export function first(parts: Parts, below: string): string {
  const path = [...parts.keys()].find((name) => name.startsWith(below));
  if (path === undefined) throw new RangeError(`nothing below ${below}`);
  return path;
}

/** Changes the first row of a table. */
export function editRow(parts: Parts, table: string, change: (row: Record<string, unknown>) => object): void {
  editLines(parts, `data/tables/${table}.jsonl`, (lines) =>
    lines.map((line, at) => (at === 0 ? JSON.stringify(change(JSON.parse(line))) : line)),
  );
}

/** Changes `casefile.json`. */
export function editSummary(parts: Parts, change: (summary: Record<string, unknown>) => object): void {
  edit(parts, 'data/casefile.json', (text) => JSON.stringify(change(JSON.parse(text))));
}

/** Changes how many rows of a table the summary says there are. */
export function recount(parts: Parts, table: string, by: number): void {
  editSummary(parts, (summary) => {
    const counts = Object(summary['counts']);
    return { ...summary, counts: { ...counts, [table]: counts[table] + by } };
  });
}

/** Lies about one member in the headers of the zip. */
export function editMember(path: string, rest: Partial<RawMember>): HostileFile['make'] {
  return (parts) =>
    rawZip(membersOf(parts).map((each) => (each.name === `case-x/${path}` ? { ...each, ...rest } : each)));
}
