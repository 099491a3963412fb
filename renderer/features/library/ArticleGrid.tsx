import { useMemo } from 'react';
import type { LibrarySnapshot, LibraryView } from '#renderer/services/library/library-view.ts';
import { Grid } from '#renderer/ui/grid/Grid.tsx';
import type { GridColumn } from '#renderer/ui/grid/grid-types.ts';
import type { Columns } from '#renderer/ui/grid/use-columns.ts';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { RowTick, Tick } from '#renderer/ui/Ticks.tsx';
import { type LibraryQuery, libraryColumnSchema } from '#shared/contracts/library-query.ts';
import type { ArticleId } from '#shared/domain/ids.ts';
import { cellOf } from './cells.tsx';
import type { LibraryGridColumn } from './grid-columns.ts';
import { sortedBy } from './query-edits.ts';
import type { Chosen } from './use-chosen.ts';
import type { Cursor } from './use-cursor.ts';

type ArticleGridProps = {
  readonly snapshot: LibrarySnapshot;
  readonly view: LibraryView | null;
  readonly columns: Columns<LibraryGridColumn>;
  readonly query: LibraryQuery;
  readonly onQuery: (query: LibraryQuery) => void;
  readonly chosen: Chosen;
  readonly cursor: Cursor;
  readonly onOpen: (id: ArticleId) => void;
};

/** The articles that match, a window of them at a time. */
export function ArticleGrid({ snapshot, view, columns, query, onQuery, chosen, cursor, onOpen }: ArticleGridProps) {
  const { matching, rowAt } = snapshot;
  const { shown } = columns;
  const isAllChosen = matching !== undefined && matching > 0 && chosen.ids.size >= matching;
  const drawn = useMemo((): GridColumn[] => [tickColumn(isAllChosen, chosen), ...shown], [shown, isAllChosen, chosen]);
  const [sort] = query.sort;
  if (matching === undefined) return <Skeleton label="Reading articles…" rows={24} />;
  const idAt = (index: number) => rowAt(index)?.articleId;
  return (
    <Grid
      label="Articles"
      columns={drawn}
      rowCount={matching}
      rowCells={(index) => {
        const row = rowAt(index);
        if (!row) return undefined;
        const tick = (
          <RowTick
            label={`Select ${row.title}`}
            checked={chosen.ids.has(row.articleId)}
            onChange={({ shiftKey }) => {
              const from = shiftKey ? cursor.index : null;
              chosen.choose(from === null ? { kind: 'toggle', index } : { kind: 'range', from, to: index });
              cursor.set(index);
              // The keys belong to the grid: a box that was pressed gives them back.
              document.activeElement?.closest<HTMLElement>('[role=grid]')?.focus({ preventScroll: true });
            }}
          />
        );
        return [tick, ...shown.map(({ id }) => cellOf(id, row))];
      }}
      cursor={cursor.index}
      onCursor={cursor.set}
      onOpen={(index) => {
        const id = idAt(index);
        if (id) onOpen(id);
      }}
      isChosen={(index) => {
        const id = idAt(index);
        return id !== undefined && chosen.ids.has(id);
      }}
      onChoose={chosen.choose}
      sort={sort ? { columnId: sort.column, isDescending: sort.direction === 'descending' } : null}
      onSort={(id) => {
        const column = libraryColumnSchema.safeParse(id);
        if (column.success) onQuery(sortedBy(query, column.data));
      }}
      onResize={columns.resize}
      {...(view ? { onView: view.show } : {})}
      rowKind={(index) => (rowAt(index)?.status === 'inbox' ? 'unread' : undefined)}
    />
  );
}

function tickColumn(isAll: boolean, { ids, choose }: Chosen): GridColumn {
  const head = (
    <Tick
      label="Select all that match"
      checked={isAll}
      isMixed={ids.size > 0 && !isAll}
      onChange={() => choose({ kind: ids.size > 0 ? 'none' : 'all' })}
    />
  );
  return { id: 'tick', name: 'Selected', head, width: 30, minWidth: 30 };
}
