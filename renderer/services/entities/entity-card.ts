import type { Workspace } from '#renderer/data/workspace.ts';
import { CONTEXT_LENGTH } from '#shared/anchoring/describe-quote.ts';
import type { EntityType } from '#shared/domain/codebook.ts';
import type { Entity } from '#shared/domain/entity.ts';
import type { EntityNote } from '#shared/domain/entity-note.ts';
import type { ArticleId, CaseId, EntityId, EventId, HighlightId, MentionId } from '#shared/domain/ids.ts';
import { roleWords } from '../events/role-words.ts';
import { nameOfEvent } from '../events-editing/event-form.ts';
import type { Noted } from '../reader/mark.ts';
import { presentQuotes } from '../reader/present-quotes.ts';
import { readAuthors } from '../reader/read-authors.ts';
import { keptEntity } from './entity-list.ts';

/** A passage that names an entity, with the words around it. */
export type MentionInContext = {
  readonly mentionId: MentionId;
  readonly highlightId: HighlightId;
  readonly articleId: ArticleId;
  readonly before: string;
  readonly quote: string;
  readonly after: string;
  readonly publisher: string;
  /** EDTF; empty when unknown. */
  readonly published: string;
  /** BCP 47; empty when unknown. */
  readonly language: string;
};

/** Everything the card shows of an entity. */
export type EntityCard = {
  readonly entity: Entity;
  readonly type: EntityType | undefined;
  readonly mentions: readonly MentionInContext[];
  /** Events that it takes part in, or that happened there. */
  readonly events: readonly { readonly id: EventId; readonly title: string; readonly as: string }[];
  readonly note: EntityNote | null;
  /** Who wrote the note last, and when; null without one. */
  readonly noted: Noted | null;
  /** Entities that were merged into it, with the note that each has in this case. */
  readonly merged: readonly { readonly id: EntityId; readonly name: string; readonly note: string }[];
};

/** Reads an entity with its mentions in context; null when it is gone. */
export async function readEntityCard(workspace: Workspace, caseId: CaseId, id: EntityId): Promise<EntityCard | null> {
  const entity = await workspace.entities.get(id);
  if (!entity) return null;
  const [codebook, all, events, columns, notes] = await Promise.all([
    workspace.codebooks.ofCase(caseId),
    workspace.entities.all(),
    workspace.events.inCase(caseId),
    workspace.articles.columns(caseId),
    workspace.entityNotes.on(caseId, id),
  ]);
  const kept = keptEntity(all);
  const nameOf = new Map(all.map((each) => [each.id, each.name]));
  const own = all.filter((each) => kept(each.id) === id);
  const mentions = (await Promise.all(own.map((each) => workspace.highlights.mentionsOf(caseId, each.id)))).flat();
  const articles = new Map(columns.map((row) => [row.articleId, row]));
  const mentionOf = new Map(
    mentions.flatMap(({ id: mentionId, highlightIds }) => highlightIds.map((each) => [each, mentionId] as const)),
  );
  const passages = await workspace.highlights.byIds([...mentionOf.keys()]);
  const type = codebook.entityTypes.find((each) => each.id === entity.type);
  const quoteOf = await presentQuotes(workspace, passages);
  return {
    entity,
    type,
    mentions: passages.flatMap((passage) => {
      const { id: highlightId, articleId } = passage;
      const mentionId = mentionOf.get(highlightId);
      if (!mentionId) return [];
      const { exact: quote, prefix, suffix } = quoteOf(passage);
      const row = articles.get(articleId);
      const { publisher = '', published = '', language = '' } = row ?? {};
      return {
        mentionId,
        highlightId,
        articleId,
        before: wordsBefore(prefix),
        quote,
        after: wordsAfter(suffix),
        publisher,
        published,
        language,
      };
    }),
    events: events.flatMap((event) => {
      const typeOf = codebook.eventTypes.find((each) => each.id === event.type);
      const place = event.placeId && (nameOf.get(kept(event.placeId)) ?? null);
      const title = nameOfEvent(event.title, typeOf?.name, place, event.when);
      const roles = event.participants
        .filter(({ entityId }) => kept(entityId) === id)
        .map(({ role }) => roleWords(role, typeOf));
      const isPlace = event.placeId !== null && kept(event.placeId) === id;
      const as = [...roles, ...(isPlace ? ['Place'] : [])].join(', ');
      return as === '' ? [] : [{ id: event.id, title, as }];
    }),
    note: notes[0] ?? null,
    noted: notes[0] ? await authorOf(workspace, caseId, notes[0]) : null,
    merged: await mergedOf(workspace, caseId, id, own),
  };
}

async function authorOf(workspace: Workspace, caseId: CaseId, { id, text }: EntityNote): Promise<Noted | null> {
  if (text === '') return null;
  return (await readAuthors(workspace, caseId, 'entityNotes', 'text', [id])).get(id) ?? null;
}

async function mergedOf(
  workspace: Workspace,
  caseId: CaseId,
  id: EntityId,
  own: readonly Entity[],
): Promise<EntityCard['merged']> {
  const others = own.filter((each) => each.id !== id);
  return Promise.all(
    others.map(async ({ id: mergedId, name }) => {
      const [note] = await workspace.entityNotes.on(caseId, mergedId);
      return { id: mergedId, name, note: note?.text ?? '' };
    }),
  );
}

/** The words of the line before a passage; those that were cut in two where the context ends are left out. */
function wordsBefore(prefix: string): string {
  const line = prefix.slice(prefix.lastIndexOf('\n') + 1);
  const isWhole = line.length < prefix.length || prefix.length < SHORTEST;
  return isWhole ? line : line.replace(/^\S*\s/, '… ');
}

function wordsAfter(suffix: string): string {
  const [line = ''] = suffix.split('\n', 1);
  const isWhole = line.length < suffix.length || suffix.length < SHORTEST;
  return isWhole ? line : line.replace(/\s\S*$/, ' …');
}

/** A context of fewer code units was not cut: the text begins or ends there. */
const SHORTEST = CONTEXT_LENGTH - 1;
