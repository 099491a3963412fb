import type { Workspace } from '#renderer/data/workspace.ts';
import { freshId, moment } from '#renderer/data/workspace-core.ts';
import { creation, difference } from '#shared/custody/make-change.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import type { Change } from '#shared/domain/ledger.ts';
import type { Source } from '#shared/domain/source.ts';
import type { SourceGrade } from '#shared/domain/source-grade.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { sampleFacts, sampleGrades } from './sample-facts.ts';
import type { SampleTexts } from './sample-texts.ts';

/** A publisher as it stands, null when the step makes it, and as the step leaves it. */
type KeptSource = { readonly before: Source | null; after: Source };

/**
 * Says what the bytes of the sample's files do not say of themselves - publishers, dates, languages, grades - and how far the work on
 * each article is, as one step.
 *
 * @throws {AppError} `conflict`; nothing has changed then
 */
export async function sortArticles(workspace: Workspace, caseId: CaseId, texts: SampleTexts): Promise<void> {
  const stored = await workspace.sources.all();
  const sources = new Map(
    stored.map((source): [string, KeptSource] => [source.name, { before: source, after: source }]),
  );
  const articles: Change[] = [];
  for (const fact of sampleFacts) articles.push(...(await articleChanges(workspace, caseId, texts, sources, fact)));
  const grades = sampleGrades.flatMap(({ publisher, grade, reason }): Change[] => {
    const sourceId = sources.get(publisher)?.after.id;
    if (!sourceId) return [];
    const row: SourceGrade = {
      id: freshId(workspace.core),
      caseId,
      sourceId,
      grade,
      reason,
      since: moment(workspace.core),
    };
    return [creation('sourceGrades', row)];
  });
  const [copier, copied] = [sources.get('Port Ansel Post'), sources.get('Corvane Wire')];
  if (copier && copied) copier.after = { ...copier.after, republishes: [copied.after.id] };
  const publishers = [...sources.values()].flatMap(({ before, after }) =>
    before ? difference('sources', before, after) : [creation('sources', after)],
  );
  await workspace.commit({
    caseId,
    action: 'article:triage',
    words: `Sort ${sampleFacts.length} articles and grade their publishers`,
    changes: [...publishers, ...articles, ...grades],
  });
}

async function articleChanges(
  { core, db }: Workspace,
  caseId: CaseId,
  texts: SampleTexts,
  sources: Map<string, KeptSource>,
  { file, status, tags, grade, publisher, byline, published, language }: (typeof sampleFacts)[number],
): Promise<Change[]> {
  const { articleId } = texts.of(file);
  const [article, inCase] = await Promise.all([db.articles.get(articleId), db.caseArticles.get([caseId, articleId])]);
  if (!article || !inCase) throw new AppError('not-found', `The sample's file ${file} did not come in.`);
  if (publisher && !sources.has(publisher)) {
    const after: Source = { id: freshId(core), name: publisher, domains: [], affiliation: null, republishes: [] };
    sources.set(publisher, { before: null, after });
  }
  const sourceId = publisher && sources.get(publisher)?.after.id;
  return [
    ...difference('articles', article, {
      ...article,
      ...(sourceId ? { sourceId } : {}),
      ...(byline ? { byline: [...byline] } : {}),
      ...(published ? { published } : {}),
      ...(language ? { language } : {}),
    }),
    ...difference('caseArticles', inCase, { ...inCase, status, tags: [...tags], ...(grade ? { grade } : {}) }),
  ];
}
