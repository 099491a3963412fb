/** A file name that every system takes: the case's name without what some forbid, and the day. */
export function caseFileName(caseName: string, now: number): string {
  const words = caseName.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const name = words.join('-').slice(0, 80) || 'case';
  return `${name}-${new Date(now).toISOString().slice(0, 10)}.casefile`;
}

/** How long a file stays readable for a download that has just begun. */
const KEPT_MILLISECONDS = 10 * 60 * 1000;

/** Hands a file over as a download: the host asks where to. */
export function handOver(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MILLISECONDS);
}
