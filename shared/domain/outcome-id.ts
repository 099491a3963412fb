import type { OutcomeId } from './ids.ts';

/** Bits of the number of a record that stand in each part of the id, from its end. */
const LOW = 48;

/**
 * The id of what became of a file or of one of its records: sorts as they were chosen, and is the same when the file is read
 * again.
 *
 * @param file - the number of the file in its import
 * @param record - 0 for the file itself, its records counted from 1; below 2 to the 48th
 */
export function outcomeIdOf(file: number, record = 0): OutcomeId {
  const low = hex(record % 2 ** LOW, 12);
  // in the form of a UUID of version 8, whose bits are ours to choose
  return `${hex(file, 8)}-0000-8000-8000-${low}` as OutcomeId;
}

/** The number of the file that an outcome speaks of; of ids of early versions, which told no number, none that is in use. */
export function fileOfOutcome(id: string): number {
  return id.slice(9, 23) === '0000-8000-8000' ? Number.parseInt(id.slice(0, 8), 16) : -1;
}

/** Whether an outcome speaks of a file, not of one of its records. */
export function isOfFile(id: string): boolean {
  return fileOfOutcome(id) < 0 || id.endsWith('-000000000000');
}

function hex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, '0');
}
