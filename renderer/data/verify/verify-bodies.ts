import { captureIdOf, textIdOf } from '#shared/custody/identify.ts';
import { sha256Hex } from '#shared/custody/sha256.ts';
import type { Capture } from '#shared/domain/capture.ts';
import type { Highlight } from '#shared/domain/highlight.ts';
import type { TextVersion } from '#shared/domain/text-version.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { type BodyStore, packReader } from '../body-store.ts';
import type { WorkbenchDatabase } from '../workbench-database.ts';
import type { VerifyLog } from './verify-report.ts';
import type { VerifyScope } from './verify-scope.ts';

/** Hashes every capture again. */
export async function verifyCaptures(db: WorkbenchDatabase, scope: VerifyScope, log: VerifyLog): Promise<void> {
  const bodies = packReader(db);
  const captures: Capture[] = [];
  for await (const rows of scope.rows('captures')) captures.push(...rows);
  // in the order in which they lie, so that each pack is read once
  captures.sort((a, b) => (a.body.pack < b.body.pack ? -1 : a.body.pack > b.body.pack ? 1 : 0));
  for (const { id, body, size } of captures) {
    const bytes = await bytesOf(bodies, body);
    if (bytes === null) log.fault('capture', `captures ${id}`, `The bytes of the capture ${id} are gone.`);
    else if (captureIdOf(bytes) !== id || bytes.length !== size) {
      log.fault('capture', `captures ${id}`, `The capture ${id} was altered: its bytes have another hash.`);
    }
    await log.tick('captures');
  }
}

/** Hashes every text version again, and looks up each quote where it was made. */
export async function verifyTexts(db: WorkbenchDatabase, scope: VerifyScope, log: VerifyLog): Promise<void> {
  const bodies = packReader(db);
  const quotes = await quotesByText(scope);
  const hashes = await hashesByText(scope);
  for await (const rows of scope.rows('texts')) {
    for (const version of rows) {
      const text = await textOf(bodies, version);
      const at = `texts ${version.id}`;
      if (text === null) log.fault('text', at, `The words of the text ${version.id} are gone.`);
      else if (textIdOf(text, version) !== version.id || text.length !== version.length) {
        log.fault('text', at, `The text ${version.id} was altered: it has another hash.`);
      } else {
        const hash = hashes.get(version.id);
        if (hash && hash !== sha256Hex(text))
          log.fault('text', at, `The article of the text ${version.id} names another hash.`);
        verifyQuotes(text, quotes.get(version.id) ?? [], log);
      }
      await log.tick('texts');
    }
  }
}

function verifyQuotes(text: string, highlights: readonly Highlight[], log: VerifyLog): void {
  for (const { id, made } of highlights) {
    if (text.slice(made.start, made.end) === made.quote) continue;
    log.fault('quote', `highlights ${id}`, `"${made.quote}" does not stand where it was marked.`);
  }
}

async function quotesByText(scope: VerifyScope): Promise<Map<string, Highlight[]>> {
  const quotes = new Map<string, Highlight[]>();
  for await (const rows of scope.rows('highlights')) {
    for (const row of rows) {
      const list = quotes.get(row.made.textId) ?? [];
      list.push(row);
      quotes.set(row.made.textId, list);
    }
  }
  return quotes;
}

async function hashesByText(scope: VerifyScope): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for await (const rows of scope.rows('articles')) {
    for (const { textId, textHash } of rows) if (textId && textHash) hashes.set(textId, textHash);
  }
  return hashes;
}

async function textOf(bodies: BodyStore, { body }: TextVersion): Promise<string | null> {
  const bytes = await bytesOf(bodies, body);
  return bytes === null ? null : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

async function bytesOf(bodies: BodyStore, reference: Capture['body']): Promise<Uint8Array | null> {
  try {
    return await bodies.read(reference);
  } catch (error) {
    // gone is what is looked for here
    if (error instanceof AppError && error.code === 'not-found') return null;
    throw error;
  }
}
