import type { SourceId } from '#shared/domain/ids.ts';
import type { WorkbenchDatabase } from '../workbench-database.ts';

/** Publishers that analysts judged to be another: each with the one whose name it goes by. */
export type SourceAliases = ReadonlyMap<SourceId, SourceId>;

/** Reads which publishers were judged to be the same. What was judged to be one that is not here keeps its own name. */
export async function sourceAliases(db: WorkbenchDatabase): Promise<SourceAliases> {
  const rows = await db.decisions.filter(({ kind, verdict }) => kind === 'source' && verdict === 'same').toArray();
  const kept = rows.length === 0 ? [] : await db.sources.bulkGet(rows.map(({ b }) => b));
  return new Map(rows.flatMap(({ a, b }, at) => (kept[at] ? [[a as SourceId, b as SourceId] as const] : [])));
}

/** The publisher whose name another goes by; itself where it was merged into none, or round in a circle. */
export function keptSource(aliases: SourceAliases, id: SourceId): SourceId {
  const seen = new Set<SourceId>([id]);
  let kept = id;
  for (let next = aliases.get(kept); next !== undefined; next = aliases.get(kept)) {
    if (seen.has(next)) return id;
    seen.add(next);
    kept = next;
  }
  return kept;
}
