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
      const stored = await db.bodies.get(pack);
      if (!stored || offset + length > stored.bytes.length) {
        throw new AppError(
          'not-found',
          `The bytes of pack ${pack} are not there. Open a safety copy to get them back.`,
        );
      }
      return stored.bytes.slice(offset, offset + length);
    },
  };
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
    packs.push({ id, bytes: joined(open, size) });
    id = uuidV7(ports) as PackId;
    open = [];
    size = 0;
  };
  for (const bytes of bodies) {
    if (open.length === MOST_ITEMS || size + bytes.length > MOST_BYTES) close();
    references.push({ store: 'packs', pack: id, offset: size, length: bytes.length });
    open.push(bytes);
    size += bytes.length;
  }
  close();
  return { packs, references };
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
