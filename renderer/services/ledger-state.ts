import type { Workspace } from '#renderer/data/workspace.ts';
import { clockMilliseconds } from '#shared/custody/clock.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import type { Clock } from '#shared/domain/ledger.ts';
import { type Instant, instantOf } from '#shared/kernel/instant.ts';

/** How much is written of a case, and when last; null for a case without an entry. */
export type LedgerState = { readonly entries: number; readonly lastCommit: Instant | null };

/** Reads how much is written of the case in hand, or of the whole workspace where no case is open. */
export async function ledgerState(workspace: Workspace, caseId: CaseId | null): Promise<LedgerState> {
  if (caseId) {
    const { entries, last } = await workspace.history.size(caseId);
    return { entries, lastCommit: last === null ? null : instantOf(clockMilliseconds(last as Clock)) };
  }
  const heads = await workspace.history.heads();
  return { entries: heads.reduce((sum, { seq }) => sum + seq, 0), lastCommit: null };
}
