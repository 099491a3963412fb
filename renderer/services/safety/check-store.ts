import type { Workspace } from '#renderer/data/workspace.ts';
import type { RestoredFile, VerifiedFile } from '#renderer/workers/case-file/results.ts';
import type { SafetyCopy } from '#shared/contracts/host.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { fetchCopy } from './carry-copy.ts';
import type { Head } from './case-state.ts';
import type { HostCall } from './host-call.ts';
import { readVerdict, type Verdict } from './witness-verdict.ts';

/** Compares the store with what the host's witness saw of it, and looks for safety copies of what is gone. */
export async function checkStore({ history }: Workspace, call: HostCall): Promise<Verdict> {
  const [noted, copies] = await Promise.all([call('witness:read', null), call('safety-copy:list', null)]);
  const heads = new Map((await history.heads()).map(({ chain, seq }) => [chain, seq]));
  return readVerdict(
    noted,
    { length: async (chain) => heads.get(chain) ?? 0, hashAt: (chain, seq) => history.hashAt(chain, seq) },
    copies,
  );
}

/** What bringing copies back needs: the jobs of the case-file worker. */
export type RestorePorts = {
  readonly call: HostCall;
  readonly verify: (file: Blob) => Promise<VerifiedFile>;
  /** Brings a case in, in the place of the one that stands there. */
  readonly restore: (file: Blob) => Promise<RestoredFile>;
};

/**
 * Brings safety copies back, each in the place of what the store still has of its case. A copy that is behind what the store
 * has is left: the store knows more. The witness is then started anew with what stands; its old file is kept by the host.
 *
 * @returns the copies that were brought back
 * @throws {AppError} why the first of those failed that could not be brought back, once all have been tried; the witness
 * stands as it was then
 */
export async function restoreCopies(
  workspace: Workspace,
  copies: readonly SafetyCopy[],
  ports: RestorePorts,
): Promise<SafetyCopy[]> {
  const restored: SafetyCopy[] = [];
  const failures: unknown[] = [];
  // the oldest first: facts that cases share are then as the newest copy has them
  for (const copy of [...copies].sort((a, b) => (a.writtenAt < b.writtenAt ? -1 : 1))) {
    try {
      const file = await fetchCopy(ports.call, copy.name);
      const { preview } = await ports.verify(file);
      if (await isBehind(preview.summary.heads, workspace)) continue;
      await ports.restore(file);
      restored.push(copy);
    } catch (error) {
      failures.push(tell(copy, error));
    }
  }
  if (failures.length > 0) throw failures[0];
  await acceptStore(workspace, ports.call);
  return restored;
}

/** Starts the witness anew with what the store has: the analyst has been told what is gone. */
export async function acceptStore({ history }: Workspace, call: HostCall): Promise<void> {
  const heads = await history.heads();
  await call(
    'witness:restart',
    heads.map(({ chain, seq, hash }) => ({ chain, seq, hash })),
  );
}

/** Whether the store has every entry that a copy has, or more. */
async function isBehind(heads: readonly Head[], { history }: Workspace): Promise<boolean> {
  for (const { chain, seq, hash } of heads) if ((await history.hashAt(chain, seq)) !== hash) return false;
  return true;
}

function tell({ caseName, name }: SafetyCopy, error: unknown): AppError {
  const why = error instanceof AppError ? error.message : 'It could not be read.';
  const code = error instanceof AppError ? error.code : 'internal';
  return new AppError(code, `The safety copy of "${caseName || name}" was not brought back. ${why}`, error);
}
