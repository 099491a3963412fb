import { memorySource } from '#shared/ingest/byte-source.ts';
import { readSource } from '#shared/ingest/read-source.ts';
import { noHints, type ReadArticle } from '#shared/ingest/reader.ts';
import { unattended } from '#shared/kernel/job-control.ts';

/** Reads bytes that are one article; null when they are none, or several. */
export async function readCapture(bytes: Uint8Array, fileName: string): Promise<ReadArticle | null> {
  const found: ReadArticle[] = [];
  for await (const outcome of readSource(memorySource(bytes), { ...noHints, fileName }, unattended)) {
    if (outcome.kind !== 'article') return null;
    found.push(outcome.article);
  }
  return found.length === 1 ? (found[0] ?? null) : null;
}
