import type { Workspace } from '#renderer/data/workspace.ts';
import { callHost } from '#renderer/platform/host.ts';
import { dropFromShelf } from '#renderer/workers/case-file/opfs-shelf.ts';
import type { RestoredFile } from '#renderer/workers/case-file/results.ts';
import { type CaseFileWatch, runInWorker } from '#renderer/workers/case-file-client.ts';
import type { SafetyCopy } from '#shared/contracts/host.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import type { LedgerHead } from '#shared/domain/ledger.ts';
import { fetchCopy, sendCopy } from '../safety/carry-copy.ts';
import { acceptStore } from '../safety/check-store.ts';
import type { HostCall } from '../safety/host-call.ts';
import { programName } from './program-name.ts';

/** What removing cases needs of the window. */
export type RemoverPorts = {
  readonly run: typeof runInWorker;
  readonly call: HostCall;
  readonly drop: (file: Blob) => Promise<void>;
};

/** Removes cases from the workspace, each only once a copy of it lies in the data folder, and brings them back from it. */
export class CaseRemover {
  private readonly workspace: Workspace;
  private readonly ports: RemoverPorts;

  constructor(workspace: Workspace, ports: RemoverPorts) {
    this.workspace = workspace;
    this.ports = ports;
  }

  /**
   * Writes a safety copy of a case, verified, then removes the case.
   *
   * @returns the copy, which is kept and brings the case back
   * @throws {AppError} `disk-full`, `altered`, `unavailable`, `cancelled` when no copy could be kept; `conflict` when the case was
   * changed meanwhile; it stands as before then
   */
  async remove(caseId: CaseId, watch?: CaseFileWatch): Promise<SafetyCopy> {
    const { run, call, drop } = this.ports;
    const program = await programName(call);
    const written = await run({ type: 'write', database: this.workspace.db.name, caseId, program }, watch);
    try {
      const copy = await sendCopy(call, written);
      await this.removeWithout(caseId, written.heads);
      return copy;
    } finally {
      // a file that cannot be dropped now is swept at a later start
      await drop(written.file).catch((error: unknown) => console.warn(error));
    }
  }

  /**
   * Takes away a case that was brought in from a file, as long as nothing was done on it: the file is its copy.
   *
   * @param heads - as the file has them
   * @throws {AppError} `conflict` when something was done on it since; it stands as before then
   */
  async removeWithout(caseId: CaseId, heads: readonly LedgerHead[]): Promise<void> {
    await this.workspace.removeCase(caseId, heads);
    // the case is gone by the analyst's will: where the witness cannot be told, the ledger says so at the next start
    await acceptStore(this.workspace, this.ports.call).catch((error: unknown) => console.warn(error));
  }

  /**
   * Brings a case back from a safety copy of it.
   *
   * @throws {AppError} `conflict` when it stands here, `not-found` when the copy is gone, or what is wrong with it
   */
  async bringBack(name: string, watch?: CaseFileWatch): Promise<RestoredFile> {
    const file = await fetchCopy(this.ports.call, name);
    const database = this.workspace.db.name;
    return this.ports.run({ type: 'restore', database, file, place: 'where-none-stands' }, watch);
  }
}

/** Removes cases of a workspace in this window. */
export function caseRemoverOf(workspace: Workspace): CaseRemover {
  return new CaseRemover(workspace, { run: runInWorker, call: callHost, drop: dropFromShelf });
}
