import type { ArticleId, CaseId, EventId, HighlightId } from '#shared/domain/ids.ts';
import type { ArticleEventRow } from '../stored-rows.ts';
import type { RowChanges } from '../transaction/row-changes.ts';
import type { WorkbenchDatabase } from '../workbench-database.ts';

/** Rows written at once. */
const CHUNK = 4000;

type Tied = { readonly caseId: CaseId; readonly eventId: EventId; claims: number };

/**
 * Counts what lies on the articles of a case that comes in, while its rows pass: highlights, then claims, then the articles in
 * it. So each row of the library is written once instead of three times. Numbers by id are in memory, no rows.
 */
export class CaseTally {
  private readonly marked = new Map<ArticleId, number>();
  private readonly articleOf = new Map<HighlightId, ArticleId>();
  private readonly tied = new Map<ArticleId, Tied[]>();

  /** Counts the highlights and claims of one part. */
  note(changes: RowChanges): void {
    for (const { after } of changes.of('highlights')) {
      if (!after) continue;
      this.articleOf.set(after.id, after.articleId);
      this.marked.set(after.articleId, (this.marked.get(after.articleId) ?? 0) + 1);
    }
    for (const { after } of changes.of('claims')) {
      if (!after) continue;
      const articles = new Set(after.highlightIds.map((id) => this.articleOf.get(id)));
      for (const articleId of articles) if (articleId) this.tie(articleId, after.caseId, after.eventId);
    }
  }

  /** What lies on an article so far. */
  of(articleId: ArticleId): { readonly highlights: number; readonly events: number } {
    return { highlights: this.marked.get(articleId) ?? 0, events: this.tied.get(articleId)?.length ?? 0 };
  }

  /** Writes which events claims tie to which articles. Runs in a write transaction. */
  async writeEvents(db: WorkbenchDatabase): Promise<void> {
    let rows: ArticleEventRow[] = [];
    for (const [articleId, tied] of this.tied) {
      for (const each of tied) rows.push({ articleId, ...each });
      if (rows.length < CHUNK) continue;
      await db.articleEvents.bulkPut(rows);
      rows = [];
    }
    await db.articleEvents.bulkPut(rows);
  }

  private tie(articleId: ArticleId, caseId: CaseId, eventId: EventId): void {
    const tied = this.tied.get(articleId) ?? [];
    this.tied.set(articleId, tied);
    const known = tied.find((each) => each.eventId === eventId);
    if (known) known.claims += 1;
    else tied.push({ caseId, eventId, claims: 1 });
  }
}
