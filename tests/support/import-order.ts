import type { ImportOrder } from '#renderer/data/repositories/imports.ts';
import type { CaseId } from '#shared/domain/ids.ts';

/** An import that is asked for `count` files: `0.txt` and so on. */
export function importOrder(caseId: CaseId, from: string, count: number): ImportOrder {
  const files = Array.from({ length: count }, (_, at) => ({ path: `${at}.txt`, size: 10, modified: 0 }));
  return { caseId, from, files, choices: { keepsWhole: false } };
}
