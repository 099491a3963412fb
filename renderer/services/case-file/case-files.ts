import { callHost } from '#renderer/platform/host.ts';
import type { RestoredFile, VerifiedFile, WrittenFile } from '#renderer/workers/case-file/results.ts';
import { type CaseFileWatch, runInWorker } from '#renderer/workers/case-file-client.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import type { HostCall } from '../safety/host-call.ts';
import { caseFileName, handOver } from './hand-over.ts';
import { programName } from './program-name.ts';

/** What case files need of the window. */
export type CaseFilePorts = {
  readonly run: typeof runInWorker;
  readonly call: HostCall;
  readonly handOver: typeof handOver;
  readonly now: () => number;
};

/** Writes cases to files and brings them in from files, each in a worker that can be watched and stopped. */
export class CaseFiles {
  private readonly database: string;
  private readonly ports: CaseFilePorts;

  /** @param database - the name of the workspace's */
  constructor(database: string, ports: CaseFilePorts) {
    this.database = database;
    this.ports = ports;
  }

  /**
   * Writes a case as a file, verifies what was written and hands it over as a download.
   *
   * @throws {AppError} `cancelled`, `disk-full`, `conflict`, `altered`; nothing is handed over then
   */
  async export(caseId: CaseId, watch?: CaseFileWatch): Promise<WrittenFile> {
    const { run, call, now } = this.ports;
    const program = await programName(call);
    const written = await run({ type: 'write', database: this.database, caseId, program }, watch);
    this.ports.handOver(written.file, caseFileName(written.caseName, now()));
    return written;
  }

  /**
   * Verifies a file and tells what it is about; the workspace is not touched.
   *
   * @throws {AppError} which part of the file is wrong
   */
  verify(file: Blob, watch?: CaseFileWatch): Promise<VerifiedFile> {
    return this.ports.run({ type: 'verify', file }, watch);
  }

  /**
   * Verifies a file again and brings its case in.
   *
   * @throws {AppError} `conflict` when the case stands here already, `disk-full`, `cancelled`, or which part of the file is
   * wrong; the workspace is as it was then
   */
  open(file: Blob, watch?: CaseFileWatch): Promise<RestoredFile> {
    return this.ports.run({ type: 'restore', database: this.database, file, place: 'where-none-stands' }, watch);
  }
}

/** Case files of a workspace in this window. */
export function caseFilesOf(database: string): CaseFiles {
  return new CaseFiles(database, { run: runInWorker, call: callHost, handOver, now: () => Date.now() });
}
