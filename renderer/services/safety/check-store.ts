import type { Workspace } from '#renderer/data/workspace.ts';
import type { SafetyCopy } from '#shared/contracts/host.ts';
import { caseOfChain } from '#shared/custody/identify.ts';
import type { ChainId } from '#shared/domain/ledger.ts';
import type { HostCall } from './host-call.ts';
import { newestWhole, type RestorePorts, restoreOne, type WholeCopy } from './restore-one.ts';
import { readVerdict, type Verdict } from './witness-verdict.ts';

/** Compares the store with what the host's witness and safety copies saw of it, and looks for copies of what is gone. */
export async function checkStore({ history }: Workspace, call: HostCall): Promise<Verdict> {
  const [noted, copies] = await Promise.all([call('witness:read', null), call('safety-copy:list', null)]);
  const heads = new Map((await history.heads()).map(({ chain, seq }) => [chain, seq]));
  const stored = {
    chains: [...heads.keys()],
    length: async (chain: ChainId) => Math.min(heads.get(chain) ?? 0, await history.entriesOf(chain)),
    hashAt: history.hashAt.bind(history),
  };
  const verdict = await readVerdict(noted, stored, copies);
  if (verdict.kind === 'whole') return verdict;
  // the window may have ended between a case's removal and the word to the witness
  const removed = await history.removedChains();
  const cases = new Set<string | null>([...removed].map((chain) => caseOfChain(chain as ChainId)));
  return readVerdict(
    noted.filter(({ chain }) => !removed.has(chain)),
    stored,
    copies.map((copy) => (cases.has(copy.caseId) ? { ...copy, isPassed: true } : copy)),
  );
}

/** What bringing safety copies back came to. */
export type RestoredCopies = {
  readonly copies: readonly SafetyCopy[];
  /** Names of facts that cases share, which stay as a case that was not brought back changed them since. */
  readonly kept: readonly string[];
};

/**
 * Brings safety copies back, each in the place of what the store still has of its case; where one is damaged, the newest of
 * that case that is whole. A copy that is behind what the store has is left: the store knows more. The witness is then started
 * anew with what stands; its old file is kept by the host.
 *
 * @param copies - the newest of each case
 * @returns the copies that were brought back, and what they did not replace
 * @throws {AppError} why the first of those failed that could not be brought back, once all have been tried; the witness
 * stands as it was then
 */
export async function restoreCopies(
  workspace: Workspace,
  copies: readonly SafetyCopy[],
  ports: RestorePorts,
): Promise<RestoredCopies> {
  const all = await ports.call('safety-copy:list', null);
  const whole: WholeCopy[] = [];
  const restored: SafetyCopy[] = [];
  const kept = new Set<string>();
  const failures: unknown[] = [];
  const attempt = (task: () => Promise<void>) => task().catch((error: unknown) => void failures.push(error));
  for (const copy of copies) {
    await attempt(async () => {
      const found = await newestWhole([copy, ...olderThan(copy, all)], workspace, ports);
      if (found) whole.push(found);
    });
  }
  // the oldest first: facts that cases share are then as the newest copy has them
  for (const one of whole.sort((a, b) => (a.copy.writtenAt < b.copy.writtenAt ? -1 : 1))) {
    await attempt(async () => {
      const { copy, kept: names } = await restoreOne(one, workspace, ports);
      restored.push(copy);
      for (const name of names) kept.add(name);
    });
  }
  if (failures.length > 0) throw failures[0];
  await acceptStore(workspace, ports.call);
  return { copies: restored, kept: [...kept] };
}

/** Starts the witness anew with what the store has: the analyst has been told what is gone. */
export async function acceptStore({ history }: Workspace, call: HostCall): Promise<void> {
  const heads = await history.heads();
  await call(
    'witness:restart',
    heads.map(({ chain, seq, hash }) => ({ chain, seq, hash })),
  );
}

/** The older copies of the same case, the newest first, as the host lists them. */
function olderThan({ caseId, writtenAt }: SafetyCopy, kept: readonly SafetyCopy[]): SafetyCopy[] {
  return kept.filter((other) => other.caseId === caseId && other.writtenAt < writtenAt);
}
