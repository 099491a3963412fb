import { keptSource, sourceAliases } from '#renderer/data/derive/source-aliases.ts';
import type { Workspace } from '#renderer/data/workspace.ts';
import type { CaseId, DecisionId, SourceId } from '#shared/domain/ids.ts';
import type { Source } from '#shared/domain/source.ts';
import type { Reliability, SourceGrade } from '#shared/domain/source-grade.ts';

/** What the list shows of one publisher, with those that were merged into it. */
export type SourceRow = {
  readonly id: SourceId;
  readonly source: Source;
  readonly name: string;
  /** Of all that were merged. */
  readonly domains: readonly string[];
  /** In the case. */
  readonly articles: number;
  /** Null when none was given in the case. */
  readonly grade: Reliability | null;
  /** Publishers whose articles it carries. */
  readonly republishes: readonly { readonly id: SourceId; readonly name: string }[];
  /** Publishers that were judged to be this one, each with the judgement. */
  readonly merged: readonly { readonly id: SourceId; readonly name: string; readonly decisionId: DecisionId }[];
};

/** The publishers of a case: those of its articles, those they republish, and those that no article of any case has. */
export async function readSources(workspace: Workspace, caseId: CaseId): Promise<SourceRow[]> {
  const { db } = workspace;
  const [sources, columns, grades, decisions, aliases, everywhere] = await Promise.all([
    workspace.sources.all(),
    workspace.articles.columns(caseId),
    workspace.sources.gradesIn(caseId),
    workspace.decisions.of('source'),
    sourceAliases(db),
    db.articleColumns.toArray(),
  ]);
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  const counts = new Map<SourceId, number>();
  for (const { sourceId } of columns) {
    if (sourceId) counts.set(keptSource(aliases, sourceId), (counts.get(keptSource(aliases, sourceId)) ?? 0) + 1);
  }
  const ofOthers = new Set(everywhere.map(({ sourceId }) => sourceId));
  const rows = sources.map((source) => {
    const merged = decisions.filter(({ b, verdict }) => b === source.id && verdict === 'same');
    const parts = sources.filter(({ id }) => keptSource(aliases, id) === source.id);
    return {
      id: source.id,
      source,
      name: source.name,
      domains: [...new Set([source, ...parts].flatMap(({ domains }) => domains))],
      articles: counts.get(source.id) ?? 0,
      grade: gradeOf(grades, source.id),
      republishes: source.republishes.map((id) => ({ id, name: names.get(id) ?? '' })),
      merged: merged.map(({ a, id }) => ({ id: a as SourceId, name: names.get(a as SourceId) ?? '', decisionId: id })),
    };
  });
  const named = new Set(rows.filter(({ articles }) => articles > 0).flatMap(({ source }) => source.republishes));
  return rows.filter(
    ({ id, articles, grade }) =>
      keptSource(aliases, id) === id && (articles > 0 || grade !== null || named.has(id) || !ofOthers.has(id)),
  );
}

function gradeOf(grades: readonly SourceGrade[], id: SourceId): Reliability | null {
  return grades.findLast(({ sourceId }) => sourceId === id)?.grade ?? null;
}
