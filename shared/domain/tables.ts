import type { z } from 'zod/mini';
import { acquisitionSchema } from './acquisition.ts';
import { articleSchema } from './article.ts';
import { binSchema } from './bin.ts';
import { captureSchema } from './capture.ts';
import { caseSchema } from './case.ts';
import { caseArticleSchema } from './case-article.ts';
import { claimSchema } from './claim.ts';
import { codebookSchema } from './codebook.ts';
import { containerSchema, recordListSchema } from './container.ts';
import { decisionSchema } from './decision.ts';
import { entitySchema } from './entity.ts';
import { entityNoteSchema } from './entity-note.ts';
import { eventSchema } from './event.ts';
import { highlightSchema } from './highlight.ts';
import { fileListSchema, importSchema, outcomeSchema } from './import.ts';
import { mappingSchema } from './mapping.ts';
import { mentionSchema } from './mention.ts';
import { metadataSchema } from './metadata.ts';
import { personSchema } from './person.ts';
import { relationSchema } from './relation.ts';
import { savedSearchSchema } from './saved-search.ts';
import { sourceSchema } from './source.ts';
import { sourceGradeSchema } from './source-grade.ts';
import { suggestionSchema } from './suggestion.ts';
import { textVersionSchema } from './text-version.ts';

/** Whose a table is: facts shared by cases, the work of one case, or the machine's own work. */
export type TableScope = 'workspace' | 'case' | 'machine';

function table<S extends z.ZodMiniType>(
  scope: TableScope,
  schema: S,
  sets: Readonly<Record<string, string | null>> = {},
  key: readonly string[] = ['id'],
) {
  return { scope, schema, sets, key };
}

/**
 * Every table that `commit` may change: its schema, its key, whose it is, and which of its fields are sets. A set changes
 * by element and is stored sorted by the element's key: the named property, or the element itself (null).
 */
export const tableSchemas = {
  captures: table('workspace', captureSchema),
  acquisitions: table('workspace', acquisitionSchema),
  articles: table('workspace', articleSchema),
  metadata: table('workspace', metadataSchema, {}, ['articleId', 'id']),
  texts: table('workspace', textVersionSchema),
  sources: table('workspace', sourceSchema, { domains: null, republishes: null }),
  entities: table('workspace', entitySchema, { names: 'text', properties: 'name', externalIds: 'scheme' }),
  relations: table('workspace', relationSchema),
  codebooks: table('workspace', codebookSchema),
  decisions: table('workspace', decisionSchema),
  people: table('workspace', personSchema),
  cases: table('case', caseSchema),
  caseArticles: table('case', caseArticleSchema, { tags: null }, ['caseId', 'articleId']),
  sourceGrades: table('case', sourceGradeSchema),
  highlights: table('case', highlightSchema),
  mentions: table('case', mentionSchema),
  claims: table('case', claimSchema),
  events: table('case', eventSchema, { participants: 'id', counts: 'id', fields: 'field', bases: 'path' }),
  entityNotes: table('case', entityNoteSchema),
  savedSearches: table('case', savedSearchSchema),
  containers: table('case', containerSchema),
  recordLists: table('case', recordListSchema),
  bin: table('case', binSchema),
  imports: table('machine', importSchema),
  outcomes: table('machine', outcomeSchema, {}, ['importId', 'id']),
  fileLists: table('machine', fileListSchema, {}, ['importId', 'first']),
  mappings: table('machine', mappingSchema),
  suggestions: table('machine', suggestionSchema),
} as const;

/** The name of a table that `commit` may change. */
export type TableName = keyof typeof tableSchemas;

/** A row of a table. */
export type Row<T extends TableName> = z.infer<(typeof tableSchemas)[T]['schema']>;

/** Every table's name, workspace first, so that what is pointed at comes before what points at it. */
export const tableNames = Object.keys(tableSchemas) as readonly TableName[];

/** Whether a word from outside names a table. */
export function isTableName(word: string): word is TableName {
  return Object.hasOwn(tableSchemas, word);
}

/** The key of a row as one text; keys of several parts are joined by `/`. */
export function rowId<T extends TableName>(name: T, row: Row<T>): string {
  const fields: Readonly<Record<string, unknown>> = row;
  const { key } = tableSchemas[name];
  const [only] = key;
  return key.length === 1 && only !== undefined
    ? String(fields[only])
    : key.map((part) => String(fields[part])).join('/');
}
