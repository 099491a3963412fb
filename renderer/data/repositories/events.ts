import { creation, difference } from '#shared/custody/make-change.ts';
import type { Event } from '#shared/domain/event.ts';
import type { ArticleId, CaseId, ElementId, EventId } from '#shared/domain/ids.ts';
import type { Change } from '#shared/domain/ledger.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { readRow } from '../edit-rows.ts';
import { freshId, type WorkspaceCore } from '../workspace-core.ts';

/** Reads and writes coded events. */
export class EventRepository {
  private readonly core: WorkspaceCore;

  constructor(core: WorkspaceCore) {
    this.core = core;
  }

  /** An event; undefined when there is none of that id. */
  async get(id: EventId): Promise<Event | undefined> {
    return this.core.writer.db.events.get(id);
  }

  /** The events of a case, in the order in which they were made. */
  async inCase(caseId: CaseId): Promise<Event[]> {
    return this.core.writer.db.events.where('caseId').equals(caseId).toArray();
  }

  /** The events that claims tie to an article. */
  async inArticle(caseId: CaseId, articleId: ArticleId): Promise<Event[]> {
    const { db } = this.core.writer;
    const keys = await db.articleEvents
      .where('[caseId+articleId+eventId]')
      .between([caseId, articleId, ''], [caseId, articleId, '\uffff'])
      .primaryKeys();
    const events = await db.events.bulkGet(keys.map(([, , eventId]) => eventId));
    return events.filter((row) => row !== undefined);
  }

  /** The articles that claims tie to an event, with the number of claims. */
  async articlesOf(caseId: CaseId, eventId: EventId): Promise<{ articleId: ArticleId; claims: number }[]> {
    const rows = await this.core.writer.db.articleEvents.where('[caseId+eventId]').equals([caseId, eventId]).toArray();
    return rows.map(({ articleId, claims }) => ({ articleId, claims }));
  }

  /** An empty event of a type, not yet stored: what the form starts from. */
  draft(caseId: CaseId, type: string): Event {
    return {
      id: freshId<EventId>(this.core),
      caseId,
      type,
      title: '',
      when: null,
      placeId: null,
      placePrecision: 'unknown',
      participants: [],
      counts: [],
      fields: [],
      bases: [],
      note: '',
      confidence: null,
      status: 'draft',
      mergedInto: null,
    };
  }

  /** A fresh id for an actor or a count. */
  elementId(): ElementId {
    return freshId<ElementId>(this.core);
  }

  /**
   * Stores a new event, with what else belongs to the step: its passage, claims, entities made for it.
   *
   * @param name - how the event is called in the step's words
   */
  async create(event: Event, name: string, also: readonly Change[] = []): Promise<EventId> {
    await this.core.commit({
      caseId: event.caseId,
      action: 'event:create',
      words: `Code the event "${name}"`,
      // entities before the event, claims after it: what is pointed at comes first
      changes: [...also.filter(isPointedAt), creation('events', event), ...also.filter((each) => !isPointedAt(each))],
    });
    return event.id;
  }

  /**
   * Stores an edited event, field by field, actors and counts by element.
   *
   * @param before - the event as the form was filled from it
   * @throws {AppError} `not-found` if it is gone, `conflict` if the same field was changed meanwhile
   */
  async change(before: Event, after: Event, name: string, also: readonly Change[] = []): Promise<void> {
    if (before.id !== after.id) throw new AppError('internal', 'One event was taken for another.');
    await readRow(this.core.writer.db, 'events', before.id);
    const changes = [...also.filter(isPointedAt), ...difference('events', before, after)];
    changes.push(...also.filter((each) => !isPointedAt(each)));
    if (changes.length === 0) return;
    await this.core.commit({
      caseId: after.caseId,
      action: 'event:change',
      words: `Edit the event "${name}"`,
      changes,
    });
  }
}

function isPointedAt({ table }: Change): boolean {
  return table === 'entities' || table === 'highlights';
}
