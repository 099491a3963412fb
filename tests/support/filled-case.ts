import { newGroup } from '#renderer/data/commit.ts';
import type { Workspace } from '#renderer/data/workspace.ts';
import { derivedId } from '#shared/custody/identify.ts';
import { creation } from '#shared/custody/make-change.ts';
import type { Acquisition } from '#shared/domain/acquisition.ts';
import type { ArticleId, CaseId, EntityId, EventId, HighlightId } from '#shared/domain/ids.ts';
import { instantOf } from '#shared/kernel/instant.ts';
import { anchorOf, type SampleArticle, sampleArticle, typeNamed } from './sample-rows.ts';

/** A case with something in every place. */
export type FilledCase = {
  readonly caseId: CaseId;
  readonly articleIds: readonly ArticleId[];
  readonly entityId: EntityId;
  readonly eventId: EventId;
  readonly highlightId: HighlightId;
};

const TEXTS = [
  'Shells hit the market of Tell Tamr. Five people died.',
  'The ministry denies that Tell Tamr was hit. تل تمر 🚚',
];

/** Takes sample articles into a case as one import. */
export async function importSamples(workspace: Workspace, caseId: CaseId, samples: readonly SampleArticle[]) {
  const { ports } = workspace.core.writer;
  const group = newGroup(ports);
  return workspace.importBatch({
    caseId,
    group,
    words: `Import ${samples.length} files`,
    captures: samples.map(({ capture }) => capture),
    articles: samples.map(({ article }) => article),
    texts: samples.map(({ text }) => text),
    acquisitions: samples.map(({ article }, at) => acquisitionOf(article.id, article.captureId, `${group} ${at}`)),
    metadata: [],
    sources: [],
    outcomes: [],
  });
}

/** Makes a case, imports two articles, tags a place, codes an event with a claim, grades, notes, removes something. */
export async function fillCase(workspace: Workspace, name = 'Sarat'): Promise<FilledCase> {
  const caseId = await workspace.cases.create(name);
  const samples = TEXTS.map((text) => sampleArticle(text));
  await importSamples(workspace, caseId, samples);
  const [first] = samples as [SampleArticle, SampleArticle];
  const anchor = anchorOf(first.text.text, first.article.textId, 'Tell Tamr');
  const highlight = workspace.highlights.draft(caseId, first.article.id, anchor);
  const entityId = await workspace.entities.tagAsNew(highlight, 'Tell Tamr', typeNamed('Place'));
  const evidence = workspace.highlights.draft(
    caseId,
    first.article.id,
    anchorOf(first.text.text, first.article.textId, 'Five people died'),
  );
  const event = { ...workspace.events.draft(caseId, 'shelling'), title: 'Market hit', placeId: entityId };
  const claim = workspace.claims.draft(evidence, event.id, { path: 'counts' });
  await workspace.events.create(event, event.title, [creation('highlights', evidence), creation('claims', claim)]);
  await workspace.entityNotes.write(caseId, entityId, null, 'North of the river.');
  const sourceId = await workspace.sources.create(caseId, 'Northline');
  await workspace.sources.grade(caseId, sourceId, 'B', 'Corrects its errors.');
  const gone = await workspace.highlights.addNote(
    caseId,
    first.article.id,
    anchorOf(first.text.text, first.article.textId, 'market'),
    'Which one?',
  );
  await workspace.bin.remove(caseId, [{ table: 'highlights', id: gone }], 'Remove a note');
  const articleIds = samples.map(({ article }) => article.id);
  return { caseId, articleIds, entityId, eventId: event.id, highlightId: highlight.id };
}

function acquisitionOf(articleId: ArticleId, captureId: Acquisition['captureId'], seed: string): Acquisition {
  return {
    id: derivedId('acquisition', seed) as Acquisition['id'],
    captureId,
    articleId,
    importId: null,
    fileName: 'report.txt',
    position: '',
    url: null,
    httpDate: null,
    capturedAt: null,
    capturedBy: null,
    capturedWith: null,
    importedAt: instantOf(0),
  };
}
