import { writeTransaction } from './transaction/write-transaction.ts';
import type { WorkbenchDatabase } from './workbench-database.ts';

/** Rows read at once. */
const CHUNK = 5000;

/**
 * Deletes packs of bodies that no capture, text, row set aside or job under way refers to. The packs are listed first: one that
 * is referred to later was made later, or lies in what is read afterwards.
 *
 * @returns how many packs were deleted
 */
export async function freeBodies(db: WorkbenchDatabase): Promise<number> {
  const packs = new Set(await db.bodies.toCollection().primaryKeys());
  for (const { content } of await db.staged.toArray()) {
    if (content.kind === 'packs') for (const id of content.ids) packs.delete(id);
  }
  await keepAside(db, packs);
  for (const table of ['captures', 'texts'] as const) {
    const keys = await db.rows(table).toCollection().primaryKeys();
    for (let at = 0; at < keys.length && packs.size > 0; at += CHUNK) {
      for (const row of await db.rows(table).bulkGet(keys.slice(at, at + CHUNK))) if (row) packs.delete(row.body.pack);
    }
  }
  // an undo may have moved a row since the first look
  await keepAside(db, packs);
  const free = [...packs];
  if (free.length > 0) await writeTransaction(db, () => db.bodies.bulkDelete(free));
  return free.length;
}

async function keepAside(db: WorkbenchDatabase, packs: Set<string>): Promise<void> {
  await db.setAside.each(({ row }) => {
    const pack = packOf(row);
    if (pack !== null) packs.delete(pack);
  });
}

function packOf(row: object): string | null {
  const body: unknown = 'body' in row ? row.body : null;
  const pack = typeof body === 'object' && body !== null && 'pack' in body ? body.pack : null;
  return typeof pack === 'string' ? pack : null;
}
