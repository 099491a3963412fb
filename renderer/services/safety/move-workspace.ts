import type { Workspace } from '#renderer/data/workspace.ts';
import { callHost } from '#renderer/platform/host.ts';
import type { Place } from '#shared/contracts/host.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type { Closing } from '../closing.ts';
import { casesBehind } from './cases-behind.ts';
import { storedCopyMemory } from './copy-memory.ts';
import type { HostCall } from './host-call.ts';

/** What a move needs of the window. */
export type MovePorts = {
  readonly call: HostCall;
  /** Writes what has to be written before a window closes, a copy of every changed case among it. */
  readonly settle: () => Promise<void>;
  /** Names of the cases that have no present copy. */
  readonly withoutCopy: () => Promise<readonly string[]>;
};

/**
 * Lets the workspace go to the other host: a safety copy of every case first, from which the other host brings it in.
 *
 * @throws {AppError} `unavailable` when a case has no copy of its present state; the workspace is then held here as before
 */
export async function releaseWorkspace({ call, settle, withoutCopy }: MovePorts, to: Place['hostKind']): Promise<void> {
  await settle();
  const missing = await withoutCopy();
  if (missing.length > 0) {
    const names = missing.map((name) => `“${name}”`).join(', ');
    throw new AppError('unavailable', `No safety copy could be written of ${names}. The workspace stays here.`);
  }
  await call('place:release', { to });
}

/** What a move of this window's workspace needs. */
export function movePorts(workspace: Workspace, closing: Closing): MovePorts {
  return {
    call: callHost,
    settle: () => closing.settle(),
    withoutCopy: async () => {
      const heads = () => workspace.history.heads();
      const behind = await casesBehind({ call: callHost, heads, memory: storedCopyMemory(localStorage) });
      const cases = await workspace.cases.list();
      return behind.flatMap((id) => cases.find((one) => one.id === id)?.name ?? []);
    },
  };
}
