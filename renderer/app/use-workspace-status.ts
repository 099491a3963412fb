import { useEffect, useState } from 'react';
import { ledgerState } from '#renderer/services/ledger-state.ts';
import { onCopyWritten } from '#renderer/services/safety/copy-signal.ts';
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
  const { ask } = copies;
  useEffect(() => onCopyWritten(ask), [ask]);
  const toPlace = useToPlace(caseId, ledger?.entries);
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
    toPlace,
    warnings,
  };
}

/** Milliseconds without a commit after which the passages are looked through: it takes longer than a key press may. */
const QUIET = 5_000;

/** How many passages of the case wait to be placed in their text; 0 until they were counted. */
function useToPlace(caseId: CaseId | null, entries: number | undefined): number {
  const { workspace } = useServices();
  const [count, setCount] = useState(0);
  useEffect(() => {
    if (caseId === null) return setCount(0);
    if (entries === undefined) return;
    let isOver = false;
    const timer = window.setTimeout(async () => {
      const found = await workspace.highlights.toPlace(caseId).catch(() => []);
      if (!isOver) setCount(found.length);
    }, QUIET);
    return () => {
      isOver = true;
      window.clearTimeout(timer);
    };
  }, [workspace, caseId, entries]);
  return count;
}
