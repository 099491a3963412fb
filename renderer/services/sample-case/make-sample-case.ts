import type { Workspace } from '#renderer/data/workspace.ts';
import { freshId } from '#renderer/data/workspace-core.ts';
import type { ChosenFile } from '#shared/contracts/import-messages.ts';
import { creation } from '#shared/custody/make-change.ts';
import type { Claim, Speaker } from '#shared/domain/claim.ts';
import type { Event } from '#shared/domain/event.ts';
import { generalCodebook } from '#shared/domain/general-codebook.ts';
import type { Highlight } from '#shared/domain/highlight.ts';
import type { CaseId, EntityId, ImportId } from '#shared/domain/ids.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { sampleEntities, sampleNotes } from './sample-entities.ts';
import { type SampleClaim, type SampleEvent, sampleEvents } from './sample-events.ts';
import { sampleFacts, sampleGrades } from './sample-facts.ts';
import { sampleFiles } from './sample-files.ts';
import { readSampleTexts, type SampleTexts } from './sample-texts.ts';

/** How the sample case is called; it is made once and opened afterwards. */
export const SAMPLE_CASE = 'Sample: Marjouna, March 2024';

/** Brings files into a case as the analyst would, and says which import that was. */
export type BringIn = (caseId: CaseId, files: readonly ChosenFile[]) => Promise<ImportId>;

/** Hears how many of the analyst's steps are done. */
export type OnStep = (done: number, total: number) => void;

/** Articles sorted, passages tagged, notes and events: what is worth a step of the bar. */
const STEPS =
  sampleFacts.length +
  sampleEntities.reduce((sum, { passages }) => sum + passages.length, 0) +
  sampleNotes.length +
  sampleEvents.length;

/**
 * Makes the sample case, or finds the one that was made before: its articles come in by the very path that any file takes,
 * and are then sorted, tagged and coded in part, step by step, as an analyst would.
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
  const texts = await readSampleTexts(workspace, caseId, importId);
  let done = 0;
  const step = () => onStep(++done, STEPS);
  await sortArticles(workspace, caseId, texts, step);
  const entities = await tagEntities(workspace, texts, step);
  for (const { note, ...passage } of sampleNotes) {
    const { articleId, made } = texts.find(passage);
    await workspace.highlights.addNote(caseId, articleId, made, note);
    step();
  }
  for (const event of sampleEvents) {
    await codeEvent(workspace, caseId, texts, entities, event);
    step();
  }
  return caseId;
}

/** Says what the bytes do not say of themselves, and how far the work on each article is. */
async function sortArticles(workspace: Workspace, caseId: CaseId, texts: SampleTexts, step: () => void): Promise<void> {
  const { articles, sources } = workspace;
  const publishers = new Map((await sources.all()).map(({ name, id }) => [name, id]));
  for (const { file, status, tags, grade, publisher, byline, published, language } of sampleFacts) {
    const { articleId } = texts.of(file);
    if (publisher && !publishers.has(publisher)) publishers.set(publisher, await sources.create(caseId, publisher));
    const sourceId = publisher && publishers.get(publisher);
    await articles.edit(caseId, articleId, {
      ...(sourceId ? { sourceId } : {}),
      ...(byline ? { byline: [...byline] } : {}),
      ...(published ? { published } : {}),
      ...(language ? { language } : {}),
    });
    await articles.editInCase(caseId, [articleId], `Sort "${texts.of(file).title}"`, () => ({
      status,
      tags: [...tags],
      ...(grade ? { grade } : {}),
    }));
    step();
  }
  for (const { publisher, grade, reason } of sampleGrades) {
    const id = publishers.get(publisher);
    if (id) await sources.grade(caseId, id, grade, reason);
  }
  const [copier, copied] = [publishers.get('Port Ansel Post'), publishers.get('Corvane Wire')];
  if (copier && copied) await sources.edit(caseId, copier, { republishes: [copied] });
}

async function tagEntities(
  workspace: Workspace,
  texts: SampleTexts,
  step: () => void,
): Promise<ReadonlyMap<string, EntityId>> {
  const ids = new Map<string, EntityId>();
  for (const { key, name, type: typeId, passages } of sampleEntities) {
    const type = generalCodebook.entityTypes.find(({ id }) => id === typeId);
    if (!type) throw new AppError('internal', `The General codebook has no type ${typeId}.`);
    for (const passage of passages) {
      const highlight = draft(workspace, texts, passage);
      const known = ids.get(key);
      if (known) await workspace.entities.tag(highlight, known);
      else ids.set(key, await workspace.entities.tagAsNew(highlight, name, type));
      step();
    }
  }
  return ids;
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
