import type { BodyPack, BodyReference } from '#shared/domain/body-reference.ts';
import type { PackId } from '#shared/domain/ids.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type { Ports } from '#shared/kernel/ports.ts';
import { uuidV7 } from '#shared/kernel/uuid.ts';
import type { WorkbenchDatabase } from './workbench-database.ts';

/** Small rows are slow to write one by one, large ones slow to read for one text: 64 items or 1 MB were measured best. */
const MOST_ITEMS = 64;
const MOST_BYTES = 1_000_000;

/** Where the bytes of texts and captures are read, whatever keeps them. */
export type BodyStore = {
  /** @throws {AppError} `not-found` when nothing lies there */
  read(reference: BodyReference): Promise<Uint8Array>;
};

/** The body store within the database. */
export function packedBodies(db: WorkbenchDatabase): BodyStore {
  return {
    async read({ pack, offset, length }) {
      const bytes = await readPack(db, pack);
      if (offset + length > bytes.length) throw missing(pack);
      return bytes.slice(offset, offset + length);
    },
  };
}

/** Bytes of packs kept by a reader that goes through many bodies: ids are hashes, so neighbours lie anywhere. */
const KEPT_BYTES = 64_000_000;

/**
 * A body store that keeps the packs it read last, for jobs that read every body of a case.
 *
 * @param most - bytes of packs that are kept; one is kept in any case
 */
export function packReader(db: WorkbenchDatabase, most = KEPT_BYTES): BodyStore {
  const kept = new Map<string, Uint8Array>();
  let size = 0;
  return {
    async read({ pack, offset, length }) {
      let bytes = kept.get(pack);
      if (!bytes) {
        bytes = await readPack(db, pack);
        kept.set(pack, bytes);
        size += bytes.length;
      }
      for (const [oldest, { length: freed }] of kept) {
        if (size <= most || oldest === pack) break;
        kept.delete(oldest);
        size -= freed;
      }
      if (offset + length > bytes.length) throw missing(pack);
      return bytes.slice(offset, offset + length);
    },
  };
}

async function readPack(db: WorkbenchDatabase, pack: string): Promise<Uint8Array> {
  const stored = await db.bodies.get(pack);
  if (!stored) throw missing(pack);
  return stored.bytes;
}

function missing(pack: string): AppError {
  return new AppError('not-found', `The bytes of pack ${pack} are not there. Open a safety copy to get them back.`);
}

/** Bodies in packs, and where each of them lies therein, in the order given. */
export type Packed = { readonly packs: readonly BodyPack[]; readonly references: readonly BodyReference[] };

/** Puts bodies into packs of at most 64 items or 1 MB; a larger one gets a pack of its own. */
export function packBodies(bodies: readonly Uint8Array[], ports: Ports): Packed {
  const packs: BodyPack[] = [];
  const references: BodyReference[] = [];
  let open: Uint8Array[] = [];
  let size = 0;
  let id = uuidV7(ports) as PackId;
  const close = (): void => {
    if (open.length === 0) return;
    packs.push({ id, bytes: asLaidOut(open, size) ?? joined(open, size) });
    id = uuidV7(ports) as PackId;
    open = [];
    size = 0;
  };
  for (const bytes of bodies) {
    if (open.length === MOST_ITEMS || size + bytes.length > MOST_BYTES || isWorthAPack(open, size, bytes)) close();
    references.push({ store: 'packs', pack: id, offset: size, length: bytes.length });
    open.push(bytes);
    size += bytes.length;
  }
  close();
  return { packs, references };
}

/** What fills a buffer and is nearly a pack becomes one as it is: to join it with what follows would copy it. */
function isWorthAPack(open: readonly Uint8Array[], size: number, next: Uint8Array): boolean {
  const buffer = open[0]?.buffer;
  const isFilled = buffer !== undefined && buffer !== next.buffer && buffer.byteLength === size;
  return isFilled && (open.length >= MOST_ITEMS / 2 || size >= MOST_BYTES / 2);
}

/** The buffer beneath bodies that lie in it side by side, and nothing else does: null for any others. */
function asLaidOut(parts: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> | null {
  const [first] = parts;
  if (!first || !(first.buffer instanceof ArrayBuffer) || first.buffer.byteLength !== size) return null;
  let at = 0;
  for (const { buffer, byteOffset, length } of parts) {
    if (buffer !== first.buffer || byteOffset !== at) return null;
    at += length;
  }
  return new Uint8Array(first.buffer);
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
