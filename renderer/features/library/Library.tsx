import { useMemo, useState } from 'react';
import { useCommands } from '#renderer/services/commands/use-commands.ts';
import type { FirstScreen } from '#renderer/services/library/library-view.ts';
import { useLibraryView } from '#renderer/services/library/use-library-view.ts';
import { usePlaceStatus } from '#renderer/services/place-status.ts';
import { readFrom } from '#renderer/services/reader/reading-queue.ts';
import { useRoute } from '#renderer/services/route.tsx';
import { useServices } from '#renderer/services/services.ts';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import { ColumnsDialog } from '#renderer/ui/grid/ColumnsDialog.tsx';
import { useColumns } from '#renderer/ui/grid/use-columns.ts';
import { useRemembered } from '#renderer/ui/memory.tsx';
import { Splitter, useAreaWidth } from '#renderer/ui/Splitter.tsx';
import type { ArticleId, CaseId } from '#shared/domain/ids.ts';
import { ArticleGrid } from './ArticleGrid.tsx';
import { EmptyLibrary, NothingMatches } from './EmptyLibrary.tsx';
import { FilterChips } from './FilterChips.tsx';
import { FilterDialog } from './FilterDialog.tsx';
import { gridColumns, hiddenAtFirst } from './grid-columns.ts';
import { ImportHistory } from './ImportHistory.tsx';
import { ImportStrip } from './ImportStrip.tsx';
import css from './Library.module.css';
import { LibraryBar } from './LibraryBar.tsx';
import { LibraryFacets } from './LibraryFacets.tsx';
import { Preview } from './Preview.tsx';
import { everything, isLibraryQuery, isNarrowed } from './query-edits.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { TriageDialogs } from './TriageDialogs.tsx';
import { useChosen } from './use-chosen.ts';
import { useCursor } from './use-cursor.ts';
import { useTriage } from './use-triage.ts';

/** Widths of the side areas, in pixels. */
const FACETS = { initial: 208, min: 160, max: 360 };
const PREVIEW = { initial: 296, min: 220, max: 560 };

type Overlay = 'columns' | 'filter' | null;

/** Every article of a case: import, triage, a first look. */
export function Library({ caseId }: { readonly caseId: CaseId }) {
  const { workspace } = useServices();
  const { go } = useRoute();
  const [query, setQuery] = useRemembered(`library.query.${caseId}`, everything, isLibraryQuery);
  const [first, keepFirst] = useRemembered<FirstScreen | null>(`library.first.${caseId}`, null, isFirstScreen);
  const { view, snapshot } = useLibraryView(workspace.db.name, caseId, query, first, keepFirst);
  const columns = useColumns('library', gridColumns, hiddenAtFirst);
  const chosen = useChosen(view, snapshot);
  const cursor = useCursor(view, snapshot);
  const [overlay, setOverlay] = useState<Overlay>(null);
  const [facetsWidth, setFacetsWidth] = useAreaWidth('library.facets', FACETS);
  const [previewWidth, setPreviewWidth] = useAreaWidth('library.preview', PREVIEW);
  const [showsHistory, setShowsHistory] = useRemembered('library.shows-history', false, isFlag);
  const [previewKey, setPreviewKey] = useRemembered<boolean | null>('library.preview', null, isFlagOrNull);
  const targets = useMemo(
    (): readonly ArticleId[] => (chosen.ids.size > 0 ? [...chosen.ids] : cursor.id ? [cursor.id] : []),
    [chosen.ids, cursor.id],
  );
  const triage = useTriage(caseId, targets, chosen.clear);
  const read = async (id: ArticleId | null) => {
    if (!id) return;
    // what is shown is read in its order
    const articleIds = await view?.ids(0, snapshot.matching ?? 0).catch(() => null);
    readFrom(articleIds ? { caseId, name: isNarrowed(query) ? 'Library, filtered' : 'Library', articleIds } : null);
    go({ place: 'reader', rest: [id] });
  };
  useCommands([
    {
      id: 'library:preview',
      words: 'Show or hide the preview',
      keys: 'p',
      group: 'Library',
      run: () => setPreviewKey(!(previewKey ?? window.matchMedia('(min-width: 1367px)').matches)),
    },
    { id: 'library:columns', words: 'Choose columns…', keys: null, group: 'Library', run: () => setOverlay('columns') },
    { id: 'library:filter', words: 'Filter by column…', keys: 'f', group: 'Library', run: () => setOverlay('filter') },
    {
      id: 'library:history',
      words: 'Show or hide the import history',
      keys: 'h',
      group: 'Library',
      run: () => setShowsHistory(!showsHistory),
    },
    ...(chosen.ids.size > 0
      ? [{ id: 'library:clear', words: 'Clear selection', keys: 'Escape', group: 'Library', run: chosen.clear }]
      : []),
  ]);
  usePlaceStatus(statusWords(snapshot.matching, snapshot.total), HINTS);
  const isEmpty = snapshot.loading === null && snapshot.total === 0;
  return (
    <div className={css.place} data-preview={previewKey === null ? undefined : previewKey ? 'on' : 'off'}>
      <LibraryFacets counts={snapshot.facets} query={query} onQuery={setQuery} width={facetsWidth} />
      <Splitter label="Filter articles" width={facetsWidth} onWidth={setFacetsWidth} bounds={FACETS} area="before" />
      <section className={css.centre} aria-label="Articles of the case">
        <LibraryBar query={query} onQuery={setQuery} showsHistory={showsHistory} />
        <ImportStrip caseId={caseId} />
        <FilterChips query={query} onQuery={setQuery} />
        {snapshot.failure && <ErrorNote title="The list could not be read">{snapshot.failure}</ErrorNote>}
        {isEmpty ? (
          <EmptyLibrary />
        ) : snapshot.matching === 0 && isNarrowed(query) ? (
          <NothingMatches query={query} onQuery={setQuery} total={snapshot.total} />
        ) : (
          <ArticleGrid
            snapshot={snapshot}
            view={view}
            columns={columns}
            query={query}
            onQuery={setQuery}
            chosen={chosen}
            cursor={cursor}
            onOpen={(id) => read(id)}
          />
        )}
        {showsHistory && <ImportHistory caseId={caseId} />}
        {chosen.ids.size > 0 && (
          <SelectionBar
            count={chosen.ids.size}
            matching={snapshot.matching ?? 0}
            onAll={() => chosen.choose({ kind: 'all' })}
            onClear={chosen.clear}
          />
        )}
      </section>
      <span className={css.preview}>
        <Splitter label="Preview" width={previewWidth} onWidth={setPreviewWidth} bounds={PREVIEW} area="after" />
        <Preview caseId={caseId} articleId={cursor.id} width={previewWidth} onRead={() => read(cursor.id)} />
      </span>
      {overlay === 'columns' && <ColumnsDialog columns={columns} onClose={() => setOverlay(null)} />}
      {overlay === 'filter' && <FilterDialog query={query} onQuery={setQuery} onClose={() => setOverlay(null)} />}
      <TriageDialogs caseId={caseId} triage={triage} targets={targets} facets={snapshot.facets} />
    </div>
  );
}

const HINTS = [
  { command: 'status:inbox', words: 'inbox' },
  { command: 'status:in-progress', words: 'in progress' },
  { command: 'status:done', words: 'done' },
  { command: 'status:set-aside', words: 'set aside' },
  { command: 'library:tags', words: 'tags' },
] as const;

function statusWords(matching: number | undefined, total: number): string {
  const count = (number: number) => number.toLocaleString('en');
  if (matching === undefined) return 'Reading articles…';
  if (matching !== total) return `${count(matching)} of ${count(total)} articles`;
  return total === 1 ? '1 article' : `${count(total)} articles`;
}

function isFlag(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

function isFlagOrNull(value: unknown): value is boolean | null {
  return value === null || isFlag(value);
}

function isFirstScreen(value: unknown): value is FirstScreen | null {
  if (value === null) return true;
  const { asked, ids, matching, total } = Object(value);
  const isIds = Array.isArray(ids) && ids.every((id) => typeof id === 'string');
  return typeof asked === 'string' && isIds && typeof matching === 'number' && typeof total === 'number';
}
