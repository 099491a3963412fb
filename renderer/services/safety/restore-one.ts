import type { Workspace } from '#renderer/data/workspace.ts';
import type { RestoredFile, VerifiedFile } from '#renderer/workers/case-file/results.ts';
import type { SafetyCopy } from '#shared/contracts/host.ts';
import { AppError, type ErrorCode } from '#shared/kernel/app-error.ts';
import { fetchCopy } from './carry-copy.ts';
import type { Head } from './case-state.ts';
import type { HostCall } from './host-call.ts';

/** What bringing copies back needs: the jobs of the case-file worker. */
export type RestorePorts = {
  readonly call: HostCall;
  readonly verify: (file: Blob) => Promise<VerifiedFile>;
  /** Brings a case in, in the place of the one that stands there. */
  readonly restore: (file: Blob) => Promise<RestoredFile>;
};

/** A copy that was found whole, and the older ones of its case in case that it cannot be brought in. */
export type WholeCopy = { readonly copy: SafetyCopy; readonly file: Blob; readonly older: readonly SafetyCopy[] };

/** Faults that are not of the copy: the newest one may be good, so no older one takes its place. */
const NOT_OF_THE_COPY: readonly ErrorCode[] = ['disk-full', 'unavailable', 'newer-version', 'cancelled'];

/**
 * Finds the newest copy of a case that is whole.
 *
 * @param copies - of one case, the newest first
 * @returns null when the store already has all that the newest one has
 * @throws {AppError} what is wrong with the newest copy when none is whole, or when a whole one would bring nothing back
 */
export async function newestWhole(
  copies: readonly SafetyCopy[],
  workspace: Workspace,
  { call, verify }: RestorePorts,
): Promise<WholeCopy | null> {
  let fault: AppError | null = null;
  for (const [at, copy] of copies.entries()) {
    try {
      const file = await fetchCopy(call, copy.name);
      const { preview } = await verify(file);
      if (!(await isBehind(preview.summary.heads, workspace))) return { copy, file, older: copies.slice(at + 1) };
    } catch (error) {
      fault ??= tell(copy, error);
      if (isNotOfTheCopy(error)) throw fault;
      continue;
    }
    break; // what is older still is behind the store as well
  }
  if (fault) throw fault;
  return null;
}

/**
 * Brings a whole copy back, or an older whole one when it cannot be brought in.
 *
 * @returns the copy that was taken, and the names of shared facts that stay as another case changed them since
 * @throws {AppError} why the newest was not brought back; the store is as it was then
 */
export async function restoreOne(
  { copy, file, older }: WholeCopy,
  workspace: Workspace,
  ports: RestorePorts,
): Promise<{ readonly copy: SafetyCopy; readonly kept: readonly string[] }> {
  try {
    const { restored } = await ports.restore(file);
    return { copy, kept: restored.differing };
  } catch (error) {
    const fault = tell(copy, error);
    if (isNotOfTheCopy(error)) throw fault;
    const next = await newestWhole(older, workspace, ports).catch(() => null);
    if (!next) throw fault;
    return restoreOne(next, workspace, ports);
  }
}

/** Whether the store has every entry that a copy has, or more. */
async function isBehind(heads: readonly Head[], { history }: Workspace): Promise<boolean> {
  for (const { chain, seq, hash } of heads) {
    // a head may outlive the entries before it when the browser loses a part of its files
    if ((await history.hashAt(chain, seq)) !== hash || (await history.entriesOf(chain)) < seq) return false;
  }
  return true;
}

function isNotOfTheCopy(error: unknown): boolean {
  return error instanceof AppError && NOT_OF_THE_COPY.includes(error.code);
}

function tell({ caseName, name }: SafetyCopy, error: unknown): AppError {
  const why = error instanceof AppError ? error.message : 'It could not be read.';
  const code = error instanceof AppError ? error.code : 'internal';
  return new AppError(code, `The safety copy of "${caseName || name}" was not brought back. ${why}`, error);
}
