import type { Article } from '#shared/domain/article.ts';
import type { Entity } from '#shared/domain/entity.ts';
import type { Event } from '#shared/domain/event.ts';
import type { EntityId, EventId } from '#shared/domain/ids.ts';
import type { ArticleColumnsRow } from '../stored-rows.ts';
import type { WorkbenchDatabase } from '../workbench-database.ts';
import type { Place } from './changed-places.ts';

/** Reads what lists show of found articles, events and entities. */
export class FoundRows {
  private readonly db: WorkbenchDatabase;

  constructor(db: WorkbenchDatabase) {
    this.db = db;
  }

  /** Cases as a query may name them. */
  async cases(): Promise<{ caseId: string; name: string }[]> {
    return (await this.db.cases.toArray()).map(({ id, name }) => ({ caseId: id, name }));
  }

  /** What the library shows of articles, in their order. */
  columns(places: readonly Place[]): Promise<(ArticleColumnsRow | undefined)[]> {
    return this.db.articleColumns.bulkGet(places.map(({ caseId, articleId }): [string, string] => [caseId, articleId]));
  }

  /** Articles, in the order of places. */
  articles(places: readonly Place[]): Promise<(Article | undefined)[]> {
    return this.db.articles.bulkGet(places.map(({ articleId }) => articleId));
  }

  /** How many of some articles each event rests on; merged events count as what they were merged into. */
  async events(places: readonly Place[]): Promise<{ event: Event; articles: number }[]> {
    const wanted = new Set(places.map(({ caseId, articleId }) => `${caseId} ${articleId}`));
    const events = new Map<EventId, Event>();
    const articles = new Map<EventId, Set<string>>();
    for (const caseId of new Set(places.map((place) => place.caseId))) {
      for (const event of await this.db.events.where('caseId').equals(caseId).toArray()) events.set(event.id, event);
      const tied = this.db.articleEvents
        .where('[caseId+articleId+eventId]')
        .between([caseId, '', ''], [caseId, '\uffff', '\uffff']);
      for (const row of await tied.toArray()) {
        const label = `${caseId} ${row.articleId}`;
        const event = wanted.has(label) ? lastOf(events, events.get(row.eventId)) : undefined;
        if (event) articles.set(event.id, (articles.get(event.id) ?? new Set()).add(label));
      }
    }
    return [...articles].flatMap(([id, labels]) => {
      const event = events.get(id);
      return event ? [{ event, articles: labels.size }] : [];
    });
  }

  /** Entities by their ids; those that are gone are left out. */
  async entities(ids: readonly EntityId[]): Promise<Map<string, Entity>> {
    const rows = await this.db.entities.bulkGet([...ids]);
    return new Map(rows.flatMap((row) => (row ? [[row.id, row]] : [])));
  }
}

/** A circle, which a stranger's file may hold, ends where it closes. */
function lastOf(events: ReadonlyMap<EventId, Event>, event: Event | undefined): Event | undefined {
  const visited = new Set<EventId>();
  let at = event;
  while (at?.mergedInto && !visited.has(at.id)) {
    visited.add(at.id);
    at = events.get(at.mergedInto) ?? at;
  }
  return at;
}
