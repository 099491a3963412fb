import { creation, difference } from '#shared/custody/make-change.ts';
import type { EntityType } from '#shared/domain/codebook.ts';
import type { Entity } from '#shared/domain/entity.ts';
import type { Highlight } from '#shared/domain/highlight.ts';
import type { CaseId, EntityId } from '#shared/domain/ids.ts';
import type { Change } from '#shared/domain/ledger.ts';
import type { Mention } from '#shared/domain/mention.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { fold } from '#shared/text/fold-text.ts';
import { editRows, readRow } from '../edit-rows.ts';
import type { NameRow } from '../stored-rows.ts';
import { unitedEntity } from '../unite-entities.ts';
import { freshId, type WorkspaceCore } from '../workspace-core.ts';

/** What an analyst may set of an entity. */
export type EntityFields = Partial<
  Pick<Entity, 'type' | 'schema' | 'name' | 'names' | 'properties' | 'geometry' | 'externalIds'>
>;

/** How the pointers name an entity. */
const TO = 'entities ';

/** Reads and writes entities. */
export class EntityRepository {
  private readonly core: WorkspaceCore;

  constructor(core: WorkspaceCore) {
    this.core = core;
  }

  /** An entity; undefined when there is none of that id. */
  async get(id: EntityId): Promise<Entity | undefined> {
    return this.core.writer.db.entities.get(id);
  }

  /** Entities by id; those that are gone are left out. */
  async byIds(ids: readonly EntityId[]): Promise<Entity[]> {
    return (await this.core.writer.db.entities.bulkGet([...ids])).filter((row) => row !== undefined);
  }

  /** Every entity of the workspace. */
  async all(): Promise<Entity[]> {
    return this.core.writer.db.entities.toArray();
  }

  /** Every name in its folded form, sorted: what type-ahead looks through. */
  async names(): Promise<NameRow[]> {
    return this.core.writer.db.names.toArray();
  }

  /** Entities that go by a name, whatever its case, accents and marks. */
  async named(text: string): Promise<Entity[]> {
    const folded = fold(text);
    const keys = await this.core.writer.db.names
      .where('[folded+entityId]')
      .between([folded, ''], [folded, '\uffff'])
      .primaryKeys();
    return this.byIds(keys.map(([, id]) => id as EntityId));
  }

  /** Ids of the entities that anything speaks of, in whatever case: mentions, events, claims, notes, relations. */
  async spokenOf(): Promise<Set<EntityId>> {
    const keys = await this.core.writer.db.pointers
      .where('[to+from]')
      .between([TO, ''], [`${TO}\uffff`, ''])
      .primaryKeys();
    return new Set(keys.filter(([, from]) => !from.startsWith(TO)).map(([to]) => to.slice(TO.length) as EntityId));
  }

  /** Every mention of a case. */
  async mentionsInCase(caseId: CaseId): Promise<Mention[]> {
    return this.core.writer.db.mentions.where('caseId').equals(caseId).toArray();
  }

  /** A new entity, not yet stored: for a step that stores it with its first mention. */
  draft(name: string, type: EntityType, from: 'analyst' | 'passage' = 'analyst'): Entity {
    return {
      id: freshId<EntityId>(this.core),
      type: type.id,
      schema: type.schema,
      name,
      names: [{ text: name, script: null, from }],
      properties: [],
      geometry: null,
      externalIds: [],
      mergedInto: null,
    };
  }

  /** Makes an entity without a passage. */
  async create(caseId: CaseId, name: string, type: EntityType): Promise<EntityId> {
    const entity = this.draft(name, type);
    await this.core.commit({
      caseId,
      action: 'entity:create',
      words: `Create "${name}" as ${type.name}`,
      changes: [creation('entities', entity)],
    });
    return entity.id;
  }

  /** Tags a passage as a new entity: the passage, the entity and the link between them are one step. */
  async tagAsNew(highlight: Highlight, name: string, type: EntityType): Promise<EntityId> {
    const entity = this.draft(name, type, 'passage');
    await this.core.commit({
      caseId: highlight.caseId,
      action: 'entity:tag',
      words: `Tag "${name}" as ${type.name}`,
      changes: [creation('entities', entity), ...this.link(highlight, entity.id)],
    });
    return entity.id;
  }

  /**
   * Links a passage to a known entity. What the passage calls it becomes one of its names.
   *
   * @throws {AppError} `not-found` if the entity is gone
   */
  async tag(highlight: Highlight, entityId: EntityId): Promise<void> {
    const entity = await readRow(this.core.writer.db, 'entities', entityId);
    const { quote } = highlight.made;
    const isKnown = entity.names.some(({ text }) => fold(text) === fold(quote));
    const named: Entity = isKnown
      ? entity
      : { ...entity, names: [...entity.names, { text: quote, script: null, from: 'passage' }] };
    await this.core.commit({
      caseId: highlight.caseId,
      action: 'entity:tag',
      words: `Link "${quote}" to ${entity.name}`,
      changes: [...difference('entities', entity, named), ...this.link(highlight, entityId)],
    });
  }

  /**
   * Edits an entity.
   *
   * @throws {AppError} `not-found`, `conflict`
   */
  async edit(caseId: CaseId | null, id: EntityId, fields: EntityFields): Promise<void> {
    const { name } = await readRow(this.core.writer.db, 'entities', id);
    await editRows(this.core, [id], {
      caseId,
      action: 'entity:edit',
      words: `Edit "${name}"`,
      table: 'entities',
      edit: (row) => ({ ...row, ...fields }),
    });
  }

  /**
   * Makes `dropped` another name for `kept`, which takes its names and values along. No mention moves: readers follow
   * `mergedInto`, so undoing is exact.
   *
   * @throws {AppError} `not-found` if either is gone, `conflict` if one of them is merged already; nothing has changed then
   */
  async merge(caseId: CaseId, kept: EntityId, dropped: EntityId): Promise<void> {
    const into = await readRow(this.core.writer.db, 'entities', kept);
    const from = await readRow(this.core.writer.db, 'entities', dropped);
    if (into.mergedInto !== null || kept === dropped) {
      throw new AppError('conflict', `"${into.name}" is itself merged into another entity.`);
    }
    if (from.mergedInto !== null) {
      throw new AppError('conflict', `"${from.name}" is merged into another entity already.`);
    }
    await this.core.commit({
      caseId,
      action: 'entity:merge',
      words: `Merge "${from.name}" into "${into.name}"`,
      changes: [
        ...difference('entities', into, unitedEntity(into, from)),
        ...difference('entities', from, { ...from, mergedInto: kept }),
      ],
    });
  }

  /** The changes that store a passage and link it to an entity: for a step that links many. */
  link(highlight: Highlight, entityId: EntityId): Change[] {
    const mention: Mention = {
      id: freshId(this.core),
      caseId: highlight.caseId,
      highlightIds: [highlight.id],
      entityId,
      relationId: null,
    };
    return [creation('highlights', highlight), creation('mentions', mention)];
  }
}
