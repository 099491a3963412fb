import { type OpenedCaseFile, readCaseFile } from '#shared/exchange/case-file/read-case-file.ts';
import { type WrittenCaseFile, writeCaseFile } from '#shared/exchange/case-file/write-case-file.ts';
import type { CaseSource } from '#shared/exchange/case-ports.ts';
import { type JobControl, unattended } from '#shared/kernel/job-control.ts';
import { type MemoryCase, memoryFile, memorySource } from './memory-case.ts';

/** The moment at which every case file of the tests is written. */
export const WRITTEN_AT = Date.parse('2026-03-14T06:40:00.000Z');

const ports = { now: () => WRITTEN_AT };

/** Writes a case in memory to a file in memory. */
export function written(held: MemoryCase): Promise<WrittenCaseFile & { readonly file: Blob }> {
  return writtenFrom(memorySource(held));
}

/** Writes any source to a file in memory. */
export async function writtenFrom(
  source: CaseSource,
  job: JobControl = unattended,
): Promise<WrittenCaseFile & { readonly file: Blob }> {
  const { writable, blob } = memoryFile();
  const result = await writeCaseFile(source, writable, { job, ports, program: 'Casewright 0.1.0' });
  return { ...result, file: blob() };
}

/** Reads and verifies a file as the desk does. */
export function read(file: Blob, job: JobControl = unattended): Promise<OpenedCaseFile> {
  return readCaseFile(file, { job, ports });
}
