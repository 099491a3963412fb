import type { IncomingMessage } from 'node:http';
import { CHUNK_BYTES } from '#shared/contracts/host.ts';
import { AppError } from '#shared/kernel/app-error.ts';

/** The largest call is `witness:restart` with 10,000 heads (about 2.7 MB), then a chunk in base64. */
export const MOST_BODY_BYTES = 4 * CHUNK_BYTES;

/**
 * Reads a body as JSON.
 *
 * @throws {AppError} `too-large` beyond the bound, `bad-input` if it is no JSON or was cut off
 */
export async function readBody(request: IncomingMessage): Promise<unknown> {
  const said = Number(request.headers['content-length'] ?? 0);
  if (said > MOST_BODY_BYTES) throw tooLarge();
  const parts: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const part of request as AsyncIterable<Buffer>) {
      bytes += part.length;
      if (bytes > MOST_BODY_BYTES) throw tooLarge();
      parts.push(part);
    }
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('bad-input', 'The body is not JSON.', error);
  }
}

function tooLarge(): AppError {
  return new AppError('too-large', `A call has at most ${MOST_BODY_BYTES} bytes.`);
}
