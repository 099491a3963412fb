import type { Workspace } from '#renderer/data/workspace.ts';
import { creation, difference } from '#shared/custody/make-change.ts';
import type { Entity } from '#shared/domain/entity.ts';
import type { CaseId, EntityId, MentionId } from '#shared/domain/ids.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { keptEntity } from './entity-list.ts';
import { splitNames } from './split-names.ts';

/** Passages that are taken out of an entity, and into which other one. */
export type Split = {
  readonly from: EntityId;
  readonly mentionIds: readonly MentionId[];
  readonly to: Entity;
  /** It is made with this step. */
  readonly isNew: boolean;
};

/** Merges entities, takes them apart and splits them. Every method is one step and can be undone. */
export class EntityEditor {
  private readonly workspace: Workspace;

  constructor(workspace: Workspace) {
    this.workspace = workspace;
  }

  /**
   * Makes one entity a name of another; mentions, events and notes follow.
   *
   * @throws {AppError} `not-found`; `conflict` if one of them was merged meanwhile; nothing has changed then
   */
  async merge(caseId: CaseId, kept: EntityId, dropped: EntityId): Promise<void> {
    await this.workspace.entities.merge(caseId, kept, dropped);
  }

  /**
   * Makes a merged entity one of its own again: what was tagged as it is its own. The names stay with the other one too.
   *
   * @throws {AppError} `not-found`; `conflict` if it is not merged
   */
  async takeApart(caseId: CaseId, id: EntityId): Promise<void> {
    const [merged] = await this.workspace.entities.byIds([id]);
    if (!merged) throw new AppError('not-found', 'This entity no longer exists.');
    const into = merged.mergedInto && (await this.workspace.entities.get(merged.mergedInto));
    if (!into) throw new AppError('conflict', `"${merged.name}" is an entity of its own already.`);
    await this.workspace.commit({
      caseId,
      action: 'entity:take-apart',
      words: `Take "${merged.name}" out of "${into.name}"`,
      changes: difference('entities', merged, { ...merged, mergedInto: null }),
    });
  }

  /**
   * Takes passages out of an entity: they name another one from now on. Names that no other passage uses go along.
   *
   * @throws {AppError} `not-found` if passages or an entity are gone; `conflict` if a passage was linked elsewhere meanwhile
   */
  async split(caseId: CaseId, { from, mentionIds, to, isNew }: Split): Promise<void> {
    const { db, entities } = this.workspace;
    const [source, mentions] = await Promise.all([entities.get(from), db.mentions.bulkGet([...mentionIds])]);
    const moved = mentions.filter((mention) => mention !== undefined);
    if (!source || moved.length < mentionIds.length || moved.length === 0) {
      throw new AppError('not-found', 'Some of these passages are no longer linked. Nothing was moved.');
    }
    const kept = keptEntity(await entities.all());
    if (moved.some(({ entityId }) => entityId === null || kept(entityId) !== kept(from))) {
      throw new AppError('conflict', 'Some of these passages were linked elsewhere meanwhile. Nothing was moved.');
    }
    const all = await entities.mentionsInCase(caseId);
    const staying = all.filter(({ id, entityId }) => entityId && kept(entityId) === from && !mentionIds.includes(id));
    const quotesOf = async (rows: typeof moved) =>
      (await this.workspace.highlights.byIds(rows.flatMap(({ highlightIds }) => [...highlightIds]))).map(
        ({ made }) => made.quote,
      );
    const { left, taken } = splitNames(source, to, await quotesOf(moved), await quotesOf(staying));
    const count = moved.length === 1 ? '1 passage' : `${moved.length} passages`;
    await this.workspace.commit({
      caseId,
      action: 'entity:split',
      words: `Move ${count} from "${source.name}" to "${to.name}"`,
      changes: [
        ...(isNew ? [creation('entities', taken)] : difference('entities', to, taken)),
        ...difference('entities', source, left),
        ...moved.flatMap((mention) => difference('mentions', mention, { ...mention, entityId: to.id })),
      ],
    });
  }
}
