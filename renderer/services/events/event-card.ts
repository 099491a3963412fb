import type { Workspace } from '#renderer/data/workspace.ts';
import { dateSortKey } from '#shared/dates/date-order.ts';
import { dateInWords } from '#shared/dates/date-words.ts';
import type { Claim } from '#shared/domain/claim.ts';
import type { Event } from '#shared/domain/event.ts';
import type { ArticleId, CaseId, EventId, HighlightId } from '#shared/domain/ids.ts';
import { keptEntity } from '../entities/entity-list.ts';
import { valueWords } from '../events-editing/claim-value.ts';
import { nameOfEvent } from '../events-editing/event-form.ts';
import { eventLabels } from '../events-editing/event-labels.ts';
import { presentQuotes } from '../reader/present-quotes.ts';
import { countWords } from './count-range.ts';
import { inOrderOfEffects, inOrderOfRoles } from './field-order.ts';
import { roleWords } from './role-words.ts';

/** A passage that is evidence for a field. */
export type EvidenceLine = {
  readonly claim: Claim;
  readonly highlightId: HighlightId;
  readonly articleId: ArticleId;
  readonly quote: string;
  /** What it states for the field, in words; empty where nothing was written down. */
  readonly value: string;
  /** Who says it: the outlet, or whom it quotes. */
  readonly saidBy: string;
  /** EDTF; empty when unknown. */
  readonly published: string;
};

/** One field of an event with what it rests on. */
export type EventField = { readonly name: string; readonly value: string; readonly evidence: readonly EvidenceLine[] };

/** Everything the card shows of an event. */
export type EventCard = {
  readonly event: Event;
  readonly label: string;
  readonly title: string;
  readonly typeName: string;
  readonly fields: readonly EventField[];
};

const EFFECTS = {
  killed: 'Killed',
  injured: 'Injured',
  'killed-or-injured': 'Killed or injured',
  missing: 'Missing',
  detained: 'Detained',
  displaced: 'Displaced',
  strikes: 'Strikes',
  other: 'Other',
} as const;

/** Reads an event with the passages that each field rests on; null when it is gone. */
export async function readEventCard(workspace: Workspace, caseId: CaseId, id: EventId): Promise<EventCard | null> {
  const event = await workspace.events.get(id);
  if (!event) return null;
  const [codebook, events, claims, entities, columns] = await Promise.all([
    workspace.codebooks.ofCase(caseId),
    workspace.events.inCase(caseId),
    workspace.claims.ofEvent(id),
    workspace.entities.all(),
    workspace.articles.columns(caseId),
  ]);
  const kept = keptEntity(entities);
  const names = new Map(entities.map((entity) => [entity.id, entity.name]));
  const nameOf = (entityId: Parameters<typeof kept>[0]) => names.get(kept(entityId)) ?? '';
  const type = codebook.eventTypes.find((each) => each.id === event.type);
  const evidence = await evidenceOf(workspace, claims, new Map(columns.map((row) => [row.articleId, row])), nameOf);
  const under = (isUnder: (path: string) => boolean) => evidence.filter(({ claim }) => isUnder(claim.path));
  const typeName = type?.name ?? '';
  const fields: EventField[] = [
    { name: 'Event', value: typeName, evidence: under((path) => path === '' || path === 'type') },
    { name: 'When', value: event.when ? dateInWords(event.when) : '', evidence: under((path) => path === 'when') },
    { name: 'Where', value: event.placeId ? nameOf(event.placeId) : '', evidence: under((path) => path === 'placeId') },
    {
      name: 'Actors',
      value: inOrderOfRoles(event.participants, type)
        .map(({ entityId, role }) =>
          role === '' ? nameOf(entityId) : `${nameOf(entityId)} (${roleWords(role, type)})`,
        )
        .join(', '),
      evidence: under((path) => path.startsWith('participants')),
    },
    ...inOrderOfEffects(event.counts).map((count) => ({
      name: EFFECTS[count.effect],
      value: [countWords(count) || count.words, count.whom?.words].filter(Boolean).join(', '),
      evidence: under((path) => path === `counts[${count.id}]`),
    })),
  ];
  const placed = new Set(fields.flatMap((field) => field.evidence));
  const rest = evidence.filter((line) => !placed.has(line));
  if (rest.length > 0) fields.push({ name: 'Other evidence', value: '', evidence: rest });
  const label = eventLabels(events).get(id) ?? '';
  const title = nameOfEvent(event.title, type?.name, event.placeId && nameOf(event.placeId), event.when);
  return { event, label, title, typeName, fields };
}

type ColumnsOf = ReadonlyMap<ArticleId, { readonly publisher: string; readonly published: string }>;

async function evidenceOf(
  workspace: Workspace,
  claims: readonly Claim[],
  columns: ColumnsOf,
  nameOf: (id: Parameters<ReturnType<typeof keptEntity>>[0]) => string,
): Promise<EvidenceLine[]> {
  const highlights = await workspace.highlights.byIds(claims.flatMap(({ highlightIds }) => [...highlightIds]));
  const byId = new Map(highlights.map((highlight) => [highlight.id, highlight]));
  const quoteOf = await presentQuotes(workspace, highlights);
  const lines = claims.flatMap((claim) =>
    claim.highlightIds.flatMap((highlightId) => {
      const highlight = byId.get(highlightId);
      if (!highlight) return [];
      const { publisher = '', published = '' } = columns.get(highlight.articleId) ?? {};
      const quoted = claim.saidBy.flatMap(({ words, entityId }) => (entityId ? nameOf(entityId) : words) || []).at(-1);
      return [
        {
          claim,
          highlightId,
          articleId: highlight.articleId,
          quote: quoteOf(highlight).exact,
          value: valueWords(claim.path, claim.read),
          saidBy: quoted || publisher || 'Publisher not known',
          published,
        },
      ];
    }),
  );
  return lines.sort((a, b) => dateSortKey(a.published) - dateSortKey(b.published));
}
