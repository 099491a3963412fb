import type { Workspace } from '#renderer/data/workspace.ts';
import { freshId } from '#renderer/data/workspace-core.ts';
import type { ChosenFile } from '#shared/contracts/import-messages.ts';
import { creation } from '#shared/custody/make-change.ts';
import type { Claim, Speaker } from '#shared/domain/claim.ts';
import type { Event } from '#shared/domain/event.ts';
import { generalCodebook } from '#shared/domain/general-codebook.ts';
import type { Highlight } from '#shared/domain/highlight.ts';
import type { CaseId, EntityId, ImportId } from '#shared/domain/ids.ts';
import type { Change } from '#shared/domain/ledger.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { fold } from '#shared/text/fold-text.ts';
import { sampleEntities, sampleNotes } from './sample-entities.ts';
import { type SampleClaim, type SampleEvent, sampleEvents } from './sample-events.ts';
import { sampleFiles } from './sample-files.ts';
import { readSampleTexts, type SampleTexts } from './sample-texts.ts';
import { sortArticles } from './sort-articles.ts';

/** How the sample case is called; it is made once and opened afterwards. */
export const SAMPLE_CASE = 'Sample: Marjouna, March 2024';

/** Brings files into a case as the analyst would, and says which import that was. */
export type BringIn = (caseId: CaseId, files: readonly ChosenFile[]) => Promise<ImportId>;

/** Hears how many of the analyst's steps are done. */
export type OnStep = (done: number, total: number) => void;

/** The import, the articles sorted, the passages tagged, the notes, and each event: what is one step of the analyst. */
const STEPS = 4 + sampleEvents.length;

/**
 * Makes the sample case, or finds the one that was made before: its articles come in by the very path that any file takes,
 * and are then sorted, tagged and coded in part, in as few steps as there are kinds of work: each costs a write to the disk.
 *
 * @throws {AppError} whatever keeps the import or a step from being stored; what was done until then stays
 */
export async function openSampleCase(
  workspace: Workspace,
  bringIn: BringIn,
  onStep: OnStep = () => {},
): Promise<CaseId> {
  const known = (await workspace.cases.list()).find(({ name }) => name === SAMPLE_CASE);
  if (known) return known.id;
  const caseId = await workspace.cases.create(SAMPLE_CASE, {
    summary: 'Articles written for Casewright about an invented conflict. Nothing in it ever happened.',
    marking: 'clear',
  });
  const importId = await bringIn(
    caseId,
    Object.entries(sampleFiles).map(([path, text]) => ({ path, file: new File([text], path) })),
  );
  let done = 0;
  const step = () => onStep(++done, STEPS);
  step();
  const texts = await readSampleTexts(workspace, caseId, importId);
  await sortArticles(workspace, caseId, texts);
  step();
  const entities = await tagEntities(workspace, caseId, texts);
  step();
  await takeNotes(workspace, caseId, texts);
  step();
  for (const event of sampleEvents) {
    await codeEvent(workspace, caseId, texts, entities, event);
    step();
  }
  return caseId;
}

/** Tags passages as entities and links them, as one step. */
async function tagEntities(
  workspace: Workspace,
  caseId: CaseId,
  texts: SampleTexts,
): Promise<ReadonlyMap<string, EntityId>> {
  const ids = new Map<string, EntityId>();
  const changes: Change[] = [];
  let passageCount = 0;
  for (const { key, name, type: typeId, passages } of sampleEntities) {
    const type = generalCodebook.entityTypes.find(({ id }) => id === typeId);
    if (!type) throw new AppError('internal', `The General codebook has no type ${typeId}.`);
    const entity = workspace.entities.draft(name, type, 'passage');
    const highlights = passages.map((passage) => draft(workspace, texts, passage));
    const others = highlights.slice(1).map(({ made }) => made.quote);
    const names = [name, ...others].filter((text, at, all) => all.findIndex((one) => fold(one) === fold(text)) === at);
    ids.set(key, entity.id);
    changes.push(
      creation('entities', { ...entity, names: names.map((text) => ({ text, script: null, from: 'passage' })) }),
      ...highlights.flatMap((highlight) => workspace.entities.link(highlight, entity.id)),
    );
    passageCount += passages.length;
  }
  const words = `Tag ${passageCount} passages as ${sampleEntities.length} entities`;
  await workspace.commit({ caseId, action: 'entity:tag', words, changes });
  return ids;
}

async function takeNotes(workspace: Workspace, caseId: CaseId, texts: SampleTexts): Promise<void> {
  const changes = sampleNotes.map(({ note, ...passage }) =>
    creation('highlights', { ...draft(workspace, texts, passage), note }),
  );
  await workspace.commit({ caseId, action: 'highlight:note', words: `Note on ${changes.length} passages`, changes });
}

async function codeEvent(
  workspace: Workspace,
  caseId: CaseId,
  texts: SampleTexts,
  entities: ReadonlyMap<string, EntityId>,
  sample: SampleEvent,
): Promise<void> {
  const idOf = (key: string) => entities.get(key) ?? null;
  const draftEvent: Event = {
    ...workspace.events.draft(caseId, sample.type),
    title: sample.title,
    when: sample.when,
    placeId: idOf(sample.place),
    placePrecision: 'town',
    participants: sample.actors.flatMap(({ entity, role }) => {
      const entityId = idOf(entity);
      return entityId ? [{ id: workspace.events.elementId(), entityId, role }] : [];
    }),
    counts: sample.counts.map((count) => ({ ...count, id: workspace.events.elementId(), whom: null })),
    note: sample.note,
    status: 'coded',
  };
  const made = sample.claims.map((claim) => claimOf(workspace, texts, draftEvent, claim, idOf));
  const event = { ...draftEvent, bases: basesOf(made.map(({ claim }) => claim)) };
  await workspace.events.create(event, sample.title, [
    ...made.map(({ highlight }) => creation('highlights', highlight)),
    ...made.map(({ claim }) => creation('claims', claim)),
  ]);
}

function claimOf(
  workspace: Workspace,
  texts: SampleTexts,
  event: Event,
  { about, stance, read, saidBy = [], ...passage }: SampleClaim,
  idOf: (key: string) => EntityId | null,
): { highlight: Highlight; claim: Claim } {
  const highlight = draft(workspace, texts, passage);
  const count = event.counts.find(({ effect }) => effect === about);
  const path = about === 'event' ? '' : count ? `counts[${count.id}]` : about;
  const speakers = saidBy.map((key): Speaker => {
    const name = sampleEntities.find((entity) => entity.key === key)?.name ?? key;
    return { sourceId: null, entityId: idOf(key), words: name, leaning: null };
  });
  const claim = workspace.claims.draft(highlight, event.id, {
    path,
    stance,
    read: read ?? null,
    saidBy: speakers,
    standing: speakers.length > 0 ? 'alleged' : 'fact',
  });
  return { highlight, claim };
}

/** The event follows every passage that asserts something of it. */
function basesOf(claims: readonly Claim[]): Event['bases'] {
  const follows = new Map<string, Claim['id'][]>();
  for (const { path, stance, id } of claims) {
    if (path !== '' && stance === 'asserts') follows.set(path, [...(follows.get(path) ?? []), id]);
  }
  return Array.from(follows, ([path, ids]) => ({ path, follows: ids, judgement: null }));
}

function draft(workspace: Workspace, texts: SampleTexts, passage: Parameters<SampleTexts['find']>[0]): Highlight {
  const { caseId, articleId, made } = texts.find(passage);
  return { ...workspace.highlights.draft(caseId, articleId, made), id: freshId(workspace.core) };
}
