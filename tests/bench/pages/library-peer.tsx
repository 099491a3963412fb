import {
  type ColumnDef,
  columnFilteringFeature,
  createFilteredRowModel,
  createSortedRowModel,
  filterFns,
  globalFilteringFeature,
  rowSortingFeature,
  sortFns,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { createRoot } from 'react-dom/client';
import type { LibraryColumn, LibraryFilter, LibraryQuery, LibraryRow } from '#shared/contracts/library-query.ts';
import { CASE, fill, openStore, painted } from './library-store.ts';

const features = tableFeatures({
  rowSortingFeature,
  columnFilteringFeature,
  globalFilteringFeature,
  sortedRowModel: createSortedRowModel(),
  filteredRowModel: createFilteredRowModel(),
  sortFns,
  filterFns,
});

const shown = [
  'title',
  'publisher',
  'byline',
  'published',
  'language',
  'words',
  'highlights',
  'events',
  'status',
  'tags',
  'duplicates',
] as const satisfies readonly LibraryColumn[];
const columns: ColumnDef<typeof features, LibraryRow>[] = shown.map((id) => ({
  id,
  // undefined goes last, as an unknown date has to
  accessorFn: (row) =>
    id === 'published' ? (row.earliest ?? undefined) : id === 'tags' ? row.tags.join(', ') : row[id],
  sortUndefined: 'last' as const,
  filterFn: id === 'words' ? 'inNumberRange' : id === 'publisher' ? 'equalsString' : 'includesString',
}));

type Models = {
  setSorting(sorting: { id: string; desc: boolean }[]): void;
  setColumnFilters(filters: { id: string; value: unknown }[]): void;
  setGlobalFilter(filter: string): void;
  getRowModel(): { rows: readonly unknown[] };
};
let models: Models | null = null;

function Page({ rows }: { rows: LibraryRow[] }) {
  const table = useTable({
    features,
    columns,
    data: rows,
    globalFilterFn: 'includesString',
    getRowId: (row) => row.articleId,
    initialState: { sorting: [{ id: 'published', desc: true }] },
  });
  models = table;
  const scroller = useRef<HTMLDivElement>(null);
  const { rows: sorted } = table.getRowModel();
  const list = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 28,
    overscan: 12,
  });
  return (
    <div ref={scroller} style={{ height: 800, width: 1000, overflow: 'auto' }}>
      <div style={{ height: list.getTotalSize(), position: 'relative' }}>
        {list.getVirtualItems().map(({ index, start }) => (
          <div
            key={sorted[index]?.id}
            className="row"
            style={{ position: 'absolute', display: 'flex', height: 28, transform: `translateY(${start}px)` }}
          >
            {sorted[index]?.getAllCells().map((cell) => (
              <span key={cell.id} style={{ width: 90, overflow: 'hidden' }}>
                {String(cell.getValue() ?? '')}
              </span>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

/** Reads the rows and draws them. @returns milliseconds until the first rows are painted */
async function open(): Promise<number> {
  const host = document.body.appendChild(document.createElement('div'));
  const start = performance.now();
  const db = await openStore();
  const rows = await db.articleColumns.where('[caseId+articleId]').between([CASE, ''], [CASE, '\uffff']).toArray();
  createRoot(host).render(<Page rows={rows} />);
  while (!host.querySelector('.row')) await painted();
  await painted();
  return performance.now() - start;
}

/** Asks a question of the row models alone. @returns milliseconds until the rows are known */
function ask({ words, filters, sort }: LibraryQuery): number {
  if (!models) throw new Error('not open');
  const start = performance.now();
  models.setSorting(sort.map(({ column, direction }) => ({ id: column, desc: direction === 'descending' })));
  models.setColumnFilters(filters.map(filterOf));
  models.setGlobalFilter(words);
  if (models.getRowModel().rows.length < 0) throw new Error('no rows');
  return performance.now() - start;
}

function filterOf(filter: LibraryFilter): { id: string; value: unknown } {
  if (filter.kind === 'between') return { id: filter.column, value: [filter.least, filter.most] };
  if (filter.kind === 'chosen') return { id: filter.column, value: filter.values[0] };
  if (filter.kind === 'contains') return { id: filter.column, value: filter.words };
  throw new Error('not compared');
}

/** Rows that match, to see that both answer the same question. */
function matching(): number {
  return models?.getRowModel().rows.length ?? 0;
}

Object.assign(globalThis, { bench: { fill, open, ask, matching } });
