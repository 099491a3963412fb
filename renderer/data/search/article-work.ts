import type { Claim, ReadValue } from '#shared/domain/claim.ts';
import type { Entity } from '#shared/domain/entity.ts';
import type { Effect, Event } from '#shared/domain/event.ts';
import type { Highlight } from '#shared/domain/highlight.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import type { Mention } from '#shared/domain/mention.ts';
import type { CountName, CountRange, FilterValue } from '#shared/search/model/index-document.ts';
import { idsPointingAt } from '../derive/keep-pointers.ts';
import type { ArticleColumnsRow } from '../stored-rows.ts';
import type { WorkbenchDatabase } from '../workbench-database.ts';

/** What analysts have made of an article in a case. */
export type ArticleWork = {
  /** Of highlights. */
  readonly notes: readonly string[];
  readonly entities: readonly FilterValue[];
  /** Every name of the entities. */
  readonly names: readonly string[];
  /** Titles and notes of the events. */
  readonly eventWords: readonly string[];
  readonly eventTypes: readonly string[];
  readonly counts: readonly CountRange[];
};

/** An article that nobody has worked on. */
export const noWork: ArticleWork = {
  notes: [],
  entities: [],
  names: [],
  eventWords: [],
  eventTypes: [],
  counts: [],
};

/** Up to so many passages what points at them is asked for one by one; of more, a case's rows are read whole. */
const MOST_SINGLE = 100;

const COUNTED: Partial<Readonly<Record<Effect, CountName>>> = {
  killed: 'killed',
  injured: 'injured',
  'killed-or-injured': 'casualties',
};

/** Reads the work on articles, in their order; untouched ones cost nothing. */
export async function readWork(db: WorkbenchDatabase, rows: readonly ArticleColumnsRow[]): Promise<ArticleWork[]> {
  const touched = rows.filter(({ highlights, events }) => highlights > 0 || events > 0);
  if (touched.length === 0) return rows.map(() => noWork);
  const highlights = await Promise.all(
    touched.map(({ caseId, articleId }) =>
      db.highlights.where('[caseId+articleId]').equals([caseId, articleId]).toArray(),
    ),
  );
  const links = await readLinks(
    db,
    touched.map(({ caseId }) => caseId),
    highlights.flat(),
  );
  const work = new Map(touched.map((row, at) => [row, workOf(highlights[at] ?? [], links)]));
  return rows.map((row) => work.get(row) ?? noWork);
}

type Links = {
  readonly mentions: ReadonlyMap<string, readonly Mention[]>;
  readonly claims: ReadonlyMap<string, readonly Claim[]>;
  readonly entities: Followed<Entity>;
  readonly events: Followed<Event>;
};

async function readLinks(
  db: WorkbenchDatabase,
  caseIds: readonly CaseId[],
  highlights: readonly Highlight[],
): Promise<Links> {
  const [mentions, claims] = await Promise.all([
    pointingAt(db, 'mentions', caseIds, highlights),
    pointingAt(db, 'claims', caseIds, highlights),
  ]);
  const [entities, events] = await Promise.all([
    withMerged(
      db.entities,
      mentions.flatMap(({ entityId }) => entityId ?? []),
    ),
    withMerged(
      db.events,
      claims.map(({ eventId }) => eventId),
    ),
  ]);
  return { mentions: byHighlight(mentions), claims: byHighlight(claims), entities, events };
}

async function pointingAt<T extends 'mentions' | 'claims'>(
  db: WorkbenchDatabase,
  table: T,
  caseIds: readonly CaseId[],
  highlights: readonly Highlight[],
): Promise<(T extends 'mentions' ? Mention : Claim)[]> {
  type Held = T extends 'mentions' ? Mention : Claim;
  if (highlights.length > MOST_SINGLE) {
    return (await db
      .rows(table)
      .where('caseId')
      .anyOf([...new Set(caseIds)])
      .toArray()) as Held[];
  }
  const found = await Promise.all(highlights.map(({ id }) => idsPointingAt(db, table, 'highlights', id)));
  const rows = await db.rows(table).bulkGet([...new Set(found.flat())]);
  return rows.filter((row) => row !== undefined) as Held[];
}

function byHighlight<Holder extends Mention | Claim>(rows: readonly Holder[]): Map<string, Holder[]> {
  const map = new Map<string, Holder[]>();
  for (const row of rows) for (const id of row.highlightIds) map.set(id, [...(map.get(id) ?? []), row]);
  return map;
}

type Mergeable = { readonly id: string; readonly mergedInto: string | null };

/** Rows by the id that they are spoken of by: themselves, and what they were merged into in the end. */
type Followed<R> = { readonly own: ReadonlyMap<string, R>; readonly last: ReadonlyMap<string, R> };

async function withMerged<R extends Mergeable>(
  table: { bulkGet(ids: R['id'][]): PromiseLike<(R | undefined)[]> },
  ids: readonly R['id'][],
): Promise<Followed<R>> {
  const known = new Map<string, R>();
  let wanted = [...new Set(ids)];
  while (wanted.length > 0) {
    const rows = (await table.bulkGet(wanted)).filter((row) => row !== undefined);
    for (const row of rows) known.set(row.id, row);
    wanted = rows.flatMap(({ mergedInto }) => (mergedInto !== null && !known.has(mergedInto) ? [mergedInto] : []));
  }
  return { own: known, last: new Map(Array.from(known, ([id, row]) => [id, last(known, row)])) };
}

/** A circle, which a stranger's file may hold, ends where it closes. */
function last<R extends Mergeable>(known: ReadonlyMap<string, R>, row: R): R {
  const visited = new Set<string>();
  let at = row;
  for (
    let next = known.get(at.mergedInto ?? '');
    next && !visited.has(next.id);
    next = known.get(at.mergedInto ?? '')
  ) {
    visited.add(next.id);
    at = next;
  }
  return at;
}

function workOf(highlights: readonly Highlight[], links: Links): ArticleWork {
  const mentions = highlights.flatMap(({ id }) => links.mentions.get(id) ?? []);
  const claims = [...new Set(highlights.flatMap(({ id }) => links.claims.get(id) ?? []))];
  const entities = uniqueOf(mentions.map(({ entityId }) => links.entities.last.get(entityId ?? '')));
  // the names under which it was met here stand in the entity that was merged away
  const own = uniqueOf(mentions.map(({ entityId }) => links.entities.own.get(entityId ?? '')));
  const events = uniqueOf(claims.map(({ eventId }) => links.events.last.get(eventId)));
  return {
    notes: highlights.flatMap(({ note }) => (note === '' ? [] : [note])),
    entities: entities.map(({ id, name }) => ({ key: id, label: name })),
    names: [...new Set([...entities, ...own].flatMap(({ name, names }) => [name, ...names.map(({ text }) => text)]))],
    eventWords: events.flatMap(({ title, note }) => [title, note].filter((words) => words !== '')),
    eventTypes: [...new Set(events.map(({ type }) => type))],
    counts: [
      ...events.flatMap(assessed),
      ...claims.flatMap((claim) => claimed(claim, links.events.own.get(claim.eventId))),
    ],
  };
}

function uniqueOf<R>(rows: readonly (R | undefined)[]): R[] {
  return [...new Set(rows)].filter((row) => row !== undefined);
}

function assessed({ counts }: Event): CountRange[] {
  return counts.flatMap(({ effect, min, max }) => rangeOf(effect, min, max));
}

/** What a claim asserts of a count; a denial asserts nothing. */
function claimed({ path, read, stance }: Claim, event: Event | undefined): CountRange[] {
  const count = event?.counts.find(({ id }) => path === `counts[${id}]`);
  if (!count || stance === 'denies') return [];
  const { min, max } = boundsOfValue(read);
  return min === null && max === null ? [] : rangeOf(count.effect, min, max);
}

function boundsOfValue(value: ReadValue): { min: number | null; max: number | null } {
  if (typeof value === 'number') return { min: value, max: value };
  return typeof value === 'object' && value !== null ? value : { min: null, max: null };
}

function rangeOf(effect: Effect, min: number | null, max: number | null): CountRange[] {
  const name = COUNTED[effect];
  return name === undefined || (min === null && max === null) ? [] : [{ name, min, max }];
}
