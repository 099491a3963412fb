import type { Workspace } from '#renderer/data/workspace.ts';
import type { ArticleId, CaseId, EntityId, EventId, HighlightId } from '#shared/domain/ids.ts';
import type { Change } from '#shared/domain/ledger.ts';
import { readerAt } from '../reader/reader-route.ts';
import type { Destination } from '../route.tsx';

/** The tables whose rows stand somewhere on the desk; what an entry speaks of first is the first of these that it changed. */
const SHOWN = [
  'events',
  'claims',
  'entities',
  'entityNotes',
  'mentions',
  'highlights',
  'caseArticles',
  'articles',
] as const;
type Shown = (typeof SHOWN)[number];

/** The change that says what an entry is about; null for one that is about nothing on the desk. */
export function subjectOf(changes: readonly Change[]): Change | null {
  const [subject] = SHOWN.flatMap((table) => changes.find((change) => change.table === table) ?? []);
  return subject ?? null;
}

/** Where on the desk stands what a change speaks of; null when it is no longer there. */
export async function findSubject(workspace: Workspace, caseId: CaseId, change: Change): Promise<Destination | null> {
  const { id } = change;
  // an import names its articles by hash: they stand in the library
  if (id === '*') return { place: 'library' };
  switch (change.table as Shown) {
    case 'events':
      return eventAt(workspace, id as EventId);
    case 'entities':
      return entityAt(workspace, id as EntityId);
    case 'articles':
      return articleAt(workspace, id as ArticleId);
    case 'highlights':
      return passageAt(workspace, id as HighlightId);
    case 'caseArticles': {
      const articleId = id.slice(id.indexOf('/') + 1) as ArticleId;
      return articleAt(workspace, articleId);
    }
    case 'claims': {
      const claim = (await workspace.claims.inCase(caseId)).find((row) => row.id === id);
      return claim ? eventAt(workspace, claim.eventId) : null;
    }
    case 'mentions': {
      const mention = (await workspace.entities.mentionsInCase(caseId)).find((row) => row.id === id);
      const [highlightId] = mention?.highlightIds ?? [];
      return highlightId ? passageAt(workspace, highlightId) : null;
    }
    case 'entityNotes': {
      const note = (await workspace.entityNotes.inCase(caseId)).find((row) => row.id === id);
      return note ? entityAt(workspace, note.entityId) : null;
    }
  }
}

async function eventAt(workspace: Workspace, id: EventId): Promise<Destination | null> {
  return (await workspace.events.get(id)) ? { place: 'events', rest: [id] } : null;
}

async function entityAt(workspace: Workspace, id: EntityId): Promise<Destination | null> {
  const entity = await workspace.entities.get(id);
  return entity ? { place: 'entities', rest: [entity.mergedInto ?? id] } : null;
}

async function articleAt(workspace: Workspace, id: ArticleId): Promise<Destination | null> {
  return (await workspace.articles.get(id)) ? readerAt(id) : null;
}

async function passageAt(workspace: Workspace, id: HighlightId): Promise<Destination | null> {
  const passage = await workspace.highlights.get(id);
  return passage ? readerAt(passage.articleId, { highlightId: id }) : null;
}
