import { type Row, rowId, type TableName } from './tables.ts';

/** A field that holds a key of another table. `*` in the path stands for every element of a list. */
export type Reference = { readonly table: TableName; readonly path: readonly string[]; readonly to: TableName };

function from(table: TableName, fields: Readonly<Record<string, TableName>>): Reference[] {
  return Object.entries(fields).map(([path, to]) => ({ table, path: path.split('.'), to }));
}

/** Every field that points at a row of another table, or of its own. */
export const references: readonly Reference[] = [
  ...from('acquisitions', { captureId: 'captures', articleId: 'articles' }),
  ...from('articles', { sourceId: 'sources', captureId: 'captures', textId: 'texts' }),
  ...from('metadata', { articleId: 'articles', captureId: 'captures' }),
  ...from('texts', { articleId: 'articles' }),
  ...from('sources', { 'republishes.*': 'sources' }),
  ...from('entities', { mergedInto: 'entities' }),
  ...from('relations', { from: 'entities', to: 'entities' }),
  ...from('decisions', { by: 'people' }),
  ...from('cases', { codebookId: 'codebooks' }),
  ...from('caseArticles', { caseId: 'cases', articleId: 'articles' }),
  ...from('sourceGrades', { caseId: 'cases', sourceId: 'sources' }),
  ...from('highlights', {
    caseId: 'cases',
    articleId: 'articles',
    'made.textId': 'texts',
    'now.textId': 'texts',
  }),
  ...from('mentions', {
    caseId: 'cases',
    'highlightIds.*': 'highlights',
    entityId: 'entities',
    relationId: 'relations',
  }),
  ...from('claims', {
    caseId: 'cases',
    'highlightIds.*': 'highlights',
    eventId: 'events',
    denies: 'claims',
    'saidBy.*.sourceId': 'sources',
    'saidBy.*.entityId': 'entities',
  }),
  ...from('events', {
    caseId: 'cases',
    placeId: 'entities',
    'participants.*.entityId': 'entities',
    'counts.*.whom.entityId': 'entities',
    'bases.*.follows.*': 'claims',
    mergedInto: 'events',
  }),
  ...from('entityNotes', { caseId: 'cases', entityId: 'entities' }),
  ...from('savedSearches', { caseId: 'cases' }),
  ...from('containers', { caseId: 'cases', captureId: 'captures' }),
  ...from('recordLists', { caseId: 'cases', containerId: 'containers' }),
  ...from('bin', { caseId: 'cases', by: 'people' }),
  ...from('imports', { caseId: 'cases' }),
  ...from('outcomes', { importId: 'imports' }),
  ...from('fileLists', { importId: 'imports' }),
  ...from('suggestions', { articleId: 'articles', textId: 'texts' }),
];

/** One pointer found in a row. */
export type Pointer = { readonly path: string; readonly to: TableName; readonly id: string };

const byTable = new Map<TableName, (Reference & { readonly name: string })[]>();
for (const reference of references) {
  const named = { ...reference, name: reference.path.join('.') };
  byTable.set(reference.table, [...(byTable.get(reference.table) ?? []), named]);
}

/** Every pointer that a row holds; nulls point at nothing and are left out. */
export function pointersOf<T extends TableName>(table: T, row: Row<T>): Pointer[] {
  const pointers: Pointer[] = [];
  for (const { path, name, to } of byTable.get(table) ?? []) {
    visitIds(row, path, 0, (id) => pointers.push({ path: name, to, id }));
  }
  return pointers;
}

/** How a faulty row is named in a report: `claims 0197…`. */
export function describeRow<T extends TableName>(table: T, row: Row<T>): string {
  return `${table} ${rowId(table, row)}`;
}

/** Shows every text that stands at a path, from step `at` of it on. */
function visitIds(value: unknown, path: readonly string[], at: number, see: (id: string) => void): void {
  const step = path[at];
  if (step === undefined) {
    if (typeof value === 'string') see(value);
  } else if (step === '*') {
    if (Array.isArray(value)) for (const element of value) visitIds(element, path, at + 1, see);
  } else if (typeof value === 'object' && value !== null && Object.hasOwn(value, step)) {
    visitIds((value as Readonly<Record<string, unknown>>)[step], path, at + 1, see);
  }
}
