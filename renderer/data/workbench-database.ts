import { Dexie, type Table } from 'dexie';
import type { BodyPack } from '#shared/domain/body-reference.ts';
import type { Row, TableName } from '#shared/domain/tables.ts';
import { everyTable } from './migrations/001-every-table.ts';
import { searchTables } from './migrations/002-search.ts';
import { containersAndFileLists } from './migrations/003-containers-and-file-lists.ts';
import type {
  ArticleColumnsRow,
  ArticleEventRow,
  ColumnChangesRow,
  DeviceRow,
  HeadRow,
  NameRow,
  PointerRow,
  SearchChangeRow,
  SearchLogRow,
  SearchStateRow,
  SetAsideRow,
  StagedRow,
  StoredEntry,
} from './stored-rows.ts';

/** Append-only; what is released is never edited. */
const migrations = [everyTable, searchTables, containersAndFileLists];

/** The version of the database that this program writes. */
export const DATABASE_VERSION = 3;

/** Where a database lives: the browser's own, or another one in a test. */
export type IndexedDbPort = { readonly indexedDB: IDBFactory; readonly IDBKeyRange: typeof IDBKeyRange };

/** The one IndexedDB database of a workspace. Only `transaction/` writes to it. */
export class WorkbenchDatabase extends Dexie {
  declare readonly captures: Table<Row<'captures'>, string>;
  declare readonly acquisitions: Table<Row<'acquisitions'>, string>;
  declare readonly articles: Table<Row<'articles'>, string>;
  declare readonly metadata: Table<Row<'metadata'>, [string, string]>;
  declare readonly texts: Table<Row<'texts'>, string>;
  declare readonly bodies: Table<BodyPack, string>;
  declare readonly sources: Table<Row<'sources'>, string>;
  declare readonly entities: Table<Row<'entities'>, string>;
  declare readonly relations: Table<Row<'relations'>, string>;
  declare readonly codebooks: Table<Row<'codebooks'>, string>;
  declare readonly decisions: Table<Row<'decisions'>, string>;
  declare readonly people: Table<Row<'people'>, string>;
  declare readonly cases: Table<Row<'cases'>, string>;
  declare readonly caseArticles: Table<Row<'caseArticles'>, [string, string]>;
  declare readonly sourceGrades: Table<Row<'sourceGrades'>, string>;
  declare readonly highlights: Table<Row<'highlights'>, string>;
  declare readonly mentions: Table<Row<'mentions'>, string>;
  declare readonly claims: Table<Row<'claims'>, string>;
  declare readonly events: Table<Row<'events'>, string>;
  declare readonly entityNotes: Table<Row<'entityNotes'>, string>;
  declare readonly savedSearches: Table<Row<'savedSearches'>, string>;
  declare readonly containers: Table<Row<'containers'>, string>;
  declare readonly recordLists: Table<Row<'recordLists'>, string>;
  declare readonly bin: Table<Row<'bin'>, string>;
  declare readonly imports: Table<Row<'imports'>, string>;
  declare readonly outcomes: Table<Row<'outcomes'>, [string, string]>;
  declare readonly fileLists: Table<Row<'fileLists'>, [string, number]>;
  declare readonly mappings: Table<Row<'mappings'>, string>;
  declare readonly suggestions: Table<Row<'suggestions'>, string>;
  declare readonly ledger: Table<StoredEntry, [string, number]>;
  declare readonly heads: Table<HeadRow, string>;
  declare readonly device: Table<DeviceRow, string>;
  declare readonly setAside: Table<SetAsideRow, string>;
  declare readonly staged: Table<StagedRow, [string, number]>;
  declare readonly articleColumns: Table<ArticleColumnsRow, [string, string]>;
  declare readonly columnChanges: Table<ColumnChangesRow, [string, number, number]>;
  declare readonly articleEvents: Table<ArticleEventRow, [string, string, string]>;
  declare readonly names: Table<NameRow, [string, string]>;
  declare readonly pointers: Table<PointerRow, [string, string]>;
  declare readonly searchChanges: Table<SearchChangeRow, [number, number]>;
  declare readonly searchState: Table<SearchStateRow, string>;
  declare readonly searchLog: Table<SearchLogRow, string>;

  /** @param name - of the database: one workspace */
  constructor(name: string, port: IndexedDbPort) {
    super(name, {
      indexedDB: port.indexedDB,
      IDBKeyRange: port.IDBKeyRange,
      // relaxed, the browser's default, loses the last commits when the power goes
      chromeTransactionDurability: 'strict',
      // a cache would show what is not yet committed
      cache: 'disabled',
    });
    for (const { version, stores } of migrations) this.version(version).stores(stores);
  }

  /** A table by its name, with rows of that table. */
  rows<T extends TableName>(name: T): Table<Row<T>, string | string[]> {
    return this.table(name);
  }
}
