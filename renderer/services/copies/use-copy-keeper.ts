import { useEffect } from 'react';
import type { Workspace } from '#renderer/data/workspace.ts';
import { startCopies } from '#renderer/workers/copies-client.ts';
import { useLive } from '../use-live.ts';

/** Milliseconds of quiet before new articles are compared: an import stores them batch by batch. */
const QUIET = 1500;

/** Has new articles compared with all others whenever some have come. */
export function useCopyKeeper(workspace: Workspace): void {
  const count = useLive(() => workspace.db.articles.count(), [workspace]);
  useEffect(() => {
    if (!count) return;
    let job: { stop(): void } | null = null;
    const timer = setTimeout(() => {
      job = startCopies(workspace.db.name, () => {});
    }, QUIET);
    return () => {
      clearTimeout(timer);
      job?.stop();
    };
  }, [workspace, count]);
}
