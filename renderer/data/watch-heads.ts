import { liveQuery } from 'dexie';
import type { Workspace } from './workspace.ts';

/**
 * Tells of every commit, in this window or another, once it is on disk; and once at the start.
 *
 * @returns a function that stops
 */
export function watchHeads({ history }: Workspace, listener: () => void): () => void {
  const watch = liveQuery(() => history.heads()).subscribe({
    next: listener,
    error: (error: unknown) => console.error(error),
  });
  return () => watch.unsubscribe();
}
