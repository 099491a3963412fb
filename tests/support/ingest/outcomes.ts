import { type ByteSource, memorySource } from '#shared/ingest/byte-source.ts';
import type { FoundArticle, LeftOut, ReadOutcome } from '#shared/ingest/format-reader.ts';
import { readSource } from '#shared/ingest/read-source.ts';
import { noHints, type ReadingHints } from '#shared/ingest/reader.ts';
import { type JobControl, unattended } from '#shared/kernel/job-control.ts';

/** Everything that a file comes to. A text is written in UTF-8. */
export async function outcomesOf(
  file: Uint8Array | string | ByteSource,
  hints: Partial<ReadingHints> = {},
  job: JobControl = unattended,
): Promise<ReadOutcome[]> {
  const source =
    typeof file === 'string'
      ? memorySource(new TextEncoder().encode(file))
      : file instanceof Uint8Array
        ? memorySource(file)
        : file;
  const outcomes: ReadOutcome[] = [];
  for await (const outcome of readSource(source, { ...noHints, ...hints }, job)) outcomes.push(outcome);
  return outcomes;
}

/** The articles among outcomes. */
export function articlesIn(outcomes: readonly ReadOutcome[]): FoundArticle[] {
  return outcomes.filter((outcome) => outcome.kind === 'article');
}

/** What was left out of outcomes. */
export function leftOutIn(outcomes: readonly ReadOutcome[]): LeftOut[] {
  return outcomes.filter((outcome) => outcome.kind === 'left-out');
}

/** Outcomes the eye can check: `record 2: article The lorry left`, `record 3: no-article image/png`. */
export function linesOf(outcomes: readonly ReadOutcome[]): string[] {
  return outcomes.map((outcome) => {
    const place = outcome.place.path.join(' › ') || 'file';
    if (outcome.kind === 'article') return `${place}: article ${outcome.article.title}`;
    if (outcome.kind === 'container') return `${place}: container ${outcome.format}`;
    return `${place}: ${outcome.code} ${outcome.mediaType ?? ''}`.trim();
  });
}
