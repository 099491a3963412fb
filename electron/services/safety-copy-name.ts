import { type Instant, isInstant } from '#shared/kernel/instant.ts';

/** What the name of a safety copy says about it; enough to list it when all else is lost. */
export type SafetyCopyName = { writtenAt: Instant; caseId: string; sha256: string };

/** `2026-03-14T06-40-00-000Z_CASE_SHA256.casefile`: sorts by time; colons are not allowed in Windows names. */
const FORM = /^(\d{4}-\d{2}-\d{2}T\d{2})-(\d{2})-(\d{2})-(\d{3}Z)_([\w-]{1,64})_([0-9a-f]{64})\.casefile$/;

/** Whether a case id can stand in a file name as it is. */
export function isFileSafe(caseId: string): boolean {
  return /^[\w-]{1,64}$/.test(caseId);
}

/** Writes the name of a copy; `caseId` must be file-safe. */
export function nameOfCopy({ writtenAt, caseId, sha256 }: SafetyCopyName): string {
  return `${writtenAt.replace(/[:.]/g, '-')}_${caseId}_${sha256}.casefile`;
}

/** Reads the name of a copy; null for anything else, path tricks among them. */
export function readCopyName(name: string): SafetyCopyName | null {
  const parts = FORM.exec(name);
  if (!parts) return null;
  const [, hour, minute, second, rest, caseId = '', sha256 = ''] = parts;
  const writtenAt = `${hour}:${minute}:${second}.${rest}`;
  return isInstant(writtenAt) ? { writtenAt, caseId, sha256 } : null;
}
