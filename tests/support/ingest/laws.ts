import { isDeepStrictEqual } from 'node:util';
import { sha256Hex } from '#shared/custody/sha256.ts';
import type { FoundArticle, ReadOutcome } from '#shared/ingest/format-reader.ts';
import { articlesIn, outcomesOf } from './outcomes.ts';
import { faultsOf } from './read.ts';

/** Why outcomes break the laws that all readers share; empty when they do not. */
export async function lawsBrokenBy(outcomes: readonly ReadOutcome[]): Promise<string[]> {
  if (outcomes.length === 0) return ['no outcome'];
  const faults: string[] = [];
  for (const outcome of outcomes) {
    const at = outcome.place.path.join(' › ') || 'file';
    if (outcome.kind === 'left-out') {
      if (outcome.code === 'internal') faults.push(`${at}: internal: ${String((outcome.cause as Error)?.stack)}`);
      if (!/^\S.*[.!?”)]$/s.test(outcome.reason)) faults.push(`${at}: says “${outcome.reason}”`);
    }
    if (outcome.kind === 'article') faults.push(...(await faultsOfArticle(outcome)).map((fault) => `${at}: ${fault}`));
  }
  return faults;
}

async function faultsOfArticle(found: FoundArticle): Promise<string[]> {
  const { capture, article, within, hints } = found;
  const faults = faultsOf(article);
  if (sha256Hex(capture.bytes) !== (capture.id as string)) faults.push('the capture is not what it is called');
  const again = articlesIn(await outcomesOf(capture.bytes, hints)).find((each) => each.within === within);
  if (again === undefined) faults.push(`the capture alone gives no article at “${within}”`);
  else if (!isDeepStrictEqual(again.article, article)) faults.push('the capture alone gives another article');
  else if (again.capture.mediaType !== capture.mediaType)
    faults.push(`${capture.mediaType} is ${again.capture.mediaType} alone`);
  return faults;
}
