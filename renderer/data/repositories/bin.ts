import type { PlainRow } from '#shared/custody/change.ts';
import { rowHash } from '#shared/custody/change.ts';
import { creationByHash, difference, removal } from '#shared/custody/make-change.ts';
import type { Bin } from '#shared/domain/bin.ts';
import type { BinId, CaseId } from '#shared/domain/ids.ts';
import type { Change } from '#shared/domain/ledger.ts';
import { chainsOfCase } from '../chains.ts';
import { newGroup } from '../commit.ts';
import type { Target } from '../detach.ts';
import { readRow } from '../edit-rows.ts';
import { type Dependent, findDependents } from '../find-dependents.ts';
import { forgetFacts } from '../forget-facts.ts';
import { freeBodies } from '../free-bodies.ts';
import { chainsSeen } from '../shared-facts.ts';
import { entryOf } from '../stored-entry.ts';
import type { StoredEntry } from '../stored-rows.ts';
import { takeBack } from '../take-back.ts';
import { asideKey } from '../transaction/apply-changes.ts';
import { findUnheldArticles } from '../unheld-facts.ts';
import { freshId, moment, type WorkspaceCore } from '../workspace-core.ts';

/** Removes, restores and purges. */
export class BinRepository {
  private readonly core: WorkspaceCore;

  constructor(core: WorkspaceCore) {
    this.core = core;
  }

  /** What was removed from a case, the latest first. */
  async inCase(caseId: CaseId): Promise<Bin[]> {
    return (await this.core.writer.db.bin.where('caseId').equals(caseId).sortBy('at')).reverse();
  }

  /** What a removal would take along, for a preview; the rows themselves are among it. */
  async preview(caseId: CaseId, targets: readonly Target[]): Promise<Dependent[]> {
    return findDependents(this.core.writer.db, caseId, targets);
  }

  /**
   * Removes rows with everything that means nothing without them. They stand in the bin until they are purged.
   *
   * @param words - `Remove "Tell Tamr"`
   * @throws {AppError} `not-found`; `conflict` if another case rests on one of them; nothing is removed then
   */
  async remove(caseId: CaseId, targets: readonly Target[], words: string): Promise<BinId> {
    const dependents = await findDependents(this.core.writer.db, caseId, targets);
    const group = newGroup(this.core.writer.ports);
    const gone = dependents.filter(({ after }) => after === null);
    const row: Bin = {
      id: freshId<BinId>(this.core),
      caseId,
      words,
      rows: gone.map(({ table, id, before }) => ({ table, id, row: before as Bin['rows'][number]['row'] })),
      group,
      by: this.core.personId,
      at: moment(this.core),
    };
    const changes = dependents.flatMap(({ table, before, after }): Change[] =>
      after === null ? [removal(table, before)] : difference(table, before, after),
    );
    await this.core.commit({
      caseId,
      group,
      action: 'bin:remove',
      words,
      changes: [...changes, creationByHash('bin', row)],
      contents: new Map([[`bin ${row.id}`, row as PlainRow]]),
    });
    return row.id;
  }

  /**
   * Puts back what was removed, where it stood.
   *
   * @throws {AppError} `not-found`; `conflict` if something else stands there now; nothing is changed then
   */
  async restore(id: BinId): Promise<void> {
    const { caseId, group } = await readRow(this.core.writer.db, 'bin', id);
    await takeBack(this.core.writer, caseId, group);
  }

  /**
   * Purges what was removed, for good: its contents go, here and in what the ledger said of them; the hashes stay and the
   * chains still verify. Articles that no case has any more go with their bytes. This cannot be undone.
   *
   * @throws {AppError} `not-found`
   */
  async purge(id: BinId): Promise<void> {
    const { db } = this.core.writer;
    const row = await readRow(db, 'bin', id);
    const hash = rowHash('bin', row);
    const labels = new Set([...row.rows.map((each) => `${each.table} ${each.id}`), `bin ${id}`]);
    await this.core.commit({
      caseId: row.caseId,
      action: 'bin:purge',
      words: `Purge ${row.rows.length} removed ${row.rows.length === 1 ? 'row' : 'rows'}`,
      changes: [{ table: 'bin', id, field: null, before: { sha256: hash }, after: null }],
      forget: {
        entries: await this.entriesAbout(row.caseId, labels),
        aside: [asideKey({ table: 'bin', id }, hash)],
      },
    });
    await this.freeArticles(row.rows.flatMap((each) => articleOf(each.row)));
  }

  /** Articles that were in no other case go with their bytes. What another window commits meanwhile keeps them for this time. */
  private async freeArticles(ids: readonly string[]): Promise<void> {
    const { db } = this.core.writer;
    if (ids.length === 0) return;
    const seen = await chainsSeen(db);
    const facts = await findUnheldArticles(db, ids);
    const count = facts.get('articles')?.size ?? 0;
    if (count === 0) return;
    const words = `Delete ${count === 1 ? 'an article' : `${count} articles`} that no case has any more`;
    const isDone = await forgetFacts(this.core, {
      ...{ action: 'bin:free', words, facts, heads: [], seen },
      also: async () => {},
    });
    if (isDone) await freeBodies(db);
  }

  /** Entries of a case that hold contents of the rows named; those that name them by hash alone hold none. */
  private async entriesAbout(caseId: CaseId, labels: ReadonlySet<string>): Promise<StoredEntry[]> {
    const { db } = this.core.writer;
    const found: StoredEntry[] = [];
    for (const { chain } of await chainsOfCase(db, caseId)) {
      const about = await db.ledger
        .where('[chain+seq]')
        .between([chain, 0], [chain, Number.POSITIVE_INFINITY])
        .filter(
          (stored) =>
            stored.header.action !== 'bin:purge' && saysContentsOf(entryOf(stored).payload?.changes ?? [], labels),
        )
        .toArray();
      found.push(...about);
    }
    return found;
  }
}

function saysContentsOf(changes: readonly Change[], labels: ReadonlySet<string>): boolean {
  return changes.some(
    ({ table, id, field, before, after }) =>
      labels.has(`${table} ${id}`) &&
      (field !== null || ![before, after].every((value) => value === null || isHash(value))),
  );
}

function isHash(value: Change['before']): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).join() === 'sha256';
}

/** The article that a removed row speaks of; none for others. */
function articleOf(row: unknown): string[] {
  const id: unknown = Object(row).articleId;
  return typeof id === 'string' ? [id] : [];
}
