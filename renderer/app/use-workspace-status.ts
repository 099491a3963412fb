import { ledgerState } from '#renderer/services/ledger-state.ts';
import { useServices } from '#renderer/services/services.ts';
import { useStandingWarnings } from '#renderer/services/standing-warnings.ts';
import { useHost } from '#renderer/services/use-host.ts';
import { useLive } from '#renderer/services/use-live.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import { isInstant } from '#shared/kernel/instant.ts';
import type { WorkspaceStatus } from './StatusBar.tsx';

/** Milliseconds between two looks at what the host counts. */
const COUNT_EVERY = 5_000;
const COPIES_EVERY = 30_000;

/** What the foot of the window tells, kept current; null until the ledger has been read. */
export function useWorkspaceStatus(caseId: CaseId | null): WorkspaceStatus | null {
  const { workspace } = useServices();
  const ledger = useLive(() => ledgerState(workspace, caseId), [workspace, caseId]);
  const refused = useHost('network:count', COUNT_EVERY);
  const copies = useHost('safety-copy:list', COPIES_EVERY);
  const warnings = useStandingWarnings();
  if (!ledger) return null;
  const written = copies.value
    ?.filter((copy) => caseId === null || copy.caseId === caseId)
    .map((copy) => copy.writtenAt)
    .filter(isInstant)
    .sort()
    .at(-1);
  return {
    refused: refused.value ?? null,
    lastCommit: ledger.lastCommit,
    entries: ledger.entries,
    lastSafetyCopy: written ?? null,
    warnings,
  };
}
