import { CHUNK_BYTES, type SafetyCopy } from '#shared/contracts/host.ts';
import { fetchPieces } from '../case-file/fetch-opened.ts';
import { toBase64 } from './base64.ts';
import type { Head } from './case-state.ts';
import type { HostCall } from './host-call.ts';

/** A verified case file on its way to the host. */
export type CopyToSend = {
  readonly caseId: string;
  readonly caseName: string;
  readonly file: Blob;
  readonly sha256: string;
  readonly bytes: number;
  /** How far its chains had come; without them its loss is noticed by the witness alone. */
  readonly heads?: readonly Head[];
};

/** What the host takes as a name at most. */
const NAME_LENGTH = 400;

/** Heads that the host takes at most: a case has one a device. */
const MOST_HEADS = 1000;

/**
 * Gives a case file to the host as a safety copy, piece by piece. The host proves what arrived before it counts.
 *
 * @throws {AppError} `disk-full`, `altered`, `unavailable`; the kept copies are as they were then
 */
export async function sendCopy(call: HostCall, copy: CopyToSend): Promise<SafetyCopy> {
  const { caseId, file, sha256, bytes } = copy;
  const heads = (copy.heads ?? []).slice(0, MOST_HEADS).map(({ chain, seq, hash }) => ({ chain, seq, hash }));
  const { token } = await call('safety-copy:begin', { caseId, caseName: copy.caseName.slice(0, NAME_LENGTH), heads });
  try {
    for (let at = 0; at < file.size; at += CHUNK_BYTES) {
      const piece = new Uint8Array(await file.slice(at, at + CHUNK_BYTES).arrayBuffer());
      await call('safety-copy:write', { token, chunk: toBase64(piece) });
    }
    return await call('safety-copy:finish', { token, sha256, bytes });
  } catch (error) {
    // the reason is what matters; a host that has gone drops the copy by itself
    await call('safety-copy:abandon', { token }).catch(() => undefined);
    throw error;
  }
}

/**
 * Fetches a safety copy from the host. What it holds is verified when it is opened.
 *
 * @throws {AppError} `not-found`, `unavailable`
 */
export function fetchCopy(call: HostCall, name: string): Promise<Blob> {
  return fetchPieces((offset) => call('safety-copy:read', { name, offset }));
}
