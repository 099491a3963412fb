import { creation } from '#shared/custody/make-change.ts';
import type { Claim } from '#shared/domain/claim.ts';
import type { Entity } from '#shared/domain/entity.ts';
import type { Highlight, MadeAnchor, PresentAnchor } from '#shared/domain/highlight.ts';
import type { ArticleId, CaseId, EntityId, HighlightId } from '#shared/domain/ids.ts';
import type { Mention } from '#shared/domain/mention.ts';
import { idsPointingAt } from '../derive/keep-pointers.ts';
import { editRows } from '../edit-rows.ts';
import { freshId, type WorkspaceCore } from '../workspace-core.ts';

/** A highlight with what it stands for. */
export type LinkedHighlight = {
  readonly highlight: Highlight;
  readonly mentions: readonly Mention[];
  readonly claims: readonly Claim[];
};

/** Reads and writes marked passages. */
export class HighlightRepository {
  private readonly core: WorkspaceCore;

  constructor(core: WorkspaceCore) {
    this.core = core;
  }

  /** The highlights of an article, in the order of ids; where they stand in the text is for the reader to sort. */
  async inArticle(caseId: CaseId, articleId: ArticleId): Promise<Highlight[]> {
    return this.core.writer.db.highlights.where('[caseId+articleId]').equals([caseId, articleId]).toArray();
  }

  /** The highlights of an article with their mentions and claims. */
  async linkedInArticle(caseId: CaseId, articleId: ArticleId): Promise<LinkedHighlight[]> {
    const { db } = this.core.writer;
    const highlights = await this.inArticle(caseId, articleId);
    const to = highlights.map(({ id }) => `highlights ${id}`);
    const keys =
      to.length === 0
        ? []
        : await db.pointers
            .where('[to+from]')
            .inAnyRange(
              to.map((each) => [
                [each, ''],
                [each, '\uffff'],
              ]),
            )
            .primaryKeys();
    const idsFrom = (holder: string): string[] => [
      ...new Set(keys.flatMap(([, from]) => (from.startsWith(`${holder} `) ? [from.slice(holder.length + 1)] : []))),
    ];
    const mentions = (await db.mentions.bulkGet(idsFrom('mentions'))).filter((row) => row !== undefined);
    const claims = (await db.claims.bulkGet(idsFrom('claims'))).filter((row) => row !== undefined);
    const mentionsOf = byHighlight(mentions);
    const claimsOf = byHighlight(claims);
    return highlights.map((highlight) => ({
      highlight,
      mentions: mentionsOf.get(highlight.id) ?? [],
      claims: claimsOf.get(highlight.id) ?? [],
    }));
  }

  /** Every highlight of a case. */
  async inCase(caseId: CaseId): Promise<Highlight[]> {
    return this.core.writer.db.highlights
      .where('[caseId+articleId]')
      .between([caseId, ''], [caseId, '\uffff'])
      .toArray();
  }

  /** Highlights by id; those that are gone are left out. */
  async byIds(ids: readonly HighlightId[]): Promise<Highlight[]> {
    return (await this.core.writer.db.highlights.bulkGet([...ids])).filter((row) => row !== undefined);
  }

  /** A highlight; undefined when there is none of that id. */
  async get(id: HighlightId): Promise<Highlight | undefined> {
    return this.core.writer.db.highlights.get(id);
  }

  /** Passages that cannot be found in the current text, or are only proposed: to be placed by hand. */
  async toPlace(caseId: CaseId): Promise<Highlight[]> {
    return this.core.writer.db.highlights
      .where('[caseId+articleId]')
      .between([caseId, ''], [caseId, '\uffff'])
      .filter(({ state }) => state !== 'placed')
      .toArray();
  }

  /** A new highlight where it was made, not yet stored: for a step that stores it with what it stands for. */
  draft(caseId: CaseId, articleId: ArticleId, made: MadeAnchor, note = ''): Highlight {
    const { textId, start, end } = made;
    const now: PresentAnchor = { textId, start, end, how: 'as-made', score: 1 };
    return { id: freshId<HighlightId>(this.core), caseId, articleId, made, now, state: 'placed', note };
  }

  /** Marks a passage with a note. */
  async addNote(caseId: CaseId, articleId: ArticleId, made: MadeAnchor, note: string): Promise<HighlightId> {
    const highlight = this.draft(caseId, articleId, made, note);
    await this.core.commit({
      caseId,
      action: 'highlight:note',
      words: `Note on "${shortened(made.quote)}"`,
      changes: [creation('highlights', highlight)],
    });
    return highlight.id;
  }

  /**
   * Changes the note of a highlight.
   *
   * @throws {AppError} `not-found`, `conflict`
   */
  async setNote(caseId: CaseId, id: HighlightId, note: string): Promise<void> {
    await editRows(this.core, [id], {
      caseId,
      action: 'highlight:note',
      words: 'Change a note',
      table: 'highlights',
      edit: (row) => ({ ...row, note }),
    });
  }

  /**
   * Places a highlight elsewhere: resized, confirmed, or found by hand. How it was made is kept.
   *
   * @throws {AppError} `not-found`, `conflict`
   */
  async place(caseId: CaseId, id: HighlightId, now: PresentAnchor, words: string): Promise<void> {
    await editRows(this.core, [id], {
      caseId,
      action: 'highlight:place',
      words,
      table: 'highlights',
      edit: (row) => ({ ...row, now, state: 'placed' as const }),
    });
  }

  /**
   * Links the passage of a mention to another entity.
   *
   * @throws {AppError} `not-found`, `conflict`
   */
  async relink(caseId: CaseId, mention: Mention, entity: Entity): Promise<void> {
    await editRows(this.core, [mention.id], {
      caseId,
      action: 'mention:relink',
      words: `Link to "${entity.name}"`,
      table: 'mentions',
      edit: (row) => ({ ...row, entityId: entity.id, relationId: null }),
    });
  }

  /** The mentions of an entity in a case. */
  async mentionsOf(caseId: CaseId, entityId: EntityId): Promise<Mention[]> {
    const { db } = this.core.writer;
    const rows = await db.mentions.bulkGet(await idsPointingAt(db, 'mentions', 'entities', entityId));
    return rows.filter((row) => row !== undefined).filter((row) => row.caseId === caseId);
  }
}

/** A quote short enough for a menu. */
export function shortened(quote: string): string {
  const characters = Array.from(quote);
  return characters.length <= 40 ? quote : `${characters.slice(0, 39).join('')}…`;
}

function byHighlight<T extends { readonly highlightIds: readonly string[] }>(rows: readonly T[]): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const row of rows) {
    for (const id of row.highlightIds) map.set(id, [...(map.get(id) ?? []), row]);
  }
  return map;
}
