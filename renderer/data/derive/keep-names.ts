import type { Entity } from '#shared/domain/entity.ts';
import { fold } from '#shared/text/fold-text.ts';
import { inKeyOrder } from '../in-key-order.ts';
import type { NameRow } from '../stored-rows.ts';
import type { Deriver } from '../transaction/deriver.ts';

/** Keeps every name of every entity under its folded form: without case, accents and marks. */
export const keepNames: Deriver = async (db, changes) => {
  const gone: [string, string][] = [];
  const made: NameRow[] = [];
  for (const { before, after } of changes.of('entities')) {
    const was = namesOf(before);
    const is = namesOf(after);
    for (const [folded, row] of was) if (!is.has(folded)) gone.push([folded, row.entityId]);
    for (const [folded, row] of is) if (was.get(folded)?.text !== row.text) made.push(row);
  }
  await Promise.all([
    gone.length > 0 ? db.names.bulkDelete(inKeyOrder(gone)) : undefined,
    made.length > 0 ? db.names.bulkPut(made) : undefined,
  ]);
};

/** Names by their folded form; of two that fold alike the first stands. */
export function namesOf(entity: Entity | null): Map<string, NameRow> {
  const rows = new Map<string, NameRow>();
  for (const text of entity ? [entity.name, ...entity.names.map((name) => name.text)] : []) {
    const folded = fold(text);
    if (entity && !rows.has(folded)) rows.set(folded, { folded, entityId: entity.id, text });
  }
  return rows;
}
