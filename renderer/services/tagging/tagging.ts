import { idsPointingAt } from '#renderer/data/derive/keep-pointers.ts';
import { shortened } from '#renderer/data/repositories/highlights.ts';
import type { Workspace } from '#renderer/data/workspace.ts';
import type { Mark } from '#renderer/services/reader/mark.ts';
import { describeQuote } from '#shared/anchoring/describe-quote.ts';
import { creation, difference } from '#shared/custody/make-change.ts';
import type { EntityType } from '#shared/domain/codebook.ts';
import type { Entity } from '#shared/domain/entity.ts';
import type { Highlight } from '#shared/domain/highlight.ts';
import type { ArticleId, CaseId, EntityId, HighlightId, MentionId, TextId } from '#shared/domain/ids.ts';
import type { Change } from '#shared/domain/ledger.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type { TextSpan } from '#shared/kernel/text-span.ts';

/** The text in which passages are marked. */
export type TaggedText = {
  readonly caseId: CaseId;
  readonly articleId: ArticleId;
  readonly textId: TextId;
  readonly text: string;
};

/** Marks passages and says what they name. Every method is one step, on disk when it resolves, and can be undone. */
export class Tagging {
  private readonly workspace: Workspace;

  constructor(workspace: Workspace) {
    this.workspace = workspace;
  }

  /**
   * A passage as it will be stored: by its place, its words and what stands around them.
   *
   * @throws {AppError} `span-outside-text` for an empty one
   */
  mark({ caseId, articleId, textId, text }: TaggedText, span: TextSpan, note = ''): Highlight {
    const { exact, prefix, suffix } = describeQuote(text, span);
    const made = { textId, start: span.start, end: span.end, quote: exact, prefix, suffix };
    return this.workspace.highlights.draft(caseId, articleId, made, note);
  }

  /** Tags a passage as a new entity that goes by `name`. */
  async create(highlight: Highlight, name: string, type: EntityType): Promise<void> {
    await this.workspace.entities.tagAsNew(highlight, name, type);
  }

  /**
   * Links a passage to a known entity.
   *
   * @throws {AppError} `not-found` if it is gone
   */
  async link(highlight: Highlight, entityId: EntityId): Promise<void> {
    await this.workspace.entities.tag(highlight, entityId);
  }

  /** Stores a passage that carries a note. */
  async note(highlight: Highlight): Promise<void> {
    await this.workspace.commit({
      caseId: highlight.caseId,
      action: 'highlight:note',
      words: `Note on "${shortened(highlight.made.quote)}"`,
      changes: [creation('highlights', highlight)],
    });
  }

  /**
   * Changes the note of a passage.
   *
   * @throws {AppError} `not-found`, `conflict`
   */
  async changeNote(caseId: CaseId, id: HighlightId, before: string, note: string): Promise<void> {
    const row = await this.workspace.highlights.get(id);
    if (!row) throw new AppError('not-found', 'This passage is no longer marked.');
    // Compared with what was on the screen, not with what stands there now: another window may have written meanwhile.
    await this.workspace.commit({
      caseId,
      action: 'highlight:note',
      words: `Change the note on "${shortened(row.made.quote)}"`,
      changes: difference('highlights', { ...row, note: before }, { ...row, note }),
    });
  }

  /**
   * Links the passage of a mention to another entity, a known one or a new one.
   *
   * @throws {AppError} `not-found` if passage or entity is gone, `conflict` if it was linked elsewhere meanwhile
   */
  async relink(
    caseId: CaseId,
    { mentionId, before }: { readonly mentionId: MentionId; readonly before: EntityId },
    to: Entity,
    isNew: boolean,
  ): Promise<void> {
    const mention = await this.workspace.db.mentions.get(mentionId);
    if (!mention) throw new AppError('not-found', 'This passage is no longer linked.');
    await this.workspace.commit({
      caseId,
      action: 'mention:relink',
      words: `Link to "${to.name}"`,
      changes: [
        ...(isNew ? [creation('entities', to)] : []),
        ...difference('mentions', { ...mention, entityId: before }, { ...mention, entityId: to.id }),
      ],
    });
  }

  /**
   * Makes a marked passage longer or shorter, and with it what claims that rest on it quote. How it was made is kept.
   *
   * @throws {AppError} `not-found`; `conflict` if another window has placed it elsewhere meanwhile
   */
  async resize({ caseId, textId, text }: TaggedText, mark: Mark, span: TextSpan): Promise<void> {
    const row = await this.workspace.highlights.get(mark.id);
    if (!row?.now) throw new AppError('not-found', 'This passage is no longer marked.');
    const seen = { ...row.now, start: mark.start, end: mark.end };
    const now = { textId, start: span.start, end: span.end, how: 'by-hand' as const, score: 1 };
    const words = text.slice(span.start, span.end);
    await this.workspace.commit({
      caseId,
      action: 'highlight:place',
      words: `Mark "${shortened(words)}" instead of "${shortened(mark.quote)}"`,
      changes: [
        ...difference('highlights', { ...row, now: seen }, { ...row, now }),
        ...(await this.quotingAnew(mark, words)),
      ],
    });
  }

  /** Claims quote the passage that they rest on: those that did so far do so from now on. */
  private async quotingAnew(mark: Mark, stated: string): Promise<Change[]> {
    const { db } = this.workspace;
    const claims = await db.claims.bulkGet(await idsPointingAt(db, 'claims', 'highlights', mark.id));
    return claims.flatMap((claim) =>
      claim?.highlightIds[0] === mark.id && claim.stated === mark.quote
        ? difference('claims', claim, { ...claim, stated })
        : [],
    );
  }

  /**
   * Removes a mark with what rests on it alone.
   *
   * @throws {AppError} `not-found` if it is gone already
   */
  async remove(caseId: CaseId, mark: Mark): Promise<void> {
    await this.workspace.bin.remove(
      caseId,
      [{ table: 'highlights', id: mark.id }],
      `Remove the mark on "${shortened(mark.quote)}"`,
    );
  }
}
