import type { WorkbenchDatabase } from '#renderer/data/workbench-database.ts';
import type { NameFound } from '#shared/contracts/search-messages.ts';
import type { Entity } from '#shared/domain/entity.ts';
import type { EntityId } from '#shared/domain/ids.ts';
import { NameIndex } from '#shared/search/names/name-index.ts';

/** Names and aliases of every entity, read when the first is looked up and kept current from then on. */
export class NameBook {
  private readonly db: WorkbenchDatabase;
  private names: Promise<NameIndex> | null = null;
  /** What merged entities were merged into. */
  private readonly mergedInto = new Map<string, EntityId>();

  constructor(db: WorkbenchDatabase) {
    this.db = db;
  }

  /** Entities that go by a name like these words, a typo or two allowed, the best first; merged ones as what they are now. */
  async find(typed: string, limit: number): Promise<NameFound[]> {
    this.names ??= this.readAll();
    const found = new Map<EntityId, NameFound>();
    for (const { key, name, edits } of (await this.names).find(typed, limit * 2)) {
      const entityId = this.followed(key as EntityId);
      if (!found.has(entityId)) found.set(entityId, { entityId, name, typos: edits });
    }
    return [...found.values()].slice(0, limit);
  }

  /** Entities came, changed or went. */
  async refresh(ids: readonly EntityId[]): Promise<void> {
    if (this.names === null || ids.length === 0) return;
    const names = await this.names;
    const rows = await this.db.entities.bulkGet([...ids]);
    for (const [at, id] of ids.entries()) {
      const row = rows[at];
      if (row) this.take(names, row);
      else names.remove(id);
    }
  }

  private async readAll(): Promise<NameIndex> {
    const names = new NameIndex();
    for (const entity of await this.db.entities.toArray()) this.take(names, entity);
    return names;
  }

  private take(names: NameIndex, { id, name, names: others, mergedInto }: Entity): void {
    names.put(id, [...new Set([name, ...others.map(({ text }) => text)])]);
    if (mergedInto === null) this.mergedInto.delete(id);
    else this.mergedInto.set(id, mergedInto);
  }

  /** A circle, which a stranger's file may hold, ends where it closes. */
  private followed(id: EntityId): EntityId {
    const visited = new Set<EntityId>();
    let at = id;
    for (let next = this.mergedInto.get(at); next && !visited.has(next); next = this.mergedInto.get(at)) {
      visited.add(next);
      at = next;
    }
    return at;
  }
}
