import { Dexie, type IntervalTree, type ObservabilitySet, RangeSet } from 'dexie';
import type { Entity } from '#shared/domain/entity.ts';
import type { EntityId } from '#shared/domain/ids.ts';
import { namesOf } from './derive/keep-names.ts';
import type { NameRow } from './stored-rows.ts';
import type { WorkbenchDatabase } from './workbench-database.ts';

/** Every entity of the workspace and every name of them, at one moment. */
export type KnownEntities = {
  readonly entities: ReadonlyMap<EntityId, Entity>;
  readonly names: readonly NameRow[];
};

/** Rows of one read: few enough that what is typed meanwhile is not felt to wait. */
const CHUNK = 1000;

/**
 * Keeps every entity and name of the workspace at hand: reads them once, a little at a time, and after that only those that change, in
 * this window or in another. To read twenty thousand again after each tag would make the next one wait.
 */
export class EntityFeed {
  private readonly db: WorkbenchDatabase;
  private readonly listeners = new Set<() => void>();
  private known: KnownEntities | undefined;
  /** Ids that changed and have not been read again; null when that may be any. */
  private stale: Set<EntityId> | null = null;
  private reading: Promise<void> | null = null;
  private failure: unknown;

  constructor(db: WorkbenchDatabase) {
    this.db = db;
    Dexie.on('storagemutated', (parts: ObservabilitySet) => this.hear(parts));
  }

  /** What is known; undefined until it was read. */
  readonly get = (): KnownEntities | undefined => this.known;

  /** Hears when something else is known, and has it read the first time. @returns a function that stops listening */
  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    void this.catchUp();
    return () => this.listeners.delete(listener);
  };

  /** Waits until everything that was stored is known. @throws {Error} what the store said when it could not be read */
  async settled(): Promise<KnownEntities> {
    await this.catchUp();
    if (this.known) return this.known;
    throw this.failure;
  }

  private hear(parts: ObservabilitySet): void {
    const changed = parts[`idb://${this.db.name}/entities/`];
    if (!changed || (this.known === undefined && this.reading === null)) return;
    const ids = singleKeys(changed);
    this.stale = this.stale && ids ? new Set([...this.stale, ...ids]) : null;
    void this.catchUp();
  }

  /** One read at a time; what changes meanwhile is read after it. */
  private catchUp(): Promise<void> {
    this.reading ??= this.readStale().finally(() => {
      this.reading = null;
    });
    return this.reading;
  }

  private async readStale(): Promise<void> {
    while (this.known === undefined || this.stale === null || this.stale.size > 0) {
      const { known, stale } = this;
      this.stale = new Set();
      try {
        this.known = known && stale ? await this.patched(known, [...stale]) : await this.readAll();
        this.failure = undefined;
      } catch (error) {
        // the next change, or the next who listens, tries again
        this.stale = null;
        this.failure = error;
        return;
      }
      for (const listener of this.listeners) listener();
    }
  }

  private async patched({ entities, names }: KnownEntities, ids: readonly EntityId[]): Promise<KnownEntities> {
    const rows = await this.db.entities.bulkGet([...ids]);
    const changed = new Set(ids);
    const now = new Map(entities);
    for (const [at, id] of ids.entries()) {
      const row = rows[at];
      if (row) now.set(id, row);
      else now.delete(id);
    }
    const others = names.filter(({ entityId }) => !changed.has(entityId));
    return { entities: now, names: [...others, ...rows.flatMap((row) => [...namesOf(row ?? null).values()])] };
  }

  private async readAll(): Promise<KnownEntities> {
    const entities = new Map<EntityId, Entity>();
    for (let after = ''; ; ) {
      const rows = await this.db.entities.where('id').above(after).limit(CHUNK).toArray();
      for (const row of rows) entities.set(row.id, row);
      const last = rows.at(-1);
      if (!last || rows.length < CHUNK) break;
      after = last.id;
    }
    return { entities, names: await this.readNames() };
  }

  private async readNames(): Promise<NameRow[]> {
    const names: NameRow[] = [];
    for (let after: [string, string] = ['', '']; ; ) {
      const rows = await this.db.names.where('[folded+entityId]').above(after).limit(CHUNK).toArray();
      names.push(...rows);
      const last = rows.at(-1);
      if (!last || rows.length < CHUNK) return names;
      after = [last.folded, last.entityId];
    }
  }
}

/** The keys of a set of ranges; null when one of them is more than a single key. */
function singleKeys(tree: IntervalTree): EntityId[] | null {
  const ids: EntityId[] = [];
  for (const { from, to } of new RangeSet().add(tree)) {
    if (from !== to || typeof from !== 'string') return null;
    ids.push(from as EntityId);
  }
  return ids;
}
